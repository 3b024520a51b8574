import { child, children, textAt, type XmlElement } from '../xml/element.ts'
import { type GiveRow, rivReference } from './contract.ts'
import { numberAt } from './directory.ts'
import { isoDay, lastDay } from './times.ts'

/** The person service (PU): strategicresourcemanagement:persons:person. */
export const puPersons = rivReference({
  id: 'pu-person',
  description: 'Persons of the person service PU (GetPersonsForProfile): protection, deaths, linked numbers, relations',
  based_on: 'RIV-TA strategicresourcemanagement:persons:person 3.0 to 5.1',
  kind: 'patient',
  messages: /^GetPersonsForProfile\w*Response$/,
  domain: /persons:person/i,
  records: ['personRecord'],
  give: givePerson,
})

/** Its forerunner: population:residentmaster. */
export const residents = rivReference({
  id: 'residentmaster',
  description: 'Persons of the population register (LookupResidentForFullProfile)',
  based_on: 'RIV-TA population:residentmaster 1.0 and 1.1, Skatteverket Navetavisering V1',
  kind: 'patient',
  messages: /^LookupResidentFor(?:Full|Extended)Profile\w*Response$/,
  domain: /population:residentmaster/i,
  records: ['resident'],
  give: giveResident,
})

/** What the related person is to the person (Navet): `VF` says that the person is guardian of the related one. */
const relationKinds: Readonly<Record<string, string>> = {
  B: 'child',
  MO: 'parent',
  FA: 'parent',
  F: 'parent',
  V: 'guardian',
  VF: 'child',
  M: 'spouse',
  P: 'partner',
}

function givePerson(person: XmlElement, row: GiveRow): void {
  const patient_id = numberAt(person, 'personalIdentity')
  const address = child(child(person, 'addressInformation'), 'residentialAddress')
  const deregistration = child(person, 'deregistration')
  row('patient', {
    patient_id,
    given_name: namePart(person, 'givenName'),
    family_name: [namePart(person, 'middleName'), namePart(person, 'surname')].filter(Boolean).join(' ') || undefined,
    address: addressOf(address, ['postalAddress1', 'postalAddress2', 'streetAddress']),
    postal_code: textAt(address, 'postalCode') ?? textAt(address, 'zipCode'),
    city: textAt(address, 'city') ?? textAt(address, 'postalCity'),
    protection: protectionOf(
      isTrue(textAt(person, 'protectedPopulationRecord')),
      isTrue(textAt(person, 'protectedPersonIndicator')),
    ),
    birth_date: isoDay(textAt(person, 'birth', 'date') ?? textAt(person, 'birth', 'dateOfBirth')),
    deceased_date:
      textAt(deregistration, 'reasonCode')?.toUpperCase() === 'AV' ? isoDay(textAt(deregistration, 'date')) : undefined,
    is_test: textAt(person, 'testIndicator')?.toLowerCase(),
  })
  const primary = numberAt(person, 'primaryIdentity') ?? patient_id
  for (const [name, kind] of aliases) {
    for (const alias of children(person, name))
      giveAlias(primary, textAt(alias, 'extension') ?? textAt(alias, 'id') ?? textAt(alias), kind, row)
  }
  if (primary !== patient_id) giveAlias(primary, patient_id, 'linked', row)
  for (const relation of children(person, 'relationship')) {
    const type = textAt(relation, 'relationshipType', 'code') ?? textAt(relation, 'relationshipType')
    giveRelation(
      patient_id,
      {
        related: numberAt(child(relation, 'relationshipId'), 'personalIdentity'),
        type,
        from: textAt(relation, 'fromDate') ?? textAt(relation, 'from'),
        to: textAt(relation, 'toDate') ?? textAt(relation, 'to'),
      },
      row,
    )
  }
}

const aliases = [
  ['linkedIdentity', 'linked'],
  ['referredPersonalIdentities', 'referred'],
  ['referredPersonalIdentity', 'referred'],
] as const

function giveResident(resident: XmlElement, row: GiveRow): void {
  const person = child(resident, 'Personpost')
  const patient_id = textAt(person, 'PersonId') ?? textAt(child(person, 'PersonId'), 'PersonNr')
  const name = child(person, 'Namn')
  const address = child(person, 'Folkbokforingsadress')
  const deregistration = child(person, 'Avregistrering')
  row('patient', {
    patient_id,
    given_name: textAt(name, 'Fornamn'),
    family_name: [textAt(name, 'Mellannamn'), textAt(name, 'Efternamn')].filter(Boolean).join(' ') || undefined,
    address: addressOf(address, ['Utdelningsadress1', 'Utdelningsadress2']),
    postal_code: textAt(address, 'PostNr'),
    city: textAt(address, 'Postort'),
    protection: protectionOf(false, textAt(resident, 'Sekretessmarkering')?.toUpperCase() === 'J'),
    birth_date: isoDay(textAt(person, 'Fodelsetid')),
    deceased_date:
      textAt(deregistration, 'AvregistreringsorsakKod') === 'AV'
        ? isoDay(textAt(deregistration, 'Avregistreringsdatum'))
        : undefined,
  })
  giveAlias(patient_id, textAt(person, 'HanvisningsPersonNr'), 'referred', row)
  for (const relation of children(child(person, 'Relationer'), 'Relation')) {
    giveRelation(
      patient_id,
      {
        related: textAt(relation, 'RelationId', 'PersonNr'),
        type: textAt(relation, 'Relationstyp'),
        from: textAt(relation, 'RelationFromdatum'),
        to: textAt(relation, 'RelationTomdatum'),
      },
      row,
    )
  }
}

function giveAlias(person_id: string | undefined, alias_id: string | undefined, kind: string, row: GiveRow): void {
  if (alias_id !== undefined && alias_id !== person_id) row('person_alias', { person_id, alias_id, kind })
}

interface Related {
  readonly related: string | undefined
  readonly type: string | undefined
  readonly from: string | undefined
  readonly to: string | undefined
}

/** A relation to someone whose number is not known joins nobody. */
function giveRelation(person_id: string | undefined, { related, type, from, to }: Related, row: GiveRow): void {
  if (related === undefined) return
  row('relation', {
    person_id,
    related_person_id: related,
    kind: relationKinds[type?.toUpperCase() ?? ''] ?? 'other',
    valid_from: isoDay(from),
    valid_to: lastDay(to),
  })
}

/** Protected registration is the stronger of the two, and hides the address; no flag at all is not known. */
function protectionOf(isRegistration: boolean | undefined, isFlagged: boolean | undefined): string | undefined {
  if (isRegistration) return 'protected_registration'
  if (isFlagged) return 'confidentiality_flag'
  return isRegistration === undefined && isFlagged === undefined ? undefined : 'none'
}

function isTrue(text: string | undefined): boolean | undefined {
  return text === undefined ? undefined : /^(?:true|1)$/i.test(text)
}

function namePart(person: XmlElement, part: string): string | undefined {
  const name = child(person, 'name')
  return textAt(name, part) ?? textAt(name, part, 'name')
}

function addressOf(address: XmlElement | undefined, lines: readonly string[]): string | undefined {
  return (
    lines
      .map((line) => textAt(address, line))
      .filter(Boolean)
      .join(', ') || undefined
  )
}
