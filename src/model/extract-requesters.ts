/**
 * Who may ask for the extract: the patient, a guardian, someone with a power of attorney, an appointed representative, a
 * relative (of a patient who has died).
 */
export const extractRequesters = ['self', 'guardian', 'proxy', 'representative', 'relative'] as const
export type ExtractRequester = (typeof extractRequesters)[number]
