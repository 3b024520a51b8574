import { packetWords, verdictWords } from '../../language/packet/index.ts'
import { workbookWords } from '../../language/workbook/index.ts'
import type { Packet } from '../../model/packet.ts'
import { verdicts } from '../../model/review.ts'
import type { Sheet, SheetRow } from '../xlsx/sheet.ts'
import type { Style } from '../xlsx/styles.ts'
import { listOf } from './workbook-choices.ts'

const widths = [36, 92] as const

/** What it is, whom it is for, how it is filled in, and the line to answer before anything else. */
export function firstSheet(packet: Packet): Sheet {
  const page = packetWords(packet.language)
  const words = workbookWords(packet.language)
  const rows = [...head(packet), ...aboutRows(packet), ...noticeRows(packet), ...stepRows(packet)]
  rows.push(line(page.party.heading, 'heading'))
  const party = rows.length + 1
  rows.push(pair(page.party.line, '', 'answer'), pair('', page.party.means, 'quiet'), blank)
  rows.push(...verdictRows(packet), ...idRows(packet))
  return {
    name: words.sheets.read,
    columns: widths,
    rows,
    locked: true,
    footer: { left: mark(packet), right: page.page },
    choices: [
      {
        cells: `B${party}`,
        kind: { list: listOf(packet, 'party_answer') },
        prompt: words.partyPrompt,
        refusal: words.refusals.list,
      },
    ],
  }
}

/** What stands on every printed page. */
export function mark({ language, case_number }: Packet): string {
  const { confidential, about } = packetWords(language)
  return [confidential, ...(case_number === null ? [] : [`${about.caseNumber} ${case_number}`])].join(' · ')
}

function head(packet: Packet): SheetRow[] {
  const page = packetWords(packet.language)
  return [
    line(mark(packet), 'mark'),
    line(
      page.title.replace('{unit}', () => packet.unit),
      'title',
      26,
    ),
    pair('', page.introduction, 'wrapped'),
    pair('', page.selection, 'strong'),
    pair('', page.purpose, 'wrapped'),
    blank,
  ]
}

function aboutRows(packet: Packet): SheetRow[] {
  const { about, amount } = packetWords(packet.language)
  const facts: (readonly [string, string | number | null])[] = [
    [about.unit, packet.unit],
    [about.period, packet.period],
    [about.kind, packet.kind],
    [about.reason, packet.reason],
    [about.caseNumber, packet.case_number],
    [about.archive, packet.archive],
    [about.reviewer, packet.reviewer],
    [about.prepared, packet.prepared],
    [amount.cases, String(packet.cases.length)],
    [`${amount.minutes} (${amount.takes})`, String(packet.minutes)],
    [about.trail, packet.trail_head],
  ]
  return [...facts.filter(([, value]) => value !== null).map(([name, value]) => pair(name, value, 'wrapped')), blank]
}

function noticeRows(packet: Packet): SheetRow[] {
  const { outside, elsewhere, notices } = packetWords(packet.language)
  const counted = (words: { one: string; several: string }, amount: number): string[] =>
    amount === 0 ? [] : [amount === 1 ? words.one : words.several.replace('{n}', String(amount))]
  const said = [
    ...packet.notices,
    ...counted(outside, packet.outside),
    ...counted(elsewhere, packet.elsewhere),
    ...(packet.cases.some(({ masked }) => masked) ? [workbookWords(packet.language).masked] : []),
  ]
  return said.length === 0
    ? []
    : [line(notices, 'heading'), ...said.map((notice) => pair('', notice, 'wrapped')), blank]
}

function stepRows({ language }: Packet): SheetRow[] {
  const { steps } = workbookWords(language)
  return [
    line(packetWords(language).how.heading, 'heading'),
    ...steps.map((step, place) => pair('', `${place + 1}. ${step}`, 'wrapped')),
    blank,
  ]
}

function verdictRows({ language }: Packet): SheetRow[] {
  const said = verdictWords(language)
  return [
    line(workbookWords(language).verdicts, 'heading'),
    ...verdicts.map((code) => pair(said.verdicts[code].name, said.verdicts[code].means, 'wrapped')),
    blank,
  ]
}

function idRows(packet: Packet): SheetRow[] {
  const { ids, idNames } = workbookWords(packet.language)
  return [
    line(ids, 'note'),
    pair(idNames.packet, packet.packet_id, 'quiet'),
    pair(idNames.control, packet.control_id, 'quiet'),
  ]
}

const blank: SheetRow = { cells: [] }

function line(text: string, style: Style, height?: number): SheetRow {
  return { cells: [{ value: text, style }], ...(height === undefined ? {} : { height }) }
}

function pair(name: string, value: string | number | null, style: Style): SheetRow {
  return {
    cells: [
      { value: name, style: style === 'quiet' ? 'quiet' : 'strong' },
      { value, style },
    ],
  }
}
