import type { LessonPage } from '../../model/lesson.ts'
import type { sv } from './sv.ts'

const why: readonly LessonPage[] = [
  {
    heading: 'Why we check',
    parts: [
      'Patients must be able to tell all that care needs to know. They do so only if they trust that no one reads without a reason.',
      'This is why the Patient Data Act (patientdatalagen) says three things:',
      {
        list: [
          'Whoever works for a care provider may read of a patient only if they take part in the care of the patient, or for another reason need the data for their work in care (chapter 4, section 1).',
          'Authorisation is to be limited to what the work takes (chapter 4, section 2). Log review does not replace that.',
          'The provider is to check access systematically and time and again (chapter 4, section 3).',
        ],
      },
      'The check is to be documented too, and the logs kept for at least five years (HSLF-FS 2016:40, chapter 4). A check that the staff know of deters, and that is part of the purpose.',
    ],
  },
  {
    heading: 'What is allowed',
    parts: [
      'The question is always the same: were the data needed for the work?',
      {
        list: [
          'One’s own record is read as any other patient reads theirs, not through work (compare NJA 2014 p. 221).',
          'That the patient has said yes is not enough. What counts is whether the reader took part in the care.',
          'Merely to search for a name may be unlawful too.',
          'Care for one’s kin, a neighbour or a colleague is no reason.',
        ],
      },
      'Who reads unlawfully may be convicted of unlawful data access (the Penal Code, chapter 4, section 9 c). Whether it is a crime is for neither the tool nor the reviewer to settle.',
    ],
  },
  {
    heading: 'What a log can say, and what not',
    parts: [
      'A log can say that an account opened a record at a certain time, from a certain unit, and what was done.',
      'A log cannot say:',
      {
        list: [
          'why the record was opened',
          'who sat at the computer, if somebody has borrowed a login',
          'whether anyone read, where the system logs all that is seen in a list',
          'whether there was care, where the visit is registered afterwards',
        ],
      },
      'This is why a hit is a criterion for selection and not a suspicion. And this is why “cannot be decided” is an answer.',
    ],
  },
  {
    heading: 'What has happened',
    parts: [
      {
        list: [
          'A random sample at a hospital found an employee with some 1,500 lookups of 100 to 200 patients (2020).',
          'After a radio programme 49 employees were listed who had read a patient’s record. When all had been asked, no lookup was unjustified (2013).',
          'In one system a view logged the 20 latest notes as read. Staff were pointed out for nothing (2012).',
          'Most unauthorised readings concern someone the reader knows: a neighbour, a relative, a former partner.',
        ],
      },
      'So two things can go wrong: that nothing is found, and that somebody is pointed out without reason. A reviewer is to avoid both.',
    ],
  },
  {
    heading: 'How a reviewer works',
    parts: [
      {
        list: [
          'Begin with what may explain the lookup, not with who it is.',
          'Ask the employee where the reason cannot be seen. It is a step of the work, not an accusation.',
          'Judge as unjustified only what the employee has had the chance to answer. A second reviewer judges too.',
          'If a crime is suspected: secure the log and search wider before you talk with the employee.',
          'Never review a case in which you yourself, your kin or your own head take part.',
          'Never use the log to follow up attendance or performance.',
        ],
      },
      'Practise: loggkoll -o exercise.html train new --self-study gives twelve cases with answers.',
    ],
  },
]

const how: readonly LessonPage[] = [
  {
    heading: 'Before you take out a log',
    parts: [
      'Settle three things and write them down:',
      {
        list: [
          'the kind of review: recurring, or targeted with a reason (a suspicion, a patient’s request, a watched person)',
          'the period: whole days, a month for instance',
          'which units it is about, and who reviews them',
        ],
      },
      'A targeted review needs a case number, and a reason that holds when somebody asks.',
    ],
  },
  {
    heading: 'Take the log out of the journal system',
    parts: [
      'Each row needs five things: who opened, from which unit, which patient, when, and what was done.',
      {
        list: [
          'Take out all rows of the period. Sort nothing out: the selection comes later.',
          'Prefer CSV, XML or JSON to a print-out.',
          'Do not open the file in Excel to save it anew: leading zeros of personal numbers, and clock times, are lost.',
          'Put the file where only you can reach it, and do not send it by mail.',
        ],
      },
    ],
  },
  {
    heading: 'Take out what explains',
    parts: [
      'Without care contacts almost all looks unexplained. Take out, for the same period and 90 days before:',
      {
        list: [
          'care contacts: visits, admissions, bookings, referrals, listing',
          'staff and assignments',
          'units with opening hours',
          'patients, with protection and dates of death',
          'where there are any: rosters, kin, blocks, consents',
        ],
      },
      'The tables are in docs/tables.md. Say with --covers what time the care contacts cover.',
    ],
  },
  {
    heading: 'Read it in, and see whether the log will do',
    parts: [
      {
        typed: [
          'loggkoll init review',
          'loggkoll -w review ingest logs/ registers/',
          'loggkoll -w review quality --month 2026-03',
          'loggkoll -w review audit --month 2026-03',
        ],
      },
      'The tool knows the form of the file, and says how many rows were read in, were known or could not be read. The sum always adds up. If the file is not known, begin with loggkoll profile infer FILE.',
      'Read what quality and audit say first. If a whole unit lacks explanations it is the data that fall short, not the staff.',
    ],
  },
]

const localTemplate = `# How we take out logs here

Fill in this page for your own region. It is shown last in the lesson “how”. Write no passwords and no personal data here.

## Who does it

- Ask for authorisation from: …
- Whom to ask: …

## The journal system

1. Log in to … with …
2. Choose … and the period in whole days
3. Export as … to the folder …

## Care contacts and registers

1. …

## Where the files are put, and when they are removed

- …
`

/** The lessons in English. */
export const en: typeof sv = {
  titles: { why: 'Why we review logs', how: 'How to take out a log' },
  why,
  how,
  localTemplate,
  local: 'How we do it here',
  noLocal:
    'This workspace has no page on how you do it where you are. Make a template with loggkoll -w DIR train lesson how --write-local, and fill it in.',
  written: (path) => `${path} is written. Fill it in; it is shown last in the lesson.`,
  list: 'Lessons',
  listRules: 'One lesson for each rule',
  use: 'loggkoll train lesson why',
  page: (number, all) => `Page ${number} of ${all}`,
  more: 'Enter for the next page, q and Enter to stop: ',
  quit: 'q',
  rule: {
    title: (title) => `The rule: ${title}`,
    question: 'What is asked',
    ask: 'What you ask',
    explanations: 'Common explanations',
    misses: 'What it does not see',
    law: 'Legal basis',
    judge: 'To judge',
    remember: 'A hit is a criterion for selection, not a suspicion.',
    examples: 'Examples from the latest run',
    noExamples: 'In the latest run the rule had no hits.',
    noRun: 'There is no run here to take examples from.',
    masked: 'No one is named.',
    someUser: 'a user',
    example: (who, unit, when) => `${who}, ${unit}, ${when}`,
    against: (text) => `May explain it: ${text}`,
    nothingAgainst: 'Nothing in the loaded data explains the lookup.',
  },
}
