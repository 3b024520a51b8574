import type { InputKind } from '../../model/reference.ts'
import type { ColumnValues } from './column-values.ts'
import { codeWords, fieldType, guessCodes } from './guess-codes.ts'

/** What was seen in the values of a column, and in how many of them; words of language/profile.ts. */
export type Seen =
  | 'personal_numbers'
  | 'hsa_ids'
  | 'uuids'
  | 'times'
  | 'dates'
  | 'clocks'
  | 'truths'
  | 'known_words'
  | 'addresses'
  | 'hosts'
  | 'names'
  | 'different'
  | 'few_words'
  | 'ids'
  | 'empty'

/** How the values of a column speak for a field, from -1 (they cannot be that) to 1, and what was seen. */
export interface ValueFit {
  readonly fit: number
  readonly seen: Seen | undefined
  readonly share: number
}

const impossible: ValueFit = { fit: -1, seen: undefined, share: 0 }
const silent: ValueFit = { fit: 0, seen: undefined, share: 0 }
/** Nearly all values: some rows of any export are damaged. */
const nearly = 0.9

/** A log covers months or years; a column of days over a lifetime is dates of birth. */
const yearsOfLog = 15

export function valueFit(kind: InputKind, field: string, values: ColumnValues): ValueFit {
  if (values.filled === 0) return { fit: 0, seen: 'empty', share: 1 }
  const type = fieldType(kind, field)
  if (codeWords(kind, field)) return codeFit(kind, field, values)
  const named = namedFits[field]?.(values)
  if (named) return named
  const plainType = typeof type === 'object' && 'kind' in type ? type.kind : type
  switch (plainType) {
    case 'person':
      return personFit(values)
    case 'id':
      return idFit(values)
    case 'time':
      return timeFit(values)
    case 'date':
      return dateFit(values)
    default:
      return textFit(values)
  }
}

function personFit({ shares, times }: ColumnValues): ValueFit {
  const { personal_number: share } = shares
  if (share >= 0.5) return { fit: share >= nearly ? 1 : 0.6, seen: 'personal_numbers', share }
  if (shares.name > 0.5 || shares.hsa_id > 0.5 || shares.uuid > 0.5 || isTime(times)) return impossible
  if (shares.id < 0.9) return { ...impossible, fit: -0.6 }
  return share > 0.05 ? { fit: 0.1, seen: 'personal_numbers', share } : { fit: -0.2, seen: 'ids', share: shares.id }
}

function idFit({ shares, times, distinct }: ColumnValues): ValueFit {
  if (shares.hsa_id >= 0.5) return { fit: 1, seen: 'hsa_ids', share: shares.hsa_id }
  if (isTime(times) || shares.clock > 0.5 || shares.address > 0.5) return impossible
  if (shares.personal_number > 0.5) return { fit: -0.3, seen: 'personal_numbers', share: shares.personal_number }
  if (shares.truth > nearly && distinct <= 2) return impossible
  if (shares.name > 0.5) return { fit: -0.5, seen: 'names', share: shares.name }
  return shares.id >= nearly ? { fit: 0.3, seen: 'ids', share: shares.id } : { fit: -0.35, seen: undefined, share: 0 }
}

function timeFit({ times, shares }: ColumnValues): ValueFit {
  if (times.unreadable) return { fit: 0.2, seen: undefined, share: 0 }
  if (times.share < 0.5 || (times.isCompact && shares.personal_number > times.share)) return impossible
  if (isLifetime(times.years)) return impossible
  if (times.clocks >= 0.5) return { fit: times.isCompact ? 0.5 : 1, seen: 'times', share: times.clocks }
  return { fit: 0.1, seen: 'dates', share: times.share }
}

function dateFit({ times }: ColumnValues): ValueFit {
  if (times.share < 0.5) return impossible
  return { fit: times.clocks > 0.5 ? -0.1 : 1, seen: 'dates', share: times.share }
}

function codeFit(kind: InputKind, field: string, values: ColumnValues): ValueFit {
  const { shares, times, texts, distinct } = values
  if (shares.personal_number > 0.5 || shares.hsa_id > 0.5 || shares.uuid > 0.5 || isTime(times)) return impossible
  if (shares.address > 0.5 || shares.clock > 0.9) return impossible
  const words = codeWords(kind, field)
  if (words?.[0] === 'true') {
    const isFew = distinct <= 3
    return shares.truth >= nearly
      ? { fit: 1, seen: 'truths', share: shares.truth }
      : { fit: isFew ? -0.1 : -1, seen: 'few_words', share: 1 }
  }
  const { guessable = 0 } = guessCodes(kind, field, texts) ?? {}
  if (guessable >= 0.5) return { fit: 1, seen: 'known_words', share: guessable }
  if (shares.name > 0.6 && guessable < 0.3) return distinct > 8 ? impossible : { ...impossible, fit: -0.6 }
  // A system may call what is done anything; words for kinds and roles are few and alike everywhere.
  if (guessable === 0 && !openVocabularies.has(field)) return { ...impossible, fit: -0.5 }
  const isFew = distinct <= 60 && (distinct * 2 <= texts.length || texts.length < 20)
  return isFew ? { fit: 0, seen: 'few_words', share: 1 } : { fit: -0.4, seen: undefined, share: 0 }
}

function textFit({ shares, times }: ColumnValues): ValueFit {
  if (shares.personal_number > 0.5 || shares.hsa_id > 0.5) return { ...impossible, fit: -0.5 }
  return isTime(times) ? { ...impossible, fit: -0.8 } : silent
}

const openVocabularies: ReadonlySet<string> = new Set(['activity', 'purpose', 'outcome'])

function isTime({ share, isCompact }: ColumnValues['times']): boolean {
  return share > 0.5 && !isCompact
}

function isLifetime(years: ColumnValues['times']['years']): boolean {
  return years !== undefined && years.last - years.first > yearsOfLog
}

/** Fields whose values have a form of their own. */
const namedFits: Readonly<Record<string, (values: ColumnValues) => ValueFit | undefined>> = {
  user_name: nameFit,
  patient_name: nameFit,
  given_name: nameFit,
  family_name: nameFit,
  network_address: ({ shares }) =>
    shares.address > 0.5
      ? { fit: 1, seen: 'addresses', share: shares.address }
      : shares.host > 0.8
        ? { fit: -0.2, seen: 'hosts', share: shares.host }
        : { ...impossible, fit: -0.7 },
  workstation: (values) => {
    if (values.shares.address > 0.5) return { fit: -0.3, seen: 'addresses', share: values.shares.address }
    const isHost = values.shares.host > 0.8 && values.shares.hsa_id < 0.5 && values.shares.uuid < 0.5
    return isHost ? { fit: 0.6, seen: 'hosts', share: values.shares.host } : textFit(values)
  },
  record_id: differentFit,
  session_id: ({ shares, times }) => (isTime(times) || shares.personal_number > 0.5 ? impossible : silent),
  contact_id: differentFit,
  block_id: differentFit,
  birth_date: (values) =>
    values.times.share > 0.5 ? { fit: 1, seen: 'dates', share: values.times.share } : impossible,
  purpose_raw: textFit,
}

function nameFit(values: ColumnValues): ValueFit {
  const { shares } = values
  if (shares.personal_number > 0.3 || shares.hsa_id > 0.3 || shares.whole_number > 0.5) return impossible
  return shares.name > 0.5 ? { fit: 1, seen: 'names', share: shares.name } : textFit(values)
}

function differentFit({ distinct, filled, shares, times }: ColumnValues): ValueFit {
  if (isTime(times) || shares.personal_number > 0.5 || shares.hsa_id > 0.9) return impossible
  const share = distinct / filled
  if (share >= 0.98)
    return { fit: shares.uuid > nearly ? 1 : 0.6, seen: shares.uuid > nearly ? 'uuids' : 'different', share }
  // One record may touch several patients and has a row for each.
  return share > 0.3 ? { fit: 0, seen: 'different', share } : { fit: -0.7, seen: 'different', share }
}
