import { numbersIn } from '../report/numbers.ts'
import { ratesIn } from './rates.ts'
import type { sv } from './sv.ts'

const { count, share, partOf, many } = numbersIn('en-GB', 'of')

/** What `rules evaluate` says, in English. */
export const en: typeof sv = {
  count,
  share,
  partOf,
  ...ratesIn('en-GB'),
  title: (from, last) => `How well the rules tell from chance, ${from} – ${last}`,
  explained: (all, first) =>
    `Lookups explained: ${all}. ${first === null ? 'No first lookups are known yet.' : `Of first lookups: ${first}.`}`,
  rates: {
    heads: {
      rule: 'Rule',
      assessed: 'Assessed',
      flagged: 'Findings',
      observed: 'Rate',
      expected: 'By chance',
      lift: 'Times chance',
      explained: 'Explained',
    },
    means: (rounds, seed) =>
      `By chance: the same lookups with their patients shuffled ${rounds === 1 ? 'once' : `${count(rounds)} times`} (seed ${seed}). Every user keeps their days and units, every patient is opened as often. Explained: how many of the lookups behind the findings care or an assignment explains.`,
  },
  noChance: {
    no_pairs: 'The answer does not depend on who opened whom.',
    reads_events: 'The rule reads events, and it is lookups that are shuffled.',
    unanswered: 'The rule is unanswered.',
    failed: 'The rule could not be asked of the shuffled lookups.',
    never: 'Chance gave no finding. More shuffles (--rounds) may give a rate to compare with.',
  },
  key: {
    heading: 'Against the key',
    heads: {
      rule: 'Rule',
      flag: 'To find',
      found: 'Found',
      recall: 'Recall',
      clear: 'Not to find',
      wrong: 'Found anyway',
      precision: 'Precision',
      other: 'Not in key',
    },
    total: 'All',
    means:
      'Precision: how many of the rows of the key that were found should be found. Not in key: findings of which the key says nothing, and which are neither right nor wrong.',
    left: ({ outside, not_asked, unanswered }) => [
      outside > 0 ? `${many(outside, 'row is', 'rows are')} of days outside the period` : '',
      not_asked > 0 ? `${many(not_asked, 'row is', 'rows are')} of rules that are not asked` : '',
      unanswered > 0 ? `${many(unanswered, 'row is', 'rows are')} of rules that are unanswered` : '',
    ],
    leftOut: (rows, parts) => `The key has ${many(rows, 'row', 'rows')}. Not tried: ${parts}.`,
    rows: (rows) => `The key has ${many(rows, 'row', 'rows')}.`,
    missed: (rows) => `Rows of the key that are not found: ${rows}.`,
    wrong: (rows) => `Rows of the key that are found and should not be: ${rows}.`,
    verbose: (amount) =>
      `${many(amount, 'row', 'rows')} of the key ${amount === 1 ? 'does' : 'do'} not fit. Their numbers: loggkoll -v rules evaluate …`,
  },
  budgets: {
    heading: (planted, cases) =>
      `How much is found when the first cases are reviewed: ${count(planted)} to find, ${many(cases, 'case', 'cases')}`,
    looked: 'Cases reviewed',
    orders: { random: 'Random order', severity: 'By priority', score: 'By score' },
    all: (cases) => `all ${count(cases)}`,
    means:
      'Found is what the key wants found, once a case is about the same user and patient, whatever its rule. Rules that only add open no case; what only they see is not found even among all.',
  },
  selection: 'A hit is a criterion for selection, not a suspicion.',
}
