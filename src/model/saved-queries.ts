/** What `query NAME` knows by itself: `queries/saved/NAME.sql`, with words in `language/query.ts`. */
export const savedQueries = [
  'sources',
  'events-by-day',
  'unexplained-by-unit',
  'most-patients',
  'workstations',
  'output',
  'emergency',
  'findings-by-rule',
  'rejected-rows',
] as const
export type SavedQuery = (typeof savedQueries)[number]
