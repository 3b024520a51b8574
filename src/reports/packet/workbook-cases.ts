import { packetWords } from '../../language/packet/index.ts'
import { workbookWords } from '../../language/workbook/index.ts'
import { type AnswerColumn, answerColumns } from '../../model/answer-vocabulary.ts'
import { longestAnswer } from '../../model/answers.ts'
import type { Packet, PacketCase } from '../../model/packet.ts'
import type { Choice, Sheet, SheetCell, SheetRow } from '../xlsx/sheet.ts'
import type { Style } from '../xlsx/styles.ts'
import { columnName } from '../xlsx/xml.ts'
import { listOf } from './workbook-choices.ts'
import { mark } from './workbook-first.ts'

type Told = Exclude<keyof ReturnType<typeof workbookWords>['columns'], 'explained'>
type Answered = Exclude<AnswerColumn, 'case_id'>

interface Column {
  readonly name: Told | Answered
  readonly width: number
  readonly style: Style
}

const told: readonly Column[] = [
  { name: 'place', width: 5, style: 'place' },
  { name: 'who', width: 16, style: 'cell' },
  { name: 'selection', width: 11, style: 'cell' },
  { name: 'title', width: 13, style: 'cell' },
  { name: 'whose', width: 18, style: 'cell' },
  { name: 'unit', width: 15, style: 'cell' },
  { name: 'when', width: 16, style: 'cell' },
  { name: 'lookups', width: 8, style: 'place' },
  { name: 'activities', width: 16, style: 'cell' },
  { name: 'relation', width: 23, style: 'cell' },
  { name: 'questions', width: 42, style: 'cell' },
  { name: 'against', width: 24, style: 'cell' },
]

const answerWidths: Readonly<Record<Answered, number>> = {
  verdict: 22,
  explanation: 22,
  due: 14,
  employee_answer: 28,
  not_asked_reason: 26,
  comment: 32,
}

const answered: readonly Column[] = answerColumns
  .filter((name): name is Answered => name !== 'case_id')
  .map((name) => ({ name, width: answerWidths[name], style: name === 'due' ? 'answerDate' : 'answer' }))

const columns: readonly Column[] = [...told, ...answered, { name: 'case_id', width: 14, style: 'id' }]

/** Row 1 is for the machine, 2 says what to do, 3 is the head; cases follow. */
const headRow = 3

/** One row for each case, with the columns to fill in. */
export function casesSheet(packet: Packet): Sheet {
  const words = workbookWords(packet.language)
  const titles = { ...words.columns, ...words.answers }
  return {
    name: words.sheets.cases,
    columns: columns.map(({ width }) => width),
    rows: [
      machineRow(packet),
      { cells: [{ value: words.fill, style: 'plain' }], height: 20 },
      { cells: columns.map(({ name, style }) => ({ value: titles[name], style: headStyle(style) })) },
      ...packet.cases.map((one) => caseRow(packet, one)),
    ],
    frozen: { rows: headRow, columns: 2 },
    repeated: { row: headRow, columns: 2 },
    landscape: true,
    print: { percent: 55, breakBefore: told.length },
    locked: true,
    footer: { left: mark(packet), right: packetWords(packet.language).page },
    choices: packet.cases.length === 0 ? [] : choices(packet),
  }
}

/** The names of the columns as the tool calls them, and after them whose packet it is: rows may be moved, this stays. */
function machineRow({ packet_id, control_id }: Packet): SheetRow {
  const names = [...columns.map(({ name }) => name), 'packet_id', packet_id, 'control_id', control_id]
  return { cells: names.map((value) => ({ value, style: 'quiet' })), hidden: true }
}

function headStyle(style: Style): Style {
  return style === 'answer' || style === 'answerDate' ? 'answerHead' : 'head'
}

function caseRow(packet: Packet, one: PacketCase): SheetRow {
  const values: Readonly<Record<Told, string | number>> = {
    place: one.place,
    selection: selection(packet, one),
    who: one.who,
    title: one.title,
    whose: one.whose,
    unit: one.units,
    when: when(packet, one),
    lookups: one.lookups,
    activities: one.activities,
    relation: one.relation.join('\n'),
    questions: questions(packet, one),
    against: one.against.join('\n'),
    case_id: one.case_id,
  }
  return {
    cells: columns.map(({ name, style }): SheetCell => ({
      value: Object.hasOwn(values, name) ? values[name as Told] : null,
      style,
    })),
  }
}

function selection({ language }: Packet, { priority, source }: PacketCase): string {
  const words = packetWords(language).case
  if (source === 'target') return words.target
  return priority === null ? words.drawn : words.priority.replace('{n}', String(priority))
}

function when({ language }: Packet, { first, last, days }: PacketCase): string {
  const words = packetWords(language).case
  if (first === last) return first
  const span = words.span.replace('{first}', () => first).replace('{last}', () => last)
  return days > 1 ? `${span}\n(${words.days.several.replace('{n}', String(days))})` : span
}

function questions({ language }: Packet, { questions }: PacketCase): string {
  const words = workbookWords(language)
  return questions
    .map(({ title, sentences, ask, explanations }) =>
      [
        title,
        ...listed(sentences),
        words.ask(ask),
        ...(explanations.length > 0 ? [words.common, ...listed(explanations)] : []),
      ].join('\n'),
    )
    .join('\n\n')
}

function listed(texts: readonly string[]): string[] {
  return texts.map((text) => `• ${text}`)
}

function choices(packet: Packet): Choice[] {
  const { prompts, refusals } = workbookWords(packet.language)
  const cells = (name: Answered): string => {
    const letter = columnName(columns.findIndex((column) => column.name === name))
    return `${letter}${headRow + 1}:${letter}${headRow + packet.cases.length}`
  }
  const texts: Answered[] = ['employee_answer', 'not_asked_reason', 'comment']
  return [
    ...(['verdict', 'explanation'] as const).map((name) => ({
      cells: cells(name),
      kind: { list: listOf(packet, name) },
      prompt: prompts[name],
      refusal: refusals.list,
    })),
    { cells: cells('due'), kind: { datesFrom: packet.prepared_on }, prompt: prompts.due, refusal: refusals.due },
    ...texts.map((name) => ({
      cells: cells(name),
      kind: { longest: longestAnswer },
      prompt: prompts.text,
      refusal: refusals.text(longestAnswer),
    })),
  ]
}
