import { SaxesParser } from 'saxes'
import { describe, expect, it, test } from 'vitest'
import { readAnswers } from '../../src/formats/answers/read-answers.ts'
import { answerVocabulary, workbookWords } from '../../src/language/workbook/index.ts'
import type { AnswerColumn } from '../../src/model/answer-vocabulary.ts'
import { languages } from '../../src/model/language.ts'
import { packetWorkbook } from '../../src/reports/packet/workbook.ts'
import { libreOffice, type Typed, typedInLibreOffice } from '../harness/libreoffice.ts'
import { english, largePacket, packet } from './fixture.ts'
import { cellsOf, fileOf, partsOf } from './read-cells.ts'

const both = { sv: packet, en: english } as const
const vocabularies = languages.map(answerVocabulary)

describe.each(languages)('the workbook in %s', async (language) => {
  const bytes = await packetWorkbook(both[language])
  const parts = await partsOf(bytes)
  const { sheets } = workbookWords(language)

  it('is the same each time', async () => {
    expect(await packetWorkbook(both[language])).toEqual(bytes)
  })

  it('is of well-formed parts', () => {
    for (const [name, text] of parts) expect(() => parse(text), name).not.toThrow()
    expect([...parts.keys()]).toContain('xl/worksheets/sheet4.xml')
  })

  it('has no formula, whatever the data say', () => {
    for (const [name, text] of parts) expect(text, name).not.toMatch(/<f[ >]/)
  })

  it('says first what it is, for whom, how long it takes and how it is filled in', async () => {
    const said = [...(await cellsOf(bytes, sheets.read)).values()]
    for (const text of [
      packet.unit,
      packet.period,
      packet.reviewer,
      packet.case_number,
      packet.packet_id,
      packet.control_id,
    ])
      expect(said).toContain(text)
    expect(said).toContain(String(packet.minutes))
    for (const notice of packet.notices) expect(said).toContain(notice)
    expect(said).toContain(answerVocabulary(language).party.line)
    expect(said.join('\n')).toContain(workbookWords(language).masked)
  })

  it('has a row for each case, and each lookup in another sheet', async () => {
    const cells = [...(await cellsOf(bytes, sheets.cases)).values()]
    for (const { case_id, whose } of packet.cases) {
      expect(cells.filter((text) => text === case_id)).toHaveLength(1)
      expect(cells).toContain(whose.replace('\u202e', '\ufffd'))
    }
    const lookups = [...(await cellsOf(bytes, sheets.lookups)).values()]
    const rows = packet.cases.reduce((sum, one) => sum + one.rows.length + (one.more_rows > 0 ? 1 : 0), 0)
    const ids = new Set(packet.cases.map(({ case_id }) => case_id))
    expect(lookups.filter((text) => ids.has(text))).toHaveLength(rows)
  })

  it('lists the usual explanations one below the other', async () => {
    const cells = [...(await cellsOf(bytes, sheets.cases)).values()]
    const { explanations } = packet.cases[0]!.questions[0]!
    expect(explanations).toHaveLength(2)
    expect(cells.join()).toContain(['', ...explanations].join('\n• '))
  })

  it('is locked but for the answers, without a password', () => {
    for (const sheet of [1, 2, 3, 4]) {
      const lock = /<sheetProtection ([^>]*)\/>/.exec(parts.get(`xl/worksheets/sheet${sheet}.xml`)!)
      expect(lock?.[1]).toContain('sheet="1"')
      expect(lock?.[1]).not.toMatch(/password|hash/i)
    }
    const open = openStyles(parts.get('xl/styles.xml')!)
    const opened = [...parts.get('xl/worksheets/sheet2.xml')!.matchAll(/<c r="([A-Z]+)(\d+)" s="(\d+)"/g)].filter(
      ([, , , style]) => open.has(Number(style)),
    )
    expect(new Set(opened.map(([, column]) => column))).toEqual(new Set(['M', 'N', 'O', 'P', 'Q', 'R']))
    expect(opened).toHaveLength(6 * packet.cases.length)
  })

  it('offers the words of the language in lists', async () => {
    const text = parts.get('xl/worksheets/sheet2.xml')!
    const lists = [...text.matchAll(/type="list"[^>]*sqref="([^"]*)"><formula1>([^<]*)</g)].map(([, cells, list]) => [
      cells,
      list,
    ])
    expect(lists).toEqual([
      ['M4:M7', `'${sheets.choices}'!$B$1:$B$6`],
      ['N4:N7', `'${sheets.choices}'!$B$7:$B$12`],
    ])
    const choices = await cellsOf(bytes, sheets.choices)
    const { verdicts, explanations } = answerVocabulary(language)
    expect([1, 2, 3, 4, 5, 6].map((row) => choices.get(`B${row}`))).toEqual(Object.values(verdicts))
    expect([7, 8, 9, 10, 11, 12].map((row) => choices.get(`B${row}`))).toEqual(Object.values(explanations))
  })

  it('prints lying on A4, with its head on every page, and keeps the head in sight', () => {
    const text = parts.get('xl/worksheets/sheet2.xml')!
    expect(text).toMatch(/<row r="1" hidden="1"/)
    expect(parts.get('xl/workbook.xml')).toMatch(/sheetId="4" state="hidden"/)
    expect(text).toMatch(/<pageSetup paperSize="9" orientation="landscape"/)
    expect(text).toMatch(/<pane xSplit="2" ySplit="3" [^>]*state="frozen"/)
    expect(parts.get('xl/workbook.xml')).toContain(`'${sheets.cases}'!$3:$3`)
  })

  it('is read back as it was handed out: every case, none answered', async () => {
    const { answers, problems } = await readAnswers(fileOf(bytes), vocabularies)
    expect(problems).toEqual([])
    expect(answers).toMatchObject({ packet_id: packet.packet_id, control_id: packet.control_id, not_party: false })
    expect(answers.answers.map(({ case_id }) => case_id)).toEqual(packet.cases.map(({ case_id }) => case_id))
    expect(answers.answers.every(({ verdict, comment }) => verdict === null && comment === '')).toBe(true)
  })
})

test('signs that XML cannot hold, and those that spreadsheets read as signs, come out as text', async () => {
  const who = 'A\u0000\u0008\ufffe\ud800 _x0041_ ]]>'
  const [first, ...rest] = packet.cases
  const bytes = await packetWorkbook({ ...packet, cases: [{ ...first!, who, title: '\t=1+1' }, ...rest] })
  const cells = await cellsOf(bytes, 'Granskningsfall')
  expect(cells.get('B4')).toBe('A\u2400\u2408\ufffd\ufffd _x0041_ ]]>')
  expect(cells.get('D4')).toBe('\u2409=1+1')
  // What begins like a formula is marked as text, also for whoever edits the cell.
  expect(await quoted(bytes, 'B5')).toBe(true)
  expect(await quoted(bytes, 'B4')).toBe(false)
})

test('a packet without cases makes a workbook, too', async () => {
  const { answers, problems } = await readAnswers(fileOf(await packetWorkbook({ ...packet, cases: [] })), vocabularies)
  expect({ answers: answers.answers, problems }).toEqual({ answers: [], problems: [] })
})

test('50 000 rows are written, and it is said how long it took', async () => {
  const large = largePacket(100, 500)
  const before = performance.now()
  const bytes = await packetWorkbook(large)
  const seconds = (performance.now() - before) / 1000
  console.log(
    `50 000 rows: ${seconds.toFixed(1)} s, ${(bytes.length / 1e6).toFixed(1)} MB, ${Math.round(process.memoryUsage().rss / 1e6)} MB resident`,
  )
})

describe.skipIf(libreOffice === undefined)('in LibreOffice', () => {
  it.each(languages)('it is filled in and read back in %s; what is locked stays', async (language) => {
    const { sheets, columns } = workbookWords(language)
    const words = answerVocabulary(language)
    const bytes = await packetWorkbook(both[language])
    const cells = await cellsOf(bytes, sheets.cases)
    const columnOf = (title: string): string =>
      [...cells].find(([place, text]) => place.endsWith('3') && text === title)![0][0]!
    const cell = (name: AnswerColumn, row: number, text: string): Typed => ({
      sheet: sheets.cases,
      cell: `${columnOf(words.columns[name])}${row}`,
      text,
    })
    const partyRow = [...(await cellsOf(bytes, sheets.read))].find(([, text]) => text === words.party.line)![0].slice(1)
    const filled = await typedInLibreOffice(bytes, [
      { sheet: sheets.read, cell: `B${partyRow}`, text: words.party.yes },
      cell('verdict', 4, words.verdicts.explained),
      cell('explanation', 4, words.explanations.care),
      cell('comment', 4, 'Åtgärdat enligt rutin, "klart".\nRad två; ok'),
      cell('verdict', 5, words.verdicts.ask),
      cell('due', 5, '2026-06-15'),
      cell('verdict', 6, words.verdicts.unjustified),
      cell('employee_answer', 6, 'Kände inte till patienten.'),
      cell('not_asked_reason', 6, '’=HYPERLINK("http://x")'),
      { sheet: sheets.cases, cell: `${columnOf(columns.who)}4`, text: 'Någon annan' },
    ])
    const { answers, problems } = await readAnswers(fileOf(filled), vocabularies)
    expect(problems).toEqual([])
    expect(answers).toMatchObject({ packet_id: packet.packet_id, control_id: packet.control_id, not_party: true })
    expect(answers.answers).toEqual([
      {
        case_id: packet.cases[0]!.case_id,
        verdict: 'explained',
        explanation: 'care',
        comment: 'Åtgärdat enligt rutin, "klart".\nRad två; ok',
        due: null,
        employee_answer: null,
        not_asked_reason: null,
      },
      {
        case_id: packet.cases[1]!.case_id,
        verdict: 'ask',
        explanation: null,
        comment: '',
        due: '2026-06-15',
        employee_answer: null,
        not_asked_reason: null,
      },
      {
        case_id: packet.cases[2]!.case_id,
        verdict: 'unjustified',
        explanation: null,
        comment: '',
        due: null,
        employee_answer: 'Kände inte till patienten.',
        not_asked_reason: '’=HYPERLINK("http://x")',
      },
      expect.objectContaining({ case_id: packet.cases[3]!.case_id, verdict: null }),
    ])
    expect((await cellsOf(filled, sheets.cases)).get(`${columnOf(columns.who)}4`)).toBe(packet.cases[0]!.who)
  })
})

function parse(text: string): void {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.write(text).close()
}

/** The cell styles that may be filled in. */
function openStyles(styles: string): Set<number> {
  const formats = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(styles)![1]!.split('</xf>')
  return new Set(formats.flatMap((format, place) => (format.includes('locked="0"') ? [place] : [])))
}

async function quoted(bytes: Uint8Array, cell: string): Promise<boolean> {
  const parts = await partsOf(bytes)
  const formats = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(parts.get('xl/styles.xml')!)![1]!.split('</xf>')
  const style = new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(parts.get('xl/worksheets/sheet2.xml')!)![1]!
  return formats[Number(style)]!.includes('quotePrefix="1"')
}
