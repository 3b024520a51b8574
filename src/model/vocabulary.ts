/** The closed vocabularies of an access event. A word's place in its list is its bit in the masks of `lookup`. */
export const activities = [
  'read',
  'search',
  'create',
  'update',
  'delete',
  'print',
  'export',
  'sign',
  'acknowledge',
  'emergency_access',
  'block_override',
  'consent',
  'login',
  'logout',
  'other',
  'unknown',
] as const
export type Activity = (typeof activities)[number]

/** The mask of some activities. */
export function bitsOf(...words: readonly Activity[]): number {
  return words.reduce((mask, word) => mask | (1 << activities.indexOf(word)), 0)
}

export const purposes = [
  'care',
  'quality',
  'statutory',
  'statistics',
  'administration',
  'registry',
  'research',
  'patient_request',
  'other',
  'unknown',
] as const
export type Purpose = (typeof purposes)[number]

export const actorKinds = ['staff', 'robot', 'citizen', 'system'] as const
export const outcomes = ['success', 'minor', 'serious', 'major', 'unknown'] as const

/** The Swedish words of the national log contract (RIV-TA informationsecurity:auditing:log 2.0) and everyday kin. */
export const swedishActivities: Readonly<Record<string, Activity>> = {
  läsa: 'read',
  söka: 'search',
  sök: 'search',
  skapa: 'create',
  skriva: 'create',
  ändra: 'update',
  radera: 'delete',
  'ta bort': 'delete',
  utskrift: 'print',
  'skriv ut': 'print',
  export: 'export',
  signera: 'sign',
  vidimera: 'acknowledge',
  nödöppning: 'emergency_access',
  'hävd spärr': 'block_override',
  'häva spärr': 'block_override',
  samtycke: 'consent',
  'logga in': 'login',
  inloggning: 'login',
  'logga ut': 'logout',
  utloggning: 'logout',
  annat: 'other',
}

export const swedishPurposes: Readonly<Record<string, Purpose>> = {
  'vård och behandling': 'care',
  kvalitetssäkring: 'quality',
  'annan dokumentation enligt lag': 'statutory',
  statistik: 'statistics',
  administration: 'administration',
  kvalitetsregister: 'registry',
  forskning: 'research',
  'patientens begäran': 'patient_request',
  annat: 'other',
}

/** The words of a mask, in the order of the vocabulary. */
export function wordsOf<Word extends string>(vocabulary: readonly Word[], mask: number): Word[] {
  return vocabulary.filter((_, bit) => (mask & (1 << bit)) !== 0)
}
