import type { ProfileProposal } from './proposal.ts'

/** A proposal as a profile: what a draft holds, in the order in which it is written. */
export interface DraftProfile {
  readonly profile: string
  readonly description: string
  readonly status: 'draft'
  readonly based_on: string
  readonly kind: string
  readonly source_system: string
  readonly columns: Readonly<Record<string, string | readonly string[]>>
  readonly ignored: readonly string[]
  readonly lacks: readonly string[]
  readonly delimiter?: string
  readonly time_formats: readonly string[]
  readonly codes: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** Makes the profile that a proposal stands for; words that nobody can guess are left out of its codes. */
export function draftProfile(
  proposal: ProfileProposal,
  about: { readonly id: string; readonly description: string; readonly basedOn: string },
): DraftProfile {
  const codes = Object.entries(proposal.codes).flatMap(([field, { guesses }]) => {
    const guessed = guesses.flatMap(({ raw, word }) => (word === undefined ? [] : [[raw, word] as const]))
    return guessed.length === 0 ? [] : [[field, Object.fromEntries(guessed)] as const]
  })
  return {
    profile: about.id,
    description: about.description,
    status: 'draft',
    based_on: about.basedOn,
    kind: proposal.kind,
    source_system: about.id,
    columns: Object.fromEntries(
      proposal.columns.map(({ field, headers }) => [field, headers.length === 1 ? (headers[0] ?? '') : headers]),
    ),
    ignored: [...new Set(proposal.left.map(({ header }) => header))],
    lacks: proposal.lacks,
    ...(proposal.delimiter === undefined ? {} : { delimiter: proposal.delimiter }),
    time_formats: proposal.timeFormats,
    codes: Object.fromEntries(codes),
  }
}
