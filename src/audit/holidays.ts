import { shippedText } from '../shipped/files.ts'

export interface Holiday {
  readonly day: string
  readonly name: string
  /** Wall clock from which the day is one: an eve such as Valborg begins at noon. */
  readonly from_time: string
}

let known: readonly Holiday[] | undefined

/**
 * Swedish public holidays and their eves (every *afton*) of the years that the days touch, from 1970 to 2100; of other years
 * none. They are worked out beforehand (`npm run holidays`): the library that knows them takes a twentieth of a small audit
 * to load.
 */
export function swedishHolidays(from: string, to: string): Holiday[] {
  known ??= readHolidays()
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
  return known.filter(({ day }) => day.slice(0, 4) >= first && day.slice(0, 4) <= last)
}

function readHolidays(): Holiday[] {
  const [, ...lines] = shippedText('calendar', 'holidays.csv').trim().split('\n')
  return lines.map((line) => {
    const [day, from_time, name] = line.split(',') as [string, string, string]
    return { day, from_time, name }
  })
}
