import type { ProtocolCase, ProtocolDecision, ProtocolFollowUp, ProtocolPart } from '../../model/protocol-document.ts'
import { type Block, code, type Inline, type Row, type Section, strong, type Table } from '../printed/document.ts'
import { reviewWords } from '../../language/review/index.ts'
import { dayText } from '../moments.ts'
import { momentText, personText, type ProtocolTelling, standingText, whenText } from './telling.ts'

/** Every case of a part: what was asked below it, and how it was judged. @param sheet the number of the table */
export function casesTable(telling: ProtocolTelling, part: ProtocolPart, sheet: number): Table {
  const { cases } = telling.own
  return {
    is: 'table',
    name: sheet === 1 ? cases.table : `${cases.table} ${sheet}`,
    caption: cases.caption,
    columns: [
      { title: cases.id, share: 20 },
      { title: cases.who, share: 22 },
      { title: cases.whose, share: 22 },
      { title: cases.when, share: 23 },
      { title: cases.judged, share: 13 },
    ],
    rows: part.cases.map((one, place) => caseRow(telling, one, place + 1)),
    empty: cases.none,
  }
}

function caseRow(telling: ProtocolTelling, one: ProtocolCase, place: number): Row {
  const { own } = telling
  // The question about the care relation has said it already.
  const relation = one.relation.filter(
    (grade) => !one.questions.some(({ sentences }) => sentences.includes(`${grade}.`)),
  )
  const where = one.units === '' ? '' : `. ${one.units}`
  return {
    cells: [
      [strong(`${place}.`), ' ', code(one.case_id)],
      one.title === '' ? one.who : `${one.who}, ${one.title}`,
      one.whose,
      `${whenText(telling, one)}${where}`,
      [strong(standingText(telling, one))],
    ],
    notes: [
      `${own.cases.sources[one.source]}: ${own.cases.amount(one.lookups, one.events)}${one.activities === '' ? '' : ` (${one.activities})`}.`,
      ...one.questions.map(({ title, sentences }): Inline => [title, ...sentences.map((sentence) => ` ${sentence}`)]),
      ...(relation.length === 0 ? [] : [`${own.cases.relation}: ${relation.join('; ')}.`]),
      ...(one.against.length === 0 ? [] : [`${own.cases.against}: ${one.against.join(' ')}`]),
      ...one.decisions.map((decision) => decisionText(telling, decision)),
      ...(one.held === null ? [] : [own.cases.held(one.held.reason, dayOf(telling, one.held.until))]),
    ],
  }
}

/** What was judged, when and by whom, and what was said of it. */
function decisionText(telling: ProtocolTelling, decision: ProtocolDecision): Inline {
  const { own, judged, words } = telling
  const { verdict, explanation, due, comment, employee_answer, not_asked_reason } = decision
  const name = judged.verdicts[verdict].name
  const what = explanation === null ? name : own.cases.explainedBy(name, judged.explanations[explanation])
  const by = own.cases.by(
    momentText(telling, decision.time),
    personText(decision.reviewer),
    decision.second ? own.part.role.second : null,
  )
  const said = [
    ...(due === null ? [] : [`${own.cases.due(dayText({ words }, due))}.`]),
    ...(employee_answer === null ? [] : [own.cases.employee(employee_answer)]),
    ...(not_asked_reason === null ? [] : [own.cases.notAsked(not_asked_reason)]),
    ...(comment === '' ? [] : [own.cases.comment(comment)]),
  ]
  return [`${by}: `, strong(what), said.length === 0 ? '.' : `. ${said.join(' ')}`]
}

function dayOf({ words }: ProtocolTelling, day: string | null): string | null {
  return day === null ? null : dayText({ words }, day)
}

/** The follow-up of each unjustified opening: deadlines, and the steps with their days. */
export function followUpSections(telling: ProtocolTelling): Section[] {
  const { own, document } = telling
  const found = document.parts.flatMap(({ follow_ups }) => follow_ups)
  if (found.length === 0) return []
  return [
    {
      is: 'section',
      heading: own.followUp.heading,
      blocks: found.map((one, place) => ({
        is: 'section',
        heading: own.followUp.case(one.case_id),
        blocks: followUpBlocks(telling, one, place + 1),
      })),
    },
  ]
}

function followUpBlocks(telling: ProtocolTelling, one: ProtocolFollowUp, place: number): Block[] {
  const { own, words, document } = telling
  const { followUp } = own
  const { steps } = reviewWords(document.language)
  const standing = one.confirmed ? followUp.confirmed : followUp.notConfirmed(dayText({ words }, one.second_due))
  return [
    {
      is: 'facts',
      facts: [
        [followUp.status, one.closed ? `${standing} ${followUp.closed}` : standing],
        [followUp.aware, momentText(telling, one.aware_at)],
        [followUp.authority, followUp.authorityMeans(momentText(telling, one.authority_due))],
      ],
    },
    {
      is: 'table',
      name: `${followUp.table} ${place}`,
      caption: followUp.caption,
      columns: [
        { title: followUp.step, share: 40 },
        { title: followUp.day, share: 20 },
        { title: followUp.comment, share: 40 },
      ],
      rows: one.steps.map(({ step, day, comment }) => [
        steps[step],
        day === null ? followUp.notDone : dayText({ words }, day),
        comment,
      ]),
    },
  ]
}
