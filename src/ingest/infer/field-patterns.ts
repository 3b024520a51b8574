import type { InputKind } from '../../model/reference.ts'
import type { Concept } from './header-words.ts'
import { foldedWords, type HeaderReading } from './read-header.ts'

/**
 * Field → the sets of concepts that its header is made of, each with how surely it is that field. `kind.field` is the
 * field of one kind, and comes before the field of all kinds.
 */
const patterns: Readonly<Record<string, string>> = {
  record_id:
    'record=.7 record id=1 record number=1 record activity=.5 activity id=.8 record id activity=.8 id=.35 record record=.8',
  occurred_at: `time=.95 date time=1 date=.75 activity time=1 activity date=.85 activity date time=1 record time=.95
    record date=.8 record date time=1 activity record time=.9 registered time=.6 resource time=.5
    activity from date=.9 activity from time=.95 activity from=.8 from time=.5 from date time=.6
    from date=.5 from=.35 activity=.4 registered=.4`,
  user_id: `user=.9 user id=1 user hsa=1 user hsa id=1 user code=.9 hsa=.55 hsa id=.55 user personal_number=.4 by=.3
    activity by=.8 activity by id=.85 activity by hsa id=.9 by hsa id=.6 registered by=.5 activity user=.85 user name=.35 user person=.5 user person id=.6 record user=.8`,
  user_name:
    'user family=.9 activity by name=.8 user name=1 user=.7 name=.4 user person name=.9 name user family=.5 activity by=.5 name activity user=.8',
  user_title: 'title=.9 user title=1 user type=.35',
  user_person_id: 'user personal_number=1 user person id=.5 personal_number=.45 user person personal_number=.95',
  assignment: 'assignment=1 assignment name=.95 user assignment=1 assignment id=.6',
  care_unit_id: `unit=.9 unit id=1 unit hsa=1 unit hsa id=1 unit code=.95 user unit=.95 user unit id=1 user unit hsa=1
    user unit hsa id=1 activity unit=.8 responsible unit=.62 provider unit=.9 unit name=.3 user unit name=.3`,
  care_provider_id: `provider=.85 provider id=1 provider hsa=1 provider hsa id=1 provider code=.95 user provider=.95
    user provider id=1 provider number=.8 provider name=.3 user provider name=.3`,
  patient_id: `patient=.9 patient id=1 patient personal_number=1 personal_number=.9 person=.6 person id=.75
    patient code=.8 patient person id=.9 patient record=.5 patient record id=.6`,
  patient_name: 'patient name=1 patient=.7 person name=.6 name=.35 patient family name=.6',
  activity: `activity=.95 activity type=1 activity code=.95 type=.45 activity name=.9 code=.3 activity id=.4
    record type=.6 activity record=.6 function=.4 record activity type=.9`,
  activity_level: 'view=.65 activity view=.7 level=.7 activity level=1',
  activity_args: 'activity detail=1 detail=.75 record detail=.7 detail type=.3 activity detail name=.6 record name=.4',
  purpose: 'purpose=1 purpose code=.95 activity purpose=1 purpose type=.9 purpose name=.9 reason=.3',
  resource_type: `view=.45 resource function=.8 resource=.85 resource type=1 resource name=.7 resource code=.7 type=.35 activity resource=.6
    resource type name=.8 patient resource=.5`,
  resource_id: 'resource id=.95 resource number=.9',
  owner_care_unit_id: `owner unit=1 owner unit id=1 owner unit hsa id=1 owner unit code=.95 resource unit=.9
    resource unit id=.95 owner=.55 owner id=.5 responsible unit=.6 registered unit=.6 patient unit=.45 owner unit name=.3 owner hsa id=.5`,
  owner_care_provider_id: `owner provider=1 owner provider id=1 owner provider hsa id=1 resource provider=.9
    resource provider id=.95 owner provider name=.3`,
  break_glass: 'emergency=1 emergency activity=1 emergency type=.7 emergency code=.7',
  declared_reason: `reason=.9 emergency reason=.95 activity reason=.9 reason detail=.9 user reason=.8 consent reason=.6
    reason code=.7 purpose reason=.5 reason type=.7`,
  outcome: 'outcome=.95 status=.6 activity outcome=1 activity status=.8 outcome code=.9 record status=.5',
  source_system: 'system=.9 system name=.95 system id=.9 record system=.9 activity system=.8 system code=.8',
  workstation: `workstation unit id=.8 workstation=.95 workstation name=1 workstation id=.95 user workstation=.95 workstation number=.9
    workstation network=.4`,
  network_address:
    'network=1 network address=1 address=.4 workstation network=.9 network number=1 network id=1 user network=.9',
  session_id: 'session=1 session id=1 user session=.9 user session id=1',
  incidental: 'list=1',
  actor_kind: 'kind_of_actor=1 user type=.9 kind_of_actor code=.9',

  person_id: `personal_number=1 person id=1 person=.8 patient id=.6 patient=.5 user personal_number=1 id=.3
    user person id=1`,
  given_name: 'given=1 given name=1 user given=1 patient given=1 user given name=1',
  family_name: 'family=1 family name=1 user family=1 patient family=1 user family name=1',
  title: 'title=1 user title=1',
  address: 'address=1 user address=.9 patient address=.9',
  postal_code: 'postal=1 postal code=1 postal id=1',
  city: 'city=1',
  protection: 'protection=1 protection type=1 protection person=.9 protection patient=.9 protection code=.9',
  birth_date: 'birth=.9 birth date=1',
  deceased_date: 'death=.9 death date=1',
  is_test: 'test=1 test patient=1',
  valid_from: 'from=.95 valid from=1 from date=1 valid from date=1 date=.3 assignment from=.9 assignment from date=.9',
  valid_to: 'to=.95 valid to=1 to date=1 valid to date=1 assignment to=.9 assignment to date=.9',
  kind: 'type=.85 code=.5',
  reason: 'reason=.95 type=.5',
  related_person_id: `relation personal_number=1 relation person id=1 relation id=.8 relation=.6 relation person=.9
    other_end person id=.5`,
  alias_id: 'alias id=1 alias=.9 alias personal_number=1 other_end personal_number=.6',
  parent_unit_id: 'parent unit=1 parent unit id=1 parent=.8 parent id=.8 parent unit hsa id=1',
  care_provider_name: 'provider name=1 provider=.5',
  opening: 'opening=1',
  contact_id: 'contact id=1 contact=.5 id=.3 contact number=1',
  start_time: `from=.95 from time=1 from date=.95 from date time=1 contact time=.85 contact date=.85 contact date time=.9
    date time=.6 time=.5 date=.5 contact from=1 contact from time=1 shift from=1 shift from time=1`,
  end_time: 'to=.95 to time=1 to date=.95 to date time=1 contact to=1 contact to time=1 shift to=1 shift to time=1',
  responsible_user_id: `responsible=.8 responsible user=1 responsible user id=1 user=.6 user id=.65 responsible hsa id=.9
    contact user=.7 user hsa id=.65`,
  other_care_unit_id: 'other_end unit=1 other_end unit id=1 other_end=.5 other_end id=.85 other_end hsa id=.9',
  status: 'status=1 contact status=1',
  registered_time: 'registered time=1 registered date=.95 registered=.6 registered date time=1',
  registered_by: 'registered by hsa id=1 registered by id=1 registered by=1 registered user=.9 registered user id=1',
  block_id: 'block id=1 id=.35 block number=1',
  role: 'title=.8 reviewer title=1 reviewer type=.9 reviewer=.4 function=.6',

  'assignment.name': 'assignment=1 assignment name=1 name=.6',
  'care_unit.name': 'name=.8 unit name=1 unit=.5',
  'reviewer.user_id':
    'reviewer=.95 reviewer id=1 reviewer hsa id=1 reviewer name=.3 user=.9 user id=1 user hsa id=1 hsa id=.6',
  'staff.kind': 'kind_of_actor=1 user type=1 type=.7',
  'care_unit.kind': 'unit type=1 type=.85',
  'relation.kind': 'relation=.9 relation type=1 type=.8',
  'care_contact.kind': 'contact type=1 type=.8 contact code=.8 contact=.6 activity type=.5',
  'block.kind': 'block type=1 type=.85 block=.5',
  'consent.kind': 'consent type=1 consent=.9 type=.8',
  'absence.kind': 'absence type=1 absence=.95 type=.7 absence reason=.95 reason=.6',
  'person_alias.kind': 'type=.8 alias type=1 id type=.8',
  'block_override.reason': 'override reason=1 reason=.9 consent=.5 block reason=.8',
  'watchlist.reason': 'reason=.95 watch reason=1',
  'shift.start_time': `from=.95 from time=1 from date=.95 from date time=1 shift from=1 shift from time=1
    shift from date=.95 shift time=.5`,
}

type Pattern = readonly [concepts: readonly string[], sureness: number]

const parsed = new Map(
  Object.entries(patterns).map(([field, text]) => [
    field,
    [...text.matchAll(/([a-z_ ]+)=([.\d]+)/g)].map(([, set = '', sureness]): Pattern => [
      [...new Set(set.trim().split(' ').map(canonicalConcept))],
      Number(sureness),
    ]),
  ]),
)

/** The patterns say `number` where a header says `nummer`: the concept is `id`. */
function canonicalConcept(word: string): string {
  return word === 'number' ? 'id' : word
}

/** What stands beside the word that matters and says only where it is from: `Logg_Syfte`, `Läst av enhet`. */
const besides: readonly Concept[] = [
  'activity',
  'record',
  'by',
  'code',
  'hsa',
  'system',
  'resource',
  'type',
  'person',
  'contact',
]
/** What the headers of a kind speak of: `Samtycke från` is the first day of a consent, and tells that it is one. */
export const signatures: Readonly<Record<InputKind, readonly Concept[]>> = {
  access: ['activity', 'assignment'],
  staff: ['title'],
  assignment: ['assignment'],
  care_unit: ['parent', 'opening'],
  patient: ['city', 'birth', 'death'],
  person_alias: ['alias'],
  relation: ['relation'],
  care_contact: ['contact', 'relation'],
  block: ['block'],
  block_override: ['override', 'block'],
  consent: ['consent'],
  shift: ['shift'],
  absence: ['absence'],
  watchlist: ['watch'],
  reviewer: ['reviewer'],
}
/** A word too many makes a header this much less sure. */
const perWord = 0.78

/** How surely a header names a field of a kind, 0 to 1; our own name of the field is sure. */
export function headerScore(kind: InputKind, field: string, header: string, { meanings }: HeaderReading): number {
  if (foldedWords(header).join('_') === field) return 1
  const known = new Set([...besides, ...signatures[kind]])
  let best = 0
  for (const [concepts, sureness] of parsed.get(`${kind}.${field}`) ?? parsed.get(field) ?? []) {
    for (const meaning of meanings) {
      if (!concepts.every((one) => meaning.concepts.has(one as Concept))) continue
      const others = [...meaning.concepts].filter((one) => !concepts.includes(one))
      if (field === 'occurred_at' && others.includes('contact')) continue
      if (others.length > 2 || !others.every((one) => known.has(one))) continue
      best = Math.max(best, sureness * meaning.weight * perWord ** others.length)
    }
  }
  return best
}
