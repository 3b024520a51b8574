import type { RecordSink } from '../record.ts'
import { child, children, textAt, type XmlElement } from '../xml/element.ts'
import { type GiveRow, rivReference } from './contract.ts'
import { earlierDay, isoDay, lastDay } from './times.ts'

/** HSA, persons: infrastructure:directory:employee. */
export const hsaEmployees = rivReference({
  id: 'hsa-employee',
  description: 'Staff of the HSA directory (GetEmployee, GetEmployeeIncludingProtectedPerson)',
  based_on: 'RIV-TA infrastructure:directory:employee 1.0 to 2.2',
  kind: 'staff',
  messages: /^GetEmployee(?:IncludingProtectedPerson)?Response$/,
  domain: /infrastructure:directory:employee|infrastructure:directory/i,
  records: ['personInformation'],
  give: (person, row) => row('staff', staffOf(person)),
})

/** HSA, assignments (medarbetaruppdrag): infrastructure:directory:authorizationmanagement. */
export const hsaCredentials = rivReference({
  id: 'hsa-authorization',
  description: 'Assignments of the HSA directory (GetCredentialsForPerson and its kin)',
  based_on: 'RIV-TA infrastructure:directory:authorizationmanagement 1.0 to 2.3',
  kind: 'assignment',
  messages: /^GetCredentials\w*Response$|^GetAdminCredentials\w*Response$/,
  domain: /infrastructure:directory/i,
  records: ['credentialInformation'],
  give: giveCredentials,
})

function staffOf(person: XmlElement) {
  const isProtected = textAt(person, 'protectedPerson')?.toLowerCase()
  return {
    user_id: textAt(person, 'personHsaId'),
    person_id: textAt(person, 'personalIdentityNumber') ?? textAt(person, 'personalIdentity', 'extension'),
    given_name: textAt(person, 'givenName'),
    family_name: textAt(person, 'middleAndSurName'),
    title:
      textAt(person, 'title') ??
      textAt(person, 'healthCareProfessionalLicence') ??
      textAt(person, 'paTitle', 'paTitleName'),
    kind: 'person',
    protection:
      isProtected === undefined ? undefined : /^(?:true|1)$/.test(isProtected) ? 'confidentiality_flag' : 'none',
    valid_from: isoDay(textAt(person, 'personStartDate')),
    valid_to: lastDay(textAt(person, 'personEndDate')),
  }
}

function giveCredentials(credentials: XmlElement, row: GiveRow, sink: RecordSink): void {
  row('staff', staffOf(credentials))
  for (const commission of children(credentials, 'commission')) giveCommission(credentials, commission, row, sink)
}

function giveCommission(credentials: XmlElement, commission: XmlElement, row: GiveRow, sink: RecordSink): void {
  const at = (name: string) => textAt(commission, name)
  const care_unit_id = at('healthCareUnitHsaId')
  const care_provider_id = at('healthCareProviderHsaId')
  if (['archivedHealthCareUnit', 'archivedHealthCareProvider'].some((name) => at(name)?.toLowerCase() === 'true')) {
    sink.deviation('archived_unit')
  }
  row('assignment', {
    user_id: textAt(credentials, 'personHsaId'),
    care_unit_id,
    care_provider_id,
    name: at('commissionName'),
    purpose: purposeOf(at('commissionPurpose')),
    valid_from: latest(isoDay(at('healthCareUnitStartDate')), isoDay(at('healthCareProviderStartDate'))),
    valid_to: earlierDay(lastDay(at('healthCareUnitEndDate')), lastDay(at('healthCareProviderEndDate'))),
  })
  if (care_unit_id !== undefined) {
    row('care_unit', {
      care_unit_id,
      name: at('healthCareUnitName'),
      care_provider_id,
      care_provider_name: at('healthCareProviderName'),
    })
  }
}

/** Spellings that one and the same directory has; the contract's own words are known to the whole tool. */
const purposes: Readonly<Record<string, string>> = { admin: 'administration', inget: 'other' }

function purposeOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : (purposes[text.toLowerCase()] ?? text)
}

function latest(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a
}

/** The `extension` of an instance identifier, or the number itself in the older contracts. */
export function numberAt(element: XmlElement | undefined, name: string): string | undefined {
  return textAt(element, name, 'extension') ?? textAt(element, name, 'id') ?? textAt(child(element, name))
}
