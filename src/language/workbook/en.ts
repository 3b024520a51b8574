import { en as page } from '../packet/en.ts'
import type { WorkbookWords } from './index.ts'

/** The workbook of a packet in English. */
export const en: WorkbookWords = {
  sheets: { read: 'Read first', cases: page.cases, lookups: 'Lookups', choices: 'Choices' },
  steps: [
    'Answer the line below, that you are neither party nor next of kin.',
    'Go to the sheet Cases and fill in the yellow columns. In two of them you choose from a list. The rest of the sheet is locked.',
    'Write no names or personal numbers in the answers.',
    'Save the file and send it back to the person who gave it to you. You may leave cases empty and go on later.',
  ],
  yes: 'Yes',
  no: 'No',
  partyPrompt: 'Choose Yes or No. If you answer No, somebody else reviews.',
  verdicts: 'The verdicts and what they mean',
  ids: 'The ids of the file, which are needed when the answers are read',
  idNames: { packet: 'Packet id', control: 'Control id' },
  fill: 'Fill in the yellow columns. A row is a case.',
  columns: {
    place: 'No.',
    selection: 'Selection',
    who: page.row.who,
    title: 'Title',
    whose: page.row.whose,
    unit: page.row.unit,
    when: page.row.when,
    lookups: 'Lookups',
    activities: page.row.activities,
    relation: page.row.relation,
    questions: 'What is asked',
    against: page.case.against,
    explained: 'Explained by care or an assignment',
    case_id: 'Case id',
  },
  answers: {
    verdict: page.form.verdict,
    explanation: page.form.explainedBy,
    due: page.form.due,
    employee_answer: page.form.employeeAnswer,
    not_asked_reason: page.form.notAsked,
    comment: page.form.comment,
  },
  prompts: {
    verdict: 'Choose from the list. The first sheet says what the words mean.',
    explanation: 'Choose from the list, if the verdict is Explained.',
    due: 'If the employee is asked: write the date as 2026-06-15.',
    text: 'No names or personal numbers.',
  },
  refusals: {
    list: 'Choose one of the words in the list, or leave the cell empty.',
    due: 'Write the date as 2026-06-15.',
    text: (most) => `The text may have at most ${most} characters.`,
  },
  masked: 'Cases with pseudonyms (skyddad-…) concern persons with protected identity.',
  ask: (text) => `${page.case.ask}: ${text}`,
  common: `${page.case.explanations}:`,
}
