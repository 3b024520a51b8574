import { numbersIn } from '../report/numbers.ts'
import type { UnitWords } from './index.ts'

const { count, many, partOf, share } = numbersIn('en-GB', 'of')
const cases = (amount: number): string => many(amount, 'case', 'cases')

/** What a head of unit needs of a control, in English. */
export const en: UnitWords = {
  count,
  share,
  partOf,
  title: 'Log control of the unit',
  subtitle: (unit, period) => `${unit}, ${period}`,
  figures: {
    lookups: 'Lookups',
    explained: 'Explained',
    explainedMeans: (part, whole) => `${count(part)} of ${count(whole)}`,
    cases: 'Cases',
    judged: (judged) => `${count(judged)} judged`,
    left: 'Left to do',
    minutes: (minutes) => `about ${many(minutes, 'minute', 'minutes')}`,
    nothing: 'nothing',
  },
  now: {
    heading: 'To do now',
    tasks: {
      data_first: () =>
        'Check first how the care contacts of the unit were loaded. Ask no employee before that is done.',
      follow_up: (amount, due) =>
        `Follow up ${many(amount, 'unjustified opening', 'unjustified openings')}: secure the log and widen the search before you talk with the employee.${due === null ? '' : ` If it is to be notified to IMY, the last day is ${due}.`}`,
      second: (amount, due) =>
        `See to it that a second reviewer judges ${cases(amount)}${due === null ? '' : ` by ${due}`}.`,
      answers: (amount, due) =>
        `Await the employee’s answer in ${cases(amount)}${due === null ? '' : `. The first is due by ${due}`}.`,
      judge_again: (amount) => `Judge ${cases(amount)} again: the reviewers disagree.`,
      judge: (amount, _due, minutes) => `Judge ${cases(amount)}. It takes about ${many(minutes, 'minute', 'minutes')}.`,
      sign: () => 'Sign the control: everything is judged.',
      plan: (amount, _due, minutes) =>
        `Ask whoever runs the log control to plan the control and hand it out: ${cases(amount)}, about ${many(minutes, 'minute', 'minutes')}.`,
      hand_out: (amount) => `Ask for the packet: ${cases(amount)} selected but not handed out.`,
      no_task: () => 'Nothing just now.',
    },
  },
  known: {
    heading: 'Read this first',
    notice: (unexplained, lookups, concerned, users) =>
      `${partOf(unexplained, lookups)} lookups lack an explanation, and ${count(concerned)} of ${count(users)} users have such lookups. The data on the care contacts of the unit are probably incomplete.`,
    illFitting: (rule, flagged, lookups) =>
      `The rule ${rule} does not fit here: ${partOf(flagged, lookups)} lookups give a finding. A finding says little there.`,
    unasked: (rules) => `Could not be asked: ${rules}. Those questions are unanswered.`,
    unknown: (part) => `The care relation cannot be told for ${part} lookups.`,
    quality: 'On the log',
    more: (amount) => `${many(amount, 'more remark', 'more remarks')} on the log: see loggkoll quality.`,
  },
  plot: {
    heading: 'The unit against its own earlier periods',
    title: 'Share of lookups explained',
    ofLookups: (part, whole) => `${share(part, whole)} of ${count(whole)}`,
    description: (periods, first, last) =>
      `Horizontal bars of ${many(periods, 'period', 'periods')}. First ${first}, last ${last}.`,
    only: 'No earlier period has been controlled, so there is nothing to compare with.',
    more: (points) => `The share is ${points} percentage points higher than on average in the earlier periods.`,
    less: (points) => `The share is ${points} percentage points lower than on average in the earlier periods.`,
    same: 'The share is the same as on average in the earlier periods.',
    means: 'The unit is compared with itself only. A lower share is more often due to the data than to people.',
    explained: 'Explained',
    rest: 'Not explained, or cannot tell',
  },
  asked: {
    heading: 'What the cases are about',
    table: 'Questions',
    caption: (selected) => `Rules in ${many(selected, 'case', 'cases')} selected; several may ask about the same case`,
    question: 'Rule',
    cases: 'Cases',
    others: (rules) => many(rules, 'more rule', 'more rules'),
    none: 'The rules have given no case to review here. That does not mean that all is well: see what could not be told.',
    notSelected: (amount) => `${many(amount, 'more case', 'more cases')} had no room in the budget of the control.`,
  },
  judged: {
    heading: 'The judgements',
    handedOut: 'Cases handed out',
    drawn: (amount) => `${count(amount)} of them drawn at random`,
    central: 'With the central reviewer',
    outcome: 'Judged',
    left: 'Remaining',
    noneJudged: 'none yet',
    noneLeft: 'none',
    open: (amount) => `${count(amount)} not judged`,
    asked: (amount) => `${count(amount)} where the employee is asked`,
    second: (amount) => `${count(amount)} awaiting a second reviewer`,
    disagreed: (amount) => `${count(amount)} where the reviewers disagree`,
    stage: 'The control',
    stages: {
      none: 'not planned',
      planned: 'not handed out',
      handed_out: 'going on',
      judged: 'judged, not signed',
      signed: 'signed',
    },
    notHandedOut: 'Nothing has been handed out to the reviewer of the unit yet.',
  },
  data: {
    first: 'First lookups explained',
    noFirst: 'none are known yet',
    run: 'Run',
    provider: 'Care provider',
    unit: 'Unit',
    trail: 'Head hash of the trail',
    heading: 'About the report',
  },
  purpose:
    'A hit is a criterion for selection, not a suspicion. Log control must not be used to check attendance or performance. The report names no one and compares neither employees nor units.',
}
