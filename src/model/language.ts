export const languages = ['sv', 'en'] as const

/** The languages a reviewer can read the tool in. */
export type Language = (typeof languages)[number]
