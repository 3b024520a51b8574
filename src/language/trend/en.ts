import { numbersIn } from '../report/numbers.ts'
import type { TrendWords } from './index.ts'

const { count, share } = numbersIn('en-GB', 'of')
const percents = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 })

/** What the controls came to over time, in English. */
export const en: TrendWords = {
  count,
  share,
  percent: (part) => percents.format(part),
  title: 'What the log control came to over time',
  subtitle: (first, last) => (first === last ? first : `${first} – ${last}`),
  empty: 'No control has been made yet.',
  under: '<5',
  hidden: '·',
  shown: {
    heading: 'How to read the numbers',
    items: [
      'A count under five is not shown, but stands as <5. A dot (·) is a count that is hidden, so that one under five cannot be worked out from the sums.',
      'A control belongs to the month in which its period begins. Each case is counted once in a month, but at every rule that asked about it.',
      'No employee and no unit is pointed out, and none is compared with another. Log control must not be used to check attendance or performance.',
    ],
  },
  lookups: {
    heading: 'The lookups',
    table: 'Lookups',
    caption: 'Lookups by month, and the share that care or an assignment explains',
    month: 'Month',
    lookups: 'Lookups',
    explained: 'Explained',
    rest: 'Not explained, or cannot tell',
    share: 'Share explained',
    none: 'No runs are kept.',
    plot: 'Share of lookups explained, by month',
    plotDescription: (first, last) => `Horizontal bars, one a month. First ${first}, last ${last}.`,
  },
  cases: {
    heading: 'The cases, and how they were judged',
    table: 'Judgements',
    caption: 'Cases handed out, by month and judgement',
    month: 'Month',
    all: 'All',
    cases: 'Cases',
    remaining: 'Remaining',
    none: 'No cases have been handed out.',
  },
  rules: {
    heading: 'The precision of the rules',
    means:
      'Precision is the share of the judged cases of a rule that ended as unjustified or as a mistake, among those that ended so or were explained or read by nobody. Undecidable cases are left out.',
    uncertain:
      'The interval says where the share may lie had chance fallen out otherwise (95\u00a0%, Wilson). With few cases it is wide. The share is of the cases that were handed out, not of all findings, and a case may have several rules: it says what the rule gives a reviewer, not that this rule settled it.',
    low: 'A low share does not mean that a rule is bad: some rules ask so that every answer is read, such as those about protected identity.',
    table: 'Precision',
    caption: 'Every rule: how its cases ended',
    rule: 'Rule',
    cases: 'Cases',
    results: {
      hit: 'Unjustified or mistakes',
      miss: 'Explained, or read by nobody',
      undecidable: 'Undecidable',
      remaining: 'Remaining',
    },
    precision: 'Precision',
    interval: 'Uncertainty',
    between: (low, high) => `${Math.round(100 * low)}–${percents.format(high)}`,
    below: (part) => `under ${part}`,
    unknown: 'too few',
    none: 'No cases of the rules have been handed out.',
    plot: 'Precision with its uncertainty',
    plotDescription: (rules) =>
      `A line for each of ${count(rules)} rules, over the scale from 0 to 100 per cent that lies behind it. The pale field is the uncertainty.`,
    legend: { bar: 'Precision', unknown: 'Uncertainty (95\u00a0%)' },
    months: 'Cases by month',
    monthsTable: 'Cases by month',
    monthsCaption: 'Cases handed out, by rule and month',
  },
  trail: 'Head hash of the trail',
  about: 'About the report',
  prepared: 'Written',
}
