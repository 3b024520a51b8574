import { dayText } from '../moments.ts'
import { code, type Inline, type Section, strong } from '../printed/document.ts'
import { formatPersonId } from '../../model/person-id.ts'
import { type ExtractTelling, isNoNumber } from './telling.ts'

/** The first page: who assessed the disclosure and when, what is not shown and why, by what law. */
export function disclosureSheet(telling: ExtractTelling, whom: string, period: string): Section {
  const { extract, own } = telling
  const { disclosure, patient } = extract
  const { sheet } = own
  const { causes, withheld } = disclosure
  const hidden = [
    ...(withheld.names_off > 0 ? [sheet.namesOffCount(withheld.names_off)] : []),
    ...(withheld.protected_staff > 0 ? [sheet.protectedCount(withheld.protected_staff)] : []),
    ...(extract.readings.some(({ is_patient }) => is_patient === false) ? [sheet.citizensHidden] : []),
    sheet.freeText,
  ]
  const facts: (readonly [string, Inline])[] = [
    [sheet.concerns, whom],
    ...(patient.other_ids.length > 0
      ? [[sheet.otherIds, own.listed(patient.other_ids.map(formatPersonId))] as const]
      : []),
    [sheet.period, period],
    [sheet.requestedBy, sheet.requesters[disclosure.requested_by]],
    [sheet.caseNumber, disclosure.case_number ?? sheet.none],
    [sheet.assessedBy, assessedText(telling)],
    [sheet.causes, causes.length === 0 ? sheet.noCauses : own.listed(causes.map((cause) => sheet.cause[cause]))],
    ...(disclosure.assessed === null ? [] : [[sheet.assessed, disclosure.assessed] as const]),
    [sheet.names, disclosure.staff_names ? sheet.namesOn : sheet.namesOff],
    [sheet.archive, sheet.months(disclosure.archive_months)],
    [sheet.trailHead, code(extract.trail_head)],
  ]
  const laws = [...sheet.laws, ...(disclosure.requested_by === 'relative' ? [sheet.lawOfRelatives] : [])]
  return {
    is: 'section',
    heading: sheet.heading,
    blocks: [
      ...(isNoNumber(extract) ? [{ is: 'paragraph', text: [strong(own.noNumber)] } as const] : []),
      { is: 'facts', facts },
      { is: 'section', heading: sheet.withheld, blocks: [{ is: 'list', items: hidden }] },
      { is: 'paragraph', look: 'small', text: `${sheet.law}: ${laws.join(' ')}` },
      { is: 'signatures', signers: [{ role: sheet.signer, name: null }] },
    ],
  }
}

/** Who assessed it and when, or that it is filled in by hand. */
function assessedText(telling: ExtractTelling): string {
  const { assessed_by, assessed_on } = telling.extract.disclosure
  const known = [assessed_by, assessed_on === null ? null : dayText(telling, assessed_on)].filter(
    (part) => part !== null,
  )
  return known.length === 0 ? telling.own.sheet.toFill : known.join(', ')
}
