import { describe, expect, it } from 'vitest'
import {
  activities,
  actorKinds,
  outcomes,
  purposes,
  swedishActivities,
  swedishPurposes,
} from '../../src/model/vocabulary.ts'
import { workspace } from '../harness/program.ts'
import { select } from '../store/tables.ts'
import { eventsOf, ingest, log } from './read.ts'

const own = (words: readonly string[]) => Object.fromEntries(words.map((word) => [word, word]))

const vocabularies = {
  activity: { ...own(activities), ...swedishActivities },
  purpose: { ...own(purposes), ...swedishPurposes },
  outcome: own(outcomes),
  actor_kind: own(actorKinds),
  break_glass: { true: true, ja: true, yes: true, '1': true, x: true, false: false, nej: false, no: false, '0': false },
  incidental: { sant: true, j: true, Y: true, falskt: false, n: false },
} as const

describe('the words of a coded column', () => {
  it.each(Object.entries(vocabularies))('of %s are known in Swedish and English, in any case', async (field, words) => {
    const rows = Object.entries(words).flatMap(([word, meant]) =>
      [word, word.toUpperCase(), ` ${word} `, `${word}\u00A0`, `\t${word}`, word.normalize('NFD')].map((written) => ({
        written,
        meant: meant as unknown,
      })),
    )
    const folder = await workspace()
    const events = await eventsOf(
      folder,
      log(...rows.map(({ written }) => ({ [field]: written }))),
      `${field} as meant`,
    )
    expect(events.map(({ meant }, place) => [rows[place]?.written, meant])).toEqual(
      rows.map(({ written, meant }) => [written, meant]),
    )
    expect(await select(folder, 'from unknown_code')).toEqual([])
  })

  it('that nobody knows are kept raw, counted, and said', async () => {
    const folder = await workspace()
    const { files, err } = await ingest(
      folder,
      log(
        { activity: 'Kladda', purpose: 'CARE_TREATMENT' },
        { activity: ' Kladda', purpose: 'care', break_glass: 'kanske' },
        { activity: 'läsa\u00A0in', purpose: '' },
      ),
    )
    const unknown = [
      { field: 'activity', raw: 'Kladda', events: 2 },
      { field: 'activity', raw: 'läsa\u00A0in', events: 1 },
      { field: 'break_glass', raw: 'kanske', events: 1 },
      { field: 'purpose', raw: 'CARE_TREATMENT', events: 1 },
    ]
    expect(files[0]?.unknown_codes).toHaveLength(4)
    expect(files[0]?.unknown_codes).toEqual(expect.arrayContaining(unknown))
    expect(err).toContain('Unknown codes, kept as they are: activity "Kladda" (2)')
    expect(await select(folder, 'select field, raw, events::int as events from unknown_code order by all')).toEqual(
      unknown,
    )
    expect(await select(folder, 'select unknown_codes::int as events from ingest_batch')).toEqual([{ events: 5 }])
    expect(
      await select(
        folder,
        'select activity, activity_raw, purpose, purpose_raw, break_glass from access_event order by source_row',
      ),
    ).toEqual([
      {
        activity: 'unknown',
        activity_raw: 'Kladda',
        purpose: 'unknown',
        purpose_raw: 'CARE_TREATMENT',
        break_glass: null,
      },
      { activity: 'unknown', activity_raw: 'Kladda', purpose: 'care', purpose_raw: 'care', break_glass: null },
      { activity: 'unknown', activity_raw: 'läsa\u00A0in', purpose: 'unknown', purpose_raw: null, break_glass: null },
    ])
  })

  it('of an emergency say that glass was broken, unless the log says that it was not', async () => {
    const rows = [{ activity: 'nödöppning' }, { activity: 'nödöppning', break_glass: 'nej' }, { break_glass: '' }]
    expect(await eventsOf(await workspace(), log(...rows), 'break_glass')).toEqual([
      { break_glass: true },
      { break_glass: false },
      { break_glass: null },
    ])
  })
})
