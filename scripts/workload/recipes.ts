import { recipes as ofSample, type Step } from '../samples/recipes.ts'

const printed: Step = { activity: 'Utskrift', level: 'Utdrag', information: 'Brev', share: 1 }

/** What people do with a record at one sitting: as in the sample, and the letter that is printed and nothing more. */
export const recipes = { ...ofSample, letter: [printed] } as const

export type RecipeName = keyof typeof recipes
