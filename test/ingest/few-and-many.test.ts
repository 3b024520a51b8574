import { expect, it } from 'vitest'
import { folderWith, run, workspace } from '../harness/program.ts'
import { select } from '../store/tables.ts'

const rows = 60_000
const header = 'record_id,occurred_at,user_id,care_unit_id,patient_id,activity,break_glass,user_name'

/** Rows of which some cannot be kept, some contradict the one before, and some have values with spaces around, or none. */
function row(place: number): string {
  const of = place % 1000 === 999 ? place - 1 : place
  const time = of % 5000 === 7 ? '1900-01-01 00:00:00' : `2026-03-${String(1 + (of % 28)).padStart(2, '0')} 08:00:00`
  const user = of % 3 === 0 ? ` user-${of % 700} ` : `user-${of % 700}`
  const patient = of % 50 === 0 ? '' : `local-${of % 9000}`
  return `r${of},${time},${user},se123-${of % 9},${patient},${place % 2 ? 'read' : 'Läsa'},${of % 4 ? '' : 'ja'}, `
}

// A small log is made into events once and kept for a while, a large one each time that they are asked for.
it('a large log becomes the same events as its parts do', async () => {
  const all = Array.from({ length: rows }, (_, place) => row(place))
  const parts = [all, ...[0, 1, 2].map((part) => all.slice((part * rows) / 3, ((part + 1) * rows) / 3))]
  const files = folderWith(
    Object.fromEntries(parts.map((some, name) => [`${name}.csv`, [header, ...some, ''].join('\n')])),
  )
  const read = async (...names: readonly string[]) => {
    const folder = await workspace()
    const paths = names.map((name) => `${files}/${name}`)
    const { code, err } = await run(['-w', folder, '-q', 'ingest', ...paths])
    expect(code, err).toBe(0)
    return folder
  }
  const [whole, pieces] = [await read('0.csv'), await read('1.csv', '2.csv', '3.csv')]
  const digest = (rows: string) =>
    `select count(*)::integer as rows, bit_xor(hash(one))::varchar as digest from (${rows}) one`
  const events = digest('select * exclude (batch_id, source_row) from access_event')
  const kept = await select(whole, events)
  expect(kept).toMatchObject([{ rows: rows - rows / 1000 - 12 }])
  expect(await select(pieces, events)).toEqual(kept)
  const lookups = digest('from lookup')
  expect(await select(pieces, lookups)).toEqual(await select(whole, lookups))
})
