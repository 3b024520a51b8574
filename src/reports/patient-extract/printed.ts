import type { Language } from '../../model/language.ts'
import type { ExtractLine, PatientExtract } from '../../model/patient-extract.ts'
import type { Block, PrintedDocument, Section, Table } from '../printed/document.ts'
import { disclosureSheet } from './disclosure-sheet.ts'
import { appendix, linesTable, otherTable } from './tables.ts'
import {
  coverTexts,
  extractPeriod,
  type ExtractTelling,
  patientText,
  providerText,
  purgedText,
  tellExtract,
} from './telling.ts'

/** The extract as pages: a sheet on its disclosure, what the patient reads, and the whole list. */
export function extractPages(extract: PatientExtract, language: Language): PrintedDocument {
  const telling = tellExtract(extract, language)
  const { own } = telling
  const { archive_months, case_number } = extract.disclosure
  return {
    language,
    title: own.title,
    subtitle: own.subtitle(patientText(telling), extractPeriod(telling)),
    caseNumber: case_number,
    archive: `${own.sheet.archive} ${own.sheet.months(archive_months)}`,
    tool: extract.tool,
    prepared: extract.prepared,
    landscape: true,
    blocks: [
      disclosureSheet(telling, patientText(telling), extractPeriod(telling)),
      forThePatient(telling),
      ...owners(telling),
      ...citizens(telling),
      ...automatic(telling),
      ...terms(telling),
      ...appendix(telling),
    ],
  }
}

function forThePatient(telling: ExtractTelling): Section {
  const { extract, own, you } = telling
  const covers = coverTexts(telling)
  const read = extract.lines.filter(({ reader }) => reader === 'staff')
  const readings = read.reduce((sum, line) => sum + line.readings, 0)
  const units = new Set(read.flatMap(({ care_unit_id }) => care_unit_id ?? [])).size
  const lead: Block = {
    is: 'paragraph',
    look: 'lead',
    text: extract.readings.length === 0 ? own.none(own.listed(covers)) : own.lead(you, readings, units),
  }
  const purged = purgedText(telling)
  const beyond: Block[] = [...(extract.beyond_logs ? [own.beyond] : []), ...(purged === null ? [] : [purged])].map(
    (text) => ({ is: 'paragraph', text }),
  )
  const about: Block[] = [
    { is: 'paragraph', text: own.howToRead(extract.disclosure.staff_names) },
    { is: 'paragraph', text: own.notWrong() },
  ]
  return {
    is: 'section',
    heading: own.heading(you),
    newPage: true,
    blocks: [
      lead,
      ...beyond,
      ...(extract.readings.length === 0 ? [] : about),
      {
        is: 'section',
        heading: own.coversHeading,
        blocks: [
          { is: 'list', items: covers },
          { is: 'paragraph', look: 'small', text: own.coversOnly },
        ],
      },
    ],
  }
}

/** The staff's readings, by whose information it is; those from within that provider first. */
function owners(telling: ExtractTelling): Section[] {
  const { extract, own } = telling
  const staff = extract.lines.filter(({ reader }) => reader === 'staff')
  const byOwner = Map.groupBy(staff, ({ owner_care_provider_id }) => owner_care_provider_id)
  const ownFirst = extract.providers.toSorted((one, other) => Number(other.own) - Number(one.own))
  const order = [...ownFirst.map(({ care_provider_id }) => care_provider_id), null]
  let sheet = 0
  return order.flatMap((owner) => {
    const lines = byOwner.get(owner)
    if (!lines) return []
    const within = lines.filter(({ care_provider_id }) => owner !== null && care_provider_id === owner)
    const others = lines.filter(({ care_provider_id }) => owner === null || care_provider_id !== owner)
    const name = owner === null ? null : providerText(telling, owner)
    const tables: Table[] = []
    const add = (caption: string, part: readonly ExtractLine[], withProvider: boolean): void => {
      if (part.length === 0) return
      sheet += 1
      tables.push(linesTable(telling, `${own.table} ${sheet}`, caption, part, withProvider))
    }
    add(name === null ? '' : own.readBy(name), within, false)
    add(name === null ? own.table : own.readByOthers, others, true)
    return [{ is: 'section', heading: name === null ? own.ownerUnknown : own.ownedBy(name), blocks: tables }]
  })
}

function citizens(telling: ExtractTelling): Section[] {
  const { extract, own, you } = telling
  const lines = extract.lines.filter(({ reader }) => reader === 'citizen')
  if (lines.length === 0) return []
  return [
    {
      is: 'section',
      heading: own.citizens(you),
      blocks: [
        { is: 'paragraph', text: own.citizensAbout },
        otherTable(telling, own.sheetCitizens, own.citizens(you), lines),
      ],
    },
  ]
}

function automatic(telling: ExtractTelling): Section[] {
  const { extract, own } = telling
  const lines = extract.lines.filter(({ reader }) => reader === 'automatic')
  if (lines.length === 0) return []
  return [
    {
      is: 'section',
      heading: own.automatic,
      blocks: [
        { is: 'paragraph', text: own.automaticAbout },
        otherTable(telling, own.sheetAutomatic, own.automatic, lines),
      ],
    },
  ]
}

/** The words of the list that need an explanation, those that occur. */
function terms({ extract, own }: ExtractTelling): Section[] {
  const { lines } = extract
  const occurs = (word: ExtractLine['activities'][number]): boolean =>
    lines.some(({ activities }) => activities.includes(word))
  const items = [
    ...(occurs('sign') ? [own.termList.sign] : []),
    ...(occurs('acknowledge') ? [own.termList.acknowledge] : []),
    ...(lines.some(({ emergency }) => emergency) ? [own.termList.emergency_access, own.termList.block_override] : []),
    ...(extract.readings.some(({ list_view }) => list_view) ? [own.termList.list_view] : []),
  ]
  return items.length === 0 ? [] : [{ is: 'section', heading: own.terms, blocks: [{ is: 'list', items }] }]
}
