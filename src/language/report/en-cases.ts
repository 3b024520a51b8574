import { numbersIn } from './numbers.ts'
import type { svCases } from './sv-cases.ts'

const { count, many } = numbersIn('en-GB', 'of')

/** The cases, what was not selected, and the protected persons, in English. */
export const enCases: typeof svCases = {
  cases: {
    heading: 'Cases',
    means:
      'The cases stand in the order of their score, which decides nothing else. The priority, from 1 (gravest) to 5, is the highest among the findings of the case.',
    none: 'No case was selected in this review.',
    place: (place) => `Case ${count(place)}`,
    record: (whose) => `the record of ${whose}`,
    severalUsers: 'Several users',
    severalPatients: 'the records of several patients',
    wholeUnit: 'lookups at the unit that nothing explains',
    noUser: 'A user whom the log does not name',
    noPatient: 'a patient whom the log does not name',
    noUnit: 'A unit that the log does not name',
    protectedPerson: 'protected identity',
    unit: 'Unit',
    day: 'Day',
    dayHeads: 'Days',
    days: (amount) => many(amount, 'day', 'days'),
    lookups: 'Lookups',
    events: (amount) => many(amount, 'event', 'events'),
    relation: 'Care relation',
    priority: (priority) => `Priority ${priority}`,
    priorityHead: 'Priority',
    state: 'State',
    score: 'Score',
    scoreSum: (score, parts) => `${count(score)}: ${parts}`,
    scorePart: (words, points) => `${words} ${count(points)}`,
    evidenceFor: 'Why the question is asked',
    evidenceAgainst: 'What may explain the lookup',
    noEvidence: 'Nothing in the loaded data.',
    noEvidenceAtAll: 'The loaded data hold no evidence for or against.',
    evidenceAbove: 'The other evidence about the lookup stands above.',
    source: 'Source',
    ask: 'Ask the employee',
    explanations: 'Common explanations',
    finding: 'Finding',
    lookup: 'Lookup',
    more: (amount) => many(amount, 'more finding', 'more findings'),
    moreElsewhere: (amount) => `And ${many(amount, 'finding', 'findings')} that loggkoll audit --format csv shows.`,
    protectedElsewhere: (amount) =>
      `${many(amount, 'finding concerns', 'findings concern')} persons with protected identity, on a page of their own.`,
    notShown: (amount) =>
      `${many(amount, 'finding of the case is', 'findings of the case are')} not part of this report.`,
    onOwnPage: 'The case concerns a person with protected identity and stands on a page of its own.',
    toOwnPage: 'Go to case',
    unitAdvice:
      'So many lookups at the unit lack an explanation that the data about its care contacts are probably incomplete. Check the loading first, and ask no employee before that is done.',
    when: 'When',
    who: 'Who opened',
    whose: 'Whose record',
    known: 'What is known',
    judgement: 'Judgement',
    note: 'Note',
    date: 'Date',
    signature: 'Signature',
  },
  notSelected: {
    heading: 'What was not selected',
    cases: (kept, budget) =>
      `${many(kept, 'case was', 'cases were')} not selected. At most ${count(budget)} per unit are selected in each review.`,
    noCases: 'The review gave no cases.',
    noneShown: 'No case has a finding that is to be shown.',
    time: (minutes) => `The selected take about ${many(minutes, 'minute', 'minutes')} to read.`,
    none: (budget) => `Every case was selected. At most ${count(budget)} per unit are selected in each review.`,
    caption: 'Cases not selected, by unit',
    adding: (amount) =>
      `${many(amount, 'finding of a question that only adds to a case belongs', 'findings of questions that only add to a case belong')} to no selected case. They are counted here and not shown one by one.`,
    addingCaption: 'Adding findings outside selected cases, by rule',
    amount: 'Number',
  },
  protected: {
    heading: 'Persons with protected identity',
    means:
      'Handle this page apart, and let only those read it who need it. Every lookup among the findings is shown, also those that care explains. The persons stand under pseudonyms.',
    none: 'No finding concerns a person with protected identity.',
    unanswered: 'The question about protected identity is unanswered. That the list is empty therefore says nothing.',
    cases: 'Cases that concern them',
    casesMean: 'The numbers are those of the list of cases.',
    lookups: 'All lookups',
    patient: (person) => `Lookups in the record of ${person}`,
    user: (person) => `Lookups by ${person}`,
  },
}
