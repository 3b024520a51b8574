import { describe, expect, it } from 'vitest'
import { Exit } from '../../../src/model/exit.ts'
import { packetWorkbook } from '../../../src/reports/packet/workbook.ts'
import { packet } from '../../packet/fixture.ts'
import { makeZip } from '../archive/make-zip.ts'
import { answer, ids, type MadeCell, read, workbookOf } from './filled.ts'

const head = ['Fallets id', 'Bedömning', 'Vad förklarar öppningen?', 'Svar från medarbetaren senast', 'Kommentar']

/** A workbook of one sheet of answers, and one with the ids. */
function filled(...rows: readonly (readonly MadeCell[])[]): Buffer {
  return workbookOf({ 'Läs först': ids, Granskningsfall: [head, ...rows] })
}

describe('a workbook that was filled in', () => {
  it('gives each case with what was answered, and those that were not', async () => {
    const { answers, problems } = await read(
      filled(
        ['C-1', 'Förklarad', 'Vård av patienten', undefined, 'Ronden.'],
        ['C-2', 'Medarbetaren tillfrågas', undefined, 46188],
        ['C-3'],
      ),
    )
    expect(problems).toEqual([])
    expect(answers).toEqual({
      schema: 'loggkoll/answers/1',
      packet_id: 'P-1',
      control_id: 'K-1',
      not_party: false,
      saved_at: '',
      minutes: 0,
      answers: [
        answer('C-1', { verdict: 'explained', explanation: 'care', comment: 'Ronden.' }),
        answer('C-2', { verdict: 'ask', due: '2026-06-15' }),
        answer('C-3'),
      ],
    })
  })

  it('does not say when it was saved while it says it as it was made', async () => {
    const { answers } = await read(Buffer.from(await packetWorkbook(packet)))
    expect(answers.saved_at).toBe('')
  })

  it.each([
    ['in capitals', 'FÖRKLARAD'],
    ['with blanks', '  Förklarad\u00a0 '],
    ['with a full stop', 'Förklarad.'],
    ['decomposed', 'Förklarad'.normalize('NFD')],
    ['in English', 'explained'],
    ['with a broken line in it', '\nFörklarad\n'],
  ])('reads a verdict %s', async (_, said) => {
    const { answers, problems } = await read(filled(['C-1', said]))
    expect({ problems, verdict: answers.answers[0]?.verdict }).toEqual({ problems: [], verdict: 'explained' })
  })

  it.each([
    ['2026-06-15', '2026-06-15'],
    ['2026-06-15 00:00:00', '2026-06-15'],
    ['2026/6/5', '2026-06-05'],
    ['20260615', '2026-06-15'],
    ['15 juni 2026', '2026-06-15'],
    ['den 15:e juni 2026', '2026-06-15'],
    ['15 jun. 2026', '2026-06-15'],
    ['15 June 2026', '2026-06-15'],
    ['15/6 2026', '2026-06-15'],
    ['15.6.2026', '2026-06-15'],
    ['6/15/2026', '2026-06-15'],
    ['46188', '2026-06-15'],
    [46188, '2026-06-15'],
    [{ xml: '<c s="0"><v>46188</v></c>' }, '2026-06-15'],
    ['6/5 2026', undefined],
    ['2026-02-30', undefined],
    ['nästa vecka', undefined],
    ['15 ju 2026', undefined],
    ['15 ma 2026', undefined],
    ['0', undefined],
  ])('reads the day %s as %s', async (said, day) => {
    const { answers, problems } = await read(filled(['C-1', 'ask', undefined, said]))
    expect(answers.answers[0]?.due).toBe(day ?? null)
    expect(problems).toEqual(
      day === undefined ? [{ place: 'Granskningsfall!D2', cause: 'unreadable_date', facts: {} }] : [],
    )
  })

  it('finds the columns wherever they were moved, and the rows however they were sorted', async () => {
    const { answers, problems } = await read(
      workbookOf({
        Svar: [
          [undefined, 'Min egen rubrik'],
          ['Underlagets id', undefined, 'P-1', undefined, 'Kontrollens id', 'K-1'],
          [],
          ['Kommentar', 'Vems journal', 'bedömning ', 'Fallets ID', 'Uppslag'],
          ['sist', 'X', 'Felval', 'C-9', '4'],
          ['Summa'],
          ['först', 'Y', 'Obefogad', 'C-1', '4'],
        ],
      }),
    )
    expect(answers.answers).toEqual([
      answer('C-9', { verdict: 'mistake', comment: 'sist' }),
      answer('C-1', { verdict: 'unjustified', comment: 'först' }),
    ])
    expect(problems).toEqual([{ place: 'Svar!A6', cause: 'row_without_case', facts: {} }])
  })

  it('tells of a verdict that it cannot read, and never what it said', async () => {
    const result = await read(filled(['C-1', 'Hemlig Persson gjorde det', 'kanske', 'snart', 'ok']))
    expect(result.answers.answers).toEqual([answer('C-1', { comment: 'ok' })])
    expect(result.problems).toEqual([
      { place: 'Granskningsfall!B2', cause: 'unknown_verdict', facts: {} },
      { place: 'Granskningsfall!C2', cause: 'unknown_explanation', facts: {} },
      { place: 'Granskningsfall!D2', cause: 'unreadable_date', facts: {} },
    ])
    expect(JSON.stringify(result.problems)).not.toMatch(/Persson|kanske|snart/)
  })

  it('tells of a formula that failed, and of a text that is too long', async () => {
    const { answers, problems } = await read(
      filled(
        ['C-1', 'Felval', undefined, undefined, { xml: '<c t="e"><f>-inte</f><v>#NAME?</v></c>' }],
        ['C-2', 'Felval', undefined, undefined, 'å'.repeat(4001)],
        ['C-3', 'Felval', undefined, undefined, 'å'.repeat(4000)],
      ),
    )
    expect(problems).toEqual([
      { place: 'Granskningsfall!E2', cause: 'formula_error', facts: {} },
      { place: 'Granskningsfall!E3', cause: 'text_too_long', facts: { length: 4001, most: 4000 } },
    ])
    expect(answers.answers.map(({ comment }) => comment.length)).toEqual([0, 4000, 4000])
  })

  it('tells of a column that nobody asked for, where somebody wrote in it', async () => {
    const { problems } = await read(
      workbookOf({
        Läs: ids,
        Fall: [
          [...head, 'Anteckningar', 'Nr', 'Tom'],
          ['C-1', 'Felval', undefined, undefined, '', 'viktigt', '1'],
          ['C-2', 'Felval', undefined, undefined, '', 'också', '2'],
        ],
      }),
    )
    expect(problems).toEqual([{ place: 'Fall!F', cause: 'unknown_column', facts: { rows: 2 } }])
  })

  it('takes a case that stands twice once; where the two differ it keeps the first and says so', async () => {
    const { answers, problems } = await read(
      filled(['C-1'], ['C-1', 'Felval'], ['C-1', 'Felval'], ['C-1', 'Obefogad'], ['C-1']),
    )
    expect(answers.answers).toEqual([answer('C-1', { verdict: 'mistake' })])
    expect(problems).toEqual([{ place: 'Granskningsfall!5', cause: 'case_twice', facts: { case_id: 'C-1' } }])
  })

  it('reads texts that are shared, with looks, and prefixed parts as LibreOffice and Excel save them', async () => {
    const shared = (place: number): MadeCell => ({ xml: `<c t="s"><v>${place}</v></c>` })
    const { answers } = await read(
      workbookOf(
        { 'Läs först': ids, Granskningsfall: [head, [shared(0), shared(1), undefined, undefined, shared(2)]] },
        {
          texts: [
            '<t>C-1</t>',
            '<r><t>För</t></r><r><rPr><b/></rPr><t>klarad</t></r>',
            '<t xml:space="preserve"> med blanksteg </t>',
          ],
        },
      ),
    )
    expect(answers.answers).toEqual([answer('C-1', { verdict: 'explained', comment: 'med blanksteg' })])
  })

  it('reads the line of the declaration', async () => {
    const saying = (said: MadeCell, again?: MadeCell) =>
      workbookOf({
        Läs: [...ids, ['Jag är inte part eller närstående', said], ['Jag är inte part eller närstående', again]],
        Fall: [head],
      })
    expect((await read(saying('Ja'))).answers.not_party).toBe(true)
    expect((await read(saying(' ja. '))).answers.not_party).toBe(true)
    expect((await read(saying({ xml: '<c t="b"><v>1</v></c>' }))).answers.not_party).toBe(true)
    expect((await read(saying('Nej'))).answers.not_party).toBe(false)
    expect(await read(saying(undefined))).toMatchObject({ answers: { not_party: false }, problems: [] })
    const unread = await read(saying('kanske'))
    expect(unread).toMatchObject({
      answers: { not_party: false },
      problems: [{ place: 'Läs!3', cause: 'unreadable_party' }],
    })
    const both = await read(saying('Ja', 'Nej'))
    expect(both).toMatchObject({ answers: { not_party: false }, problems: [{ place: 'Läs!4', cause: 'party_twice' }] })
  })

  it('goes by the heads that people see, and where one was renamed by the row that is not shown', async () => {
    const { answers, problems } = await read(
      workbookOf({
        Fall: [
          ['place', 'case_id', 'verdict', 'comment', 'due', 'packet_id', 'P-1', 'control_id', 'K-1'],
          ['Fyll i'],
          ['Nr', 'Fallets id', 'Min dom', 'Svar från medarbetaren senast', 'Kommentar'],
          ['1', 'C-1', 'Felval', '2026-06-15', 'bytte plats', 'tillagt'],
        ],
      }),
    )
    expect(answers.answers).toEqual([answer('C-1', { verdict: 'mistake', due: '2026-06-15', comment: 'bytte plats' })])
    expect(problems).toEqual([{ place: 'Fall!F', cause: 'unknown_column', facts: { rows: 1 } }])
  })

  it('reads the words of a file that says them itself', async () => {
    const { answers } = await read(
      workbookOf({
        Läs: ids,
        Fall: [head, ['C-1', 'Helt i sin ordning']],
        Val: [['verdict', 'Helt i sin ordning', 'explained']],
      }),
    )
    expect(answers.answers).toEqual([answer('C-1', { verdict: 'explained' })])
  })
})

const zeros = Buffer.alloc(90_000_000)

describe('a workbook that cannot be taken', () => {
  it.each([
    ['without the ids', workbookOf({ Fall: [head, ['C-1', 'Felval']] }), /nothing says which packet/],
    [
      'with answers to two packets',
      workbookOf({ A: ids, B: [['packet_id', 'P-2']], C: [head, ['C-1', 'Felval']] }),
      /more than one packet/,
    ],
    ['without a column to fill in', workbookOf({ A: [...ids, ['Fallets id'], ['C-1']] }), /holds no answers/],
    ['that is an archive of something else', makeZip([{ name: 'a.txt', content: 'x' }]), /no workbook/],
    ['that is an OpenDocument file', makeZip([{ name: 'META-INF/manifest.xml', content: '<a/>' }]), /OpenDocument/],
    ['that is broken', Buffer.from('504b0304aaaa', 'hex'), /broken/],
    ['with a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /password/],
    [
      'with XML that is not',
      workbookOf({ A: ids }, { parts: [{ name: 'xl/worksheets/sheet1.xml', content: '<a><b>' }] }),
      /broken/,
    ],
    [
      'that is a bomb',
      // Each is too small to look like a bomb.
      workbookOf({ A: ids }, { parts: [1, 2, 3, 4, 5].map((part) => ({ name: `xl/${part}.bin`, content: zeros })) }),
      /unpacks to more than/,
    ],
  ])('%s is a fault of the data', async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toMatchObject({
      name: 'Fault',
      exit: Exit.data,
      message: expect.stringMatching(message) as string,
    })
  })
})
