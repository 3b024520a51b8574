import type { ExtractLine } from '../../model/patient-extract.ts'
import type { Column, Section, Table } from '../printed/document.ts'
import {
  type ExtractTelling,
  kindsText,
  lineTime,
  providerText,
  purposesText,
  readingTime,
  titlesText,
  unitText,
  whatText,
  whoText,
} from './telling.ts'

/** The lines of staff as a table. @param withProvider each unit with its provider */
export function linesTable(
  telling: ExtractTelling,
  name: string,
  caption: string,
  lines: readonly ExtractLine[],
  withProvider: boolean,
): Table {
  const { extract, own } = telling
  const { columns } = own
  const named = extract.disclosure.staff_names
  const titles: Column[] = [
    { title: columns.day, share: 12 },
    { title: columns.time, share: 9 },
    { title: columns.unit, share: 19 },
    ...(named ? [{ title: columns.who, share: 14 }] : []),
    { title: columns.profession, share: 14 },
    { title: columns.what, share: 20 },
    { title: columns.kind, share: 20 },
    { title: columns.purpose, share: 12 },
    { title: columns.times, number: true, share: 7 },
  ]
  return {
    is: 'table',
    name,
    caption,
    columns: titles,
    rows: lines.map((line) => {
      const { day, clock } = lineTime(telling, line)
      const { care_provider_id } = line
      const unit = unitText(telling, line.care_unit_id)
      const provider = care_provider_id === null ? null : providerText(telling, care_provider_id)
      return [
        day,
        clock,
        withProvider ? `${unit}, ${provider ?? own.readByUnknown.toLowerCase()}` : unit,
        ...(named ? [whoText(telling, line)] : []),
        peopleText(telling, line),
        whatText(telling, line),
        kindsText(telling, line.resource_types),
        purposesText(telling, line.purposes),
        line.readings,
      ]
    }),
  }
}

/** The professions of a line, and how many people they are where it is more than one. */
function peopleText(telling: ExtractTelling, { titles, people }: ExtractLine): string {
  const profession = titlesText(telling, titles)
  if (people < 2) return profession
  const several = telling.own.people(people)
  return profession === '' ? several : `${profession} (${several})`
}

/** The lines of citizens or automatic systems as a table. */
export function otherTable(
  telling: ExtractTelling,
  name: string,
  caption: string,
  lines: readonly ExtractLine[],
): Table {
  const { columns } = telling.own
  return {
    is: 'table',
    name,
    caption,
    columns: [
      { title: columns.day },
      { title: columns.time },
      { title: columns.who },
      { title: columns.what },
      { title: columns.kind },
      { title: columns.times, number: true },
    ],
    rows: lines.map((line) => {
      const { day, clock } = lineTime(telling, line)
      const kinds = kindsText(telling, line.resource_types)
      return [day, clock, whoText(telling, line), whatText(telling, line), kinds, line.readings]
    }),
  }
}

/** Every reading on a row. */
export function appendix(telling: ExtractTelling): Section[] {
  const { extract, own } = telling
  const { columns } = own
  const named = extract.disclosure.staff_names
  if (extract.readings.length === 0) return []
  const table: Table = {
    is: 'table',
    name: own.sheetAll,
    caption: own.appendix,
    columns: [
      { title: columns.day, share: 12 },
      { title: columns.time, share: 7 },
      { title: columns.unit, share: 18 },
      ...(named ? [{ title: columns.who, share: 14 }] : []),
      { title: columns.profession, share: 14 },
      { title: columns.what, share: 13 },
      { title: columns.kind, share: 18 },
      // The usual purpose fits a line, which halves the pages.
      { title: columns.purpose, share: 15 },
      { title: columns.owner, share: 16 },
    ],
    rows: extract.readings.map((reading) => {
      const { day, clock } = readingTime(telling, reading)
      const { owner_care_provider_id: owner, owner_care_unit_id, resource_type, title } = reading
      const from = owner_care_unit_id ?? null
      return [
        day,
        clock,
        reading.reader === 'staff' ? unitText(telling, reading.care_unit_id) : whoText(telling, reading),
        ...(named ? [reading.reader === 'staff' ? whoText(telling, reading) : ''] : []),
        titlesText(telling, title === null ? [] : [title]),
        whatText(telling, { ...reading, activities: [reading.activity] }),
        kindsText(telling, resource_type === null ? [] : [resource_type]),
        purposesText(telling, [reading.purpose]),
        from === null ? (owner === null ? '' : providerText(telling, owner)) : unitText(telling, from),
      ]
    }),
  }
  return [{ is: 'section', heading: own.appendix, newPage: true, blocks: [table] }]
}
