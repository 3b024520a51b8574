/** Who may ask for the extract: the patient, a guardian, someone with a power of attorney, an appointed representative. */
export const extractRequesters = ['self', 'guardian', 'proxy', 'representative'] as const
export type ExtractRequester = (typeof extractRequesters)[number]
