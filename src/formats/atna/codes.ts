import type { Activity } from '../../model/vocabulary.ts'
import type { XmlElement } from '../xml/element.ts'

/** A coded value, in the dialect of DICOM (`csd-code`) or that of RFC 3881 (`code`). */
export interface CodedValue {
  readonly code: string
  readonly text: string | undefined
}

export function codedValue(element: XmlElement | undefined): CodedValue | undefined {
  if (!element) return undefined
  const { attributes } = element
  const code = (attributes['csd-code'] ?? attributes['code'])?.trim()
  const text = (attributes['originalText'] ?? attributes['displayName'])?.trim() || undefined
  return code ? { code, text } : undefined
}

/** Transactions of the IHE IT Infrastructure framework. */
const transactions: Readonly<Record<string, Activity>> = {
  'ITI-9': 'search',
  'ITI-16': 'search',
  'ITI-18': 'search',
  'ITI-21': 'search',
  'ITI-22': 'search',
  'ITI-38': 'search',
  'ITI-39': 'read',
  'ITI-41': 'create',
  'ITI-42': 'create',
  'ITI-43': 'read',
  'ITI-45': 'search',
  'ITI-47': 'search',
  'ITI-55': 'search',
  'ITI-56': 'search',
  'ITI-57': 'update',
  'ITI-62': 'delete',
  'ITI-65': 'create',
  'ITI-66': 'search',
  'ITI-67': 'search',
  'ITI-68': 'read',
  'ITI-78': 'search',
  'ITI-81': 'search',
  'ITI-83': 'search',
  'ITI-86': 'delete',
}

/** DICOM PS3.16 CID 401 (types of event), which say more than the events (CID 400) that follow. */
const types: Readonly<Record<string, Activity>> = {
  '110122': 'login',
  '110123': 'logout',
  '110127': 'emergency_access',
}

const events: Readonly<Record<string, Activity>> = {
  '110103': 'read',
  '110104': 'read',
  '110105': 'delete',
  '110106': 'export',
  '110107': 'create',
  '110112': 'search',
}

const letters: Readonly<Record<string, Activity>> = { C: 'create', R: 'read', U: 'update', D: 'delete' }

/** What was done: by the transaction, the event, then the letter; an execution with a query is a search. */
export function activityOf(
  event: CodedValue | undefined,
  kinds: readonly CodedValue[],
  letter: string | undefined,
  hasQuery: boolean,
): { readonly activity: string | undefined; readonly activity_raw: string | undefined } {
  const raw = [event, ...kinds].flatMap((value) => (value ? [value.code] : [])).concat(letter ?? [])
  const known =
    first(kinds, transactions) ??
    first(kinds, types) ??
    (event ? first([event], events) : undefined) ??
    (letter === undefined ? undefined : letters[letter]) ??
    (letter === 'E' ? (hasQuery ? 'search' : 'other') : undefined)
  const activity_raw = raw.join(' ') || undefined
  return { activity: known ?? activity_raw, activity_raw }
}

function first(values: readonly CodedValue[], known: Readonly<Record<string, Activity>>): Activity | undefined {
  for (const { code } of values) if (Object.hasOwn(known, code)) return known[code]
  return undefined
}

export const outcomes: Readonly<Record<string, string>> = {
  '0': 'success',
  '4': 'minor',
  '8': 'serious',
  '12': 'major',
}
