import { describe, expect, it } from 'vitest'
import { Exit } from '../../../src/model/exit.ts'
import { answer, read } from './filled.ts'

const saved = {
  schema: 'loggkoll/answers/1',
  packet_id: 'P-1',
  control_id: 'K-1',
  not_party: true,
  saved_at: '2026-06-01T08:00:00.000Z',
  minutes: 12.5,
  answers: [answer('C-1', { verdict: 'explained', explanation: 'care', comment: ' Ja\n' }), answer('C-2')],
}

describe('what the page saved', () => {
  it.each([
    ['as it was saved', Buffer.from(JSON.stringify(saved))],
    ['with a mark of UTF-8', Buffer.from(`\ufeff${JSON.stringify(saved, null, 2)}`)],
    ['saved by an editor as UTF-16', Buffer.from(`\ufeff${JSON.stringify(saved)}`, 'utf16le')],
  ])('is read %s', async (_, bytes) => {
    expect(await read(bytes)).toEqual({ answers: saved, problems: [] })
  })

  it('counts a case once, though nothing else was changed by hand', async () => {
    const [first] = saved.answers
    const { answers, problems } = await read(
      JSON.stringify({ ...saved, answers: [answer('C-1'), first, first, { ...first, comment: 'annat' }] }),
    )
    expect(answers.answers).toEqual([{ ...first, comment: 'Ja' }])
    expect(problems).toEqual([{ place: 'answers[3]', cause: 'case_twice', facts: { case_id: 'C-1' } }])
  })

  it('is read as far as it goes when somebody edited it', async () => {
    const edited = {
      ...saved,
      not_party: 'ja',
      minutes: '3',
      namn: 'Hemlig',
      answers: [
        { case_id: 'C-1', verdict: 'Förklarad', explanation: 'fika', comment: 4, due: '2026-13-01' },
        { case_id: 'C-2', verdict: 'mistake', '<b>': 'x', note: 'y' },
        'C-3',
        { verdict: 'mistake' },
        { case_id: 'C-2', verdict: 'ask' },
        { case_id: 'C-2', verdict: 'mistake' },
        { case_id: 'C-4', comment: 'x'.repeat(4001) },
      ],
    }
    const { answers, problems } = await read(JSON.stringify(edited))
    expect(answers).toMatchObject({ packet_id: 'P-1', not_party: false, minutes: 0 })
    expect(answers.answers).toEqual([
      answer('C-1', { verdict: 'explained' }),
      answer('C-2', { verdict: 'mistake' }),
      answer('C-4', { comment: 'x'.repeat(4000) }),
    ])
    expect(problems.map(({ place, cause }) => `${place} ${cause}`)).toEqual([
      'namn unknown_field',
      'not_party unreadable_party',
      'answers[0].comment wrong_type',
      'answers[0].explanation unknown_explanation',
      'answers[0].due unreadable_date',
      'answers[1].? unknown_field',
      'answers[1].note unknown_field',
      'answers[2] no_case',
      'answers[3] no_case',
      'answers[4] case_twice',
      'answers[6].comment text_too_long',
    ])
    expect(JSON.stringify(problems)).not.toMatch(/Hemlig|fika|2026-13/)
  })
})

describe('a file that is none', () => {
  it('which a spreadsheet saved as CSV is told to be saved as a workbook', async () => {
    const csv = 'place;verdict;case_id;packet_id;P-1\r\n1;Obefogad;C-1;;\r\n'
    await expect(read(csv)).rejects.toMatchObject({ wayOut: expect.stringContaining('as .xlsx, not as CSV') as string })
  })

  it.each([
    ['cut JSON', JSON.stringify(saved).slice(0, -3), /no whole JSON/],
    ['JSON of something else', '{"schema":"loggkoll/packet/1"}', /holds no answers/],
    ['answers to nothing', JSON.stringify({ ...saved, packet_id: undefined }), /which packet/],
    ['answers that are no list', JSON.stringify({ ...saved, answers: {} }), /which packet/],
    ['deep JSON', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, /too deep/],
    ['the page itself', '<!doctype html><html></html>', /the page itself/],
    ['a text', 'Allt var bra.', /holds no answers/],
    ['nothing', '', /holds no answers/],
    ['large JSON', `{"a":"${'x'.repeat(20_000_001)}"}`, /larger than 20 MB/],
  ])('%s is a fault of the data', async (_, text, message) => {
    await expect(read(text)).rejects.toMatchObject({
      name: 'Fault',
      exit: Exit.data,
      message: expect.stringMatching(message) as string,
    })
  })
})
