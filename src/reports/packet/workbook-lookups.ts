import { packetWords } from '../../language/packet/index.ts'
import { workbookWords } from '../../language/workbook/index.ts'
import type { Packet, PacketCase, PacketRow } from '../../model/packet.ts'
import type { Sheet, SheetRow } from '../xlsx/sheet.ts'
import type { Style } from '../xlsx/styles.ts'
import { mark } from './workbook-first.ts'

const widths = [6, 22, 24, 24, 22, 26, 40, 14, 14] as const

/** The lookups of every case, one row each, to read. */
export function lookupsSheet(packet: Packet): Sheet {
  const { sheets, columns } = workbookWords(packet.language)
  const { page } = packetWords(packet.language)
  const titles = [
    columns.place,
    columns.when,
    columns.who,
    columns.whose,
    columns.unit,
    columns.activities,
    columns.relation,
    columns.explained,
    columns.case_id,
  ]
  return {
    name: sheets.lookups,
    columns: widths,
    rows: rows(packet, titles),
    frozen: { rows: 1, columns: 1 },
    repeated: { row: 1 },
    landscape: true,
    locked: true,
    footer: { left: mark(packet), right: page },
  }
}

function* rows(packet: Packet, titles: readonly string[]): Generator<SheetRow> {
  yield { cells: titles.map((value) => ({ value, style: 'head' })) }
  for (const one of packet.cases) {
    for (const row of one.rows) yield rowOf(packet, one, row)
    if (one.more_rows > 0) yield moreRow(packet, one)
  }
}

function rowOf({ language }: Packet, one: PacketCase, row: PacketRow): SheetRow {
  const { yes, no } = workbookWords(language)
  return styled(one, [
    row.when,
    // What is the same for the whole case is said again here: rows of a sheet are sorted and filtered.
    row.who || one.who,
    row.whose || one.whose,
    row.unit || one.units,
    row.activities,
    row.relation,
    row.explained ? yes : no,
  ])
}

function moreRow({ language }: Packet, one: PacketCase): SheetRow {
  const { one: single, several } = packetWords(language).case.moreRows
  const text = one.more_rows === 1 ? single : several.replace('{n}', String(one.more_rows))
  return styled(one, [text, '', '', '', '', '', ''])
}

function styled({ place, case_id }: PacketCase, texts: readonly string[]): SheetRow {
  const cell = (value: string | number, style: Style) => ({ value, style })
  return { cells: [cell(place, 'place'), ...texts.map((text) => cell(text, 'cell')), cell(case_id, 'id')] }
}
