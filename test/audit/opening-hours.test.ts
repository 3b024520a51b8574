import { describe, expect, it } from 'vitest'
import { parseOpeningHours } from '../../src/audit/opening-hours.ts'

/** `1 08:00-17:00` for Monday, in the order of the text. */
function read(text: string): string[] | 'always' | undefined {
  const hours = parseOpeningHours(text)
  return typeof hours === 'object' ? hours.map((one) => `${one.weekday} ${one.opens}-${one.closes}`) : hours
}

const daily = (days: readonly number[], times: string): string[] => days.map((day) => `${day} ${times}`)

describe('opening hours', () => {
  it.each<[string, string[] | 'always']>([
    ['24/7', 'always'],
    ['  24/7 ', 'always'],
    ['Mo 08:00-17:00', ['1 08:00-17:00']],
    ['Mo-Fr 07:00-17:00; Sa 10:00-14:00', [...daily([1, 2, 3, 4, 5], '07:00-17:00'), '6 10:00-14:00']],
    ['Mo-Fr 07:00-17:00;Sa 10:00-14:00;', [...daily([1, 2, 3, 4, 5], '07:00-17:00'), '6 10:00-14:00']],
    ['Mo,We,Fr 08:00-12:00', daily([1, 3, 5], '08:00-12:00')],
    ['Mo-Tu, Th 08:00-12:00', daily([1, 2, 4], '08:00-12:00')],
    ['Fr-Mo 08:00-17:00', daily([5, 6, 7, 1], '08:00-17:00')],
    ['Mo-Su 08:00-17:00', daily([1, 2, 3, 4, 5, 6, 7], '08:00-17:00')],
    ['Tu-Mo 08:00-17:00', daily([2, 3, 4, 5, 6, 7, 1], '08:00-17:00')],
    ['Mo 08:00-12:00,13:00-17:00', ['1 08:00-12:00', '1 13:00-17:00']],
    ['Mo 08:00-12:00 , 13:00 - 17:00', ['1 08:00-12:00', '1 13:00-17:00']],
    ['Mo 8:00-9:30', ['1 08:00-09:30']],
    ['Mo 20:00-06:00', ['1 20:00-06:00']],
    ['Mo 00:00-24:00', ['1 00:00-00:00']],
    ['mo-fr 08:00-17:00', daily([1, 2, 3, 4, 5], '08:00-17:00')],
    ['MO 08:00-17:00', ['1 08:00-17:00']],
    ['Må-Sö 08:00-17:00', daily([1, 2, 3, 4, 5, 6, 7], '08:00-17:00')],
    ['Ti,On,To,Fr,Lö 08:00-17:00', daily([2, 3, 4, 5, 6], '08:00-17:00')],
    ['  Mo   08:00-17:00  ', ['1 08:00-17:00']],
  ])('reads "%s"', (text, hours) => expect(read(text)).toEqual(hours))

  it.each([
    '',
    ' ',
    ';',
    'dygnet runt',
    '24/7; Mo 08:00-17:00',
    'Mo-Fr',
    '08:00-17:00',
    'Mo 08:00',
    'Mo 08:00-',
    'Mo 8-17',
    'Mo 08.00-17.00',
    'Mo 25:00-26:00',
    'Mo 08:60-17:00',
    'Mo 08:00-24:01',
    'Mo 24:00-08:00',
    'Xx 08:00-17:00',
    'Mo-Xx 08:00-17:00',
    'Mon-Fri 08:00-17:00',
    'Mo- 08:00-17:00',
    'Mo-We-Fr 08:00-17:00',
    'Mo-Fr 08:00-17:00; Sa',
    'Mo-Fr 08:00-17:00; PH off',
    'Mo-Fr 08:00-17:00, Sa 10:00-14:00',
    'Mo-Fr 08:00-17:00 "by appointment"',
    "Mo 08:00-17:00'; drop table lookup; --",
  ])('does not guess at "%s"', (text) => expect(read(text)).toBeUndefined())
})
