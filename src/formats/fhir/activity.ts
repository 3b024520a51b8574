import type { Activity } from '../../model/vocabulary.ts'
import { type Coding, codings, type Node, nodes, textOf } from './nodes.ts'

/** https://hl7.org/fhir/R4/codesystem-restful-interaction.html, and the older names of the same. */
const interactions: Readonly<Record<string, Activity>> = {
  read: 'read',
  vread: 'read',
  history: 'read',
  'history-instance': 'read',
  'history-type': 'read',
  'history-system': 'read',
  search: 'search',
  'search-type': 'search',
  'search-system': 'search',
  'search-compartment': 'search',
  create: 'create',
  update: 'update',
  patch: 'update',
  delete: 'delete',
}

/** DICOM PS3.16, CID 400 and 401, which AuditEvent takes its codes of kind from. */
const dicomActivities: Readonly<Record<string, Activity>> = {
  '110103': 'read',
  '110104': 'read',
  '110105': 'delete',
  '110106': 'export',
  '110107': 'create',
  '110112': 'search',
  '110122': 'login',
  '110123': 'logout',
  '110127': 'emergency_access',
}

const letters: Readonly<Record<string, Activity>> = { C: 'create', R: 'read', U: 'update', D: 'delete' }

/** What was done: by the interaction, then the kind of event, then the letter; an execution with a query is a search. */
export function activityOf(event: Node): {
  readonly activity: string | undefined
  readonly activity_raw: string | undefined
} {
  const special = [...codings(event['subtype']), ...codings(event['code'])]
  const kinds = [...codings(event['type']), ...codings(event['category'])]
  const all = [...kinds, ...special]
  const letter = textOf(event['action'])
  const raw = [...all.map(({ code }) => code), letter].filter((word) => word !== undefined).join(' ')
  const activity =
    first(special.filter(isInteraction), interactions) ??
    special.map(ownWord).find((word) => word !== undefined) ??
    first(all.filter(isDicom), dicomActivities) ??
    (letter === undefined ? undefined : letters[letter.toUpperCase()]) ??
    first(special, interactions) ??
    (letter === 'E' ? (hasQuery(event) ? 'search' : 'other') : undefined)
  return { activity: activity ?? (raw || undefined), activity_raw: raw || undefined }
}

function first(codes: readonly Coding[], known: Readonly<Record<string, Activity>>): Activity | undefined {
  return codes
    .map(({ code }) => (Object.hasOwn(known, code) ? known[code] : undefined))
    .find((one) => one !== undefined)
}

/** A country's own code often says what it is: `ATC_DOC_READ` is a reading, though its kind is the Export of DICOM. */
function ownWord(coding: Coding): Activity | undefined {
  if (!isOwn(coding)) return undefined
  const word = /(?:^|[_-])(read|search|query|create|update|delete)(?:$|[_-])/i.exec(coding.code)?.[1]?.toLowerCase()
  return word === undefined ? undefined : word === 'query' ? 'search' : interactions[word]
}

function isOwn(coding: Coding): boolean {
  return !isInteraction(coding) && !isDicom(coding) && !/^ITI-\d+$/.test(coding.code)
}

function isInteraction({ system }: Coding): boolean {
  return system.includes('restful-interaction')
}

function isDicom({ system, code }: Coding): boolean {
  return /^1101\d\d$/.test(code) && (system === '' || /dicom|DCM|1\.2\.840\.10008/i.test(system))
}

function hasQuery(event: Node): boolean {
  return nodes(event['entity']).some((entity) => entity['query'] !== undefined)
}

/** R4 has the numbers of DICOM; R5 the codes of audit-event-outcome or issue-severity. */
const outcomes: Readonly<Record<string, string>> = {
  '0': 'success',
  '4': 'minor',
  '8': 'serious',
  '12': 'major',
  success: 'success',
  information: 'success',
  warning: 'minor',
  error: 'serious',
  fatal: 'major',
}

export function outcomeOf(event: Node): string | undefined {
  const { outcome } = event
  const code = textOf(outcome) ?? nodes(outcome).flatMap((one) => codings(one['code']))[0]?.code
  return code === undefined ? undefined : (outcomes[code] ?? code)
}
