import type { sv } from './sv.ts'

/** The page of the self-study in English. */
export const en: typeof sv = {
  made: 'The exercise is written to {file}. The seed is {seed}: the same seed makes the same exercise.',
  title: 'Practise log review on your own',
  mark: 'Exercise: all persons are made up',
  start: {
    introduction:
      'Here are {n} cases from made-up logs, as a reviewer gets them. For each case you choose the next step, and are told at once which step is best, why, and what on the card shows it.',
    law: 'Whoever works for a care provider may read of a patient only if they take part in the care of the patient, or for another reason need the data for their work in care (the Patient Data Act, chapter 4, section 1). The log shows that a record was opened, but not why.',
    heading: 'What to do',
    steps: [
      'Read the card. Look above all at what may explain the lookup.',
      'Choose a step. To ask the employee is a step, not a failure: a log alone convicts no one.',
      'Read the answer before you go on.',
    ],
    amount: 'Cases',
    minutes: 'Minutes',
    about: 'or so, at an easy pace',
    unknown: 'Perhaps some case is unjustified, perhaps none. Do not count on any share.',
    offline:
      'The page works without a network. Nothing is kept and nothing is sent; if you close the page the exercise starts over. In a learning platform only the result is reported to it.',
    button: 'Begin the exercise',
    noScript:
      'The exercise cannot be shown here. Save the file on the computer and open it in Edge, Chrome or Firefox. A preview is not enough.',
  },
  skip: 'Skip to the content',
  progress: 'Progress of the exercise',
  answered: '{n} of {all} answered',
  case: 'Case {n}',
  choose: {
    heading: 'Your step',
    legend: 'What do you do with the case?',
    button: 'Answer',
    first: 'First choose a step.',
  },
  feedback: {
    best: 'Yes, that is the best step',
    right: 'That is right, but another step is better',
    wrong: 'Here another step would have been right',
    yours: 'You chose: {step}.',
    bestIs: 'Best: {step}.',
    rightToo: 'Right too: {steps}.',
    or: ' or ',
    truths: {
      unjustified: 'The lookup was unjustified.',
      justified: 'The lookup was justified.',
      grey: 'This is a grey area, in which more than one answer is right.',
    },
    why: 'What had happened',
    look: 'What to look at',
    teaches: 'To take along',
    next: 'Next case',
    toResult: 'See the result',
  },
  result: {
    heading: 'Your result',
    passed: 'Passed: you chose a right step in at least eight cases of ten, and kept to what the log can say.',
    failed:
      'Not passed yet. Read through the answers below and do the exercise again. To pass takes a right step in at least eight cases of ten, and at most one justified lookup judged unjustified.',
    right: 'Right steps',
    best: 'of these {n} the best one',
    found: 'Unjustified that you took further',
    accused: 'Justified that you judged unjustified',
    minutes: 'Minutes',
    of: '{n} of {all}',
    none: 'there were none',
    rate: 'How many cases were unjustified in this exercise does not tell how common that is. Nearly all lookups of a real log are justified.',
    reported: 'The result is reported to the learning platform.',
    all: 'All cases with answers',
    again: 'Do the exercise again',
  },
}
