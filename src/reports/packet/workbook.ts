import { packetWords, verdictWords } from '../../language/packet/index.ts'
import { workbookWords } from '../../language/workbook/index.ts'
import type { Packet } from '../../model/packet.ts'
import { explanations, verdicts } from '../../model/review.ts'
import type { Sheet } from '../xlsx/sheet.ts'
import { writeWorkbook } from '../xlsx/workbook.ts'
import { casesSheet } from './workbook-cases.ts'
import { firstSheet } from './workbook-first.ts'
import { lookupsSheet } from './workbook-lookups.ts'

/**
 * The workbook (.xlsx) that a reviewer fills in, locked but for the answers; no password holds the lock.
 * The same packet gives the same bytes.
 */
export function packetWorkbook(packet: Packet): Promise<Uint8Array> {
  return writeWorkbook({
    title: `${packet.unit}, ${packet.period}`,
    prepared: `${packet.prepared_on}T00:00:00Z`,
    sheets: [firstSheet(packet), casesSheet(packet), lookupsSheet(packet), choicesSheet(packet)],
  })
}

/**
 * The words that are chosen from, each with its code: a sheet that is not shown. Such a file can be read however the
 * words change.
 */
function choicesSheet({ language }: Packet): Sheet {
  const said = verdictWords(language)
  const { sheets, yes, no } = workbookWords(language)
  const rows = [
    ...verdicts.map((code) => ['verdict', said.verdicts[code].name, code]),
    ...explanations.map((code) => ['explanation', said.explanations[code], code]),
    ['party_answer', yes, 'yes'],
    ['party_answer', no, 'no'],
    ['party_line', packetWords(language).party.line, ''],
  ]
  return {
    name: sheets.choices,
    columns: [14, 40, 20],
    rows: rows.map((row) => ({ cells: row.map((value) => ({ value, style: 'plain' })) })),
    locked: true,
    hidden: true,
  }
}
