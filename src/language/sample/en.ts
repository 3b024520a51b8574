import { numbersIn } from '../report/numbers.ts'
import type { SampleWords } from './index.ts'

const { count, share, many } = numbersIn('en-GB', 'of')

/** What `sample` says, in English. */
export const en: SampleWords = {
  count,
  title: (period) => `Random sample for a log review, ${period}`,
  methods: {
    users: "Users: a random day of each one's lookups",
    lookups: 'Single lookups',
    patients: 'Patients: every lookup in the record during the period',
    'unit-days': 'Days of a unit: every lookup of the day',
    rotation: 'Rotation: everyone is reviewed at least once a year, a random day each',
  },
  everyone: 'All units',
  minutes: (minutes) => `about ${many(minutes, 'minute', 'minutes')}`,
  drawn: (drawn, population, kind) => `${count(drawn)} of ${count(population)} ${kind} (${share(drawn, population)})`,
  kinds: {
    users: 'users',
    lookups: 'lookups',
    patients: 'patients',
    'unit-days': 'days of a unit',
    rotation: 'users',
  },
  lookups: (amount) => many(amount, 'lookup', 'lookups'),
  wholeUnit: 'Everyone at the unit',
  allUsers: 'Everyone who opened the record',
  leftOut: 'Not in the sample:',
  causes: {
    reviewer: 'is a reviewer',
    absent: 'away the whole month, drawn first next month',
    protected: 'protected identity',
  },
  states: {
    new: '',
    known: 'The sample was drawn before, and is shown as it was then.',
    dry_run: 'A trial only: the sample is not kept.',
  },
  seed: (seed, draw) => `Seed ${seed}, draw ${draw}`,
  hash: (sha256) => `Checksum of the list (SHA-256): ${sha256}`,
  total: (cases, minutes) =>
    `${many(cases, 'case', 'cases')}, about ${many(minutes, 'minute', 'minutes')} to review in all.`,
  notices: {
    over_an_hour:
      'It takes one reviewer more than an hour. Draw fewer, or divide the review: attention does not last longer.',
    drawn_again:
      'A sample of the same kind has been drawn for the period before, with another seed or size. All samples are kept, and are to be reviewed.',
    changed_since: 'More or other data have been read since the sample was drawn. The sample stands.',
    unit_without_lookups: 'One of the units has nothing to draw from in the period.',
  },
  again: 'Whoever has the list can draw the sample again: docs/sampling.md',
  purpose:
    'Being drawn is chance and says nothing of anyone. Log review may not be used to check attendance or performance.',
  goOn: (control) => `Go on: loggkoll review export --control ${control} --unit UNIT -o review.html`,
}
