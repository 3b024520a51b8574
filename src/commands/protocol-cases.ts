import type { Mask } from '../audit/mask.ts'
import type { ProtocolCase, ProtocolDecision, ProtocolPerson } from '../model/protocol-document.ts'
import type { Entry, Noted } from '../model/review.ts'
import { packetCase, type PacketLookup } from '../reports/packet/make-packet.ts'
import type { Reading } from '../reports/reading.ts'
import { ruleWords } from '../reports/rule-words.ts'
import type { CaseLookup } from '../review/case-lookups.ts'
import type { ReviewedCase } from '../review/controls.ts'
import type { RunReading } from './protocol-runs.ts'

/** What cases are told with: the run that they were handed out from, and whom not to name. */
export interface CaseTelling extends Pick<RunReading, 'reading' | 'held'> {
  readonly mask: Mask
}

/** A case as it was handed out, and what was judged of it. @param rows its lookups, as far as the store still has them */
export function protocolCase(telling: CaseTelling, one: ReviewedCase, rows: readonly CaseLookup[]): ProtocolCase {
  const { reading, held, mask } = telling
  const asked = [...new Set(one.findings.map(({ finding_id }) => finding_id))]
  const told = packetCase(
    reading,
    {
      case_id: one.case_id,
      source: one.source,
      subject: one.subject,
      user_id: one.user_id === null ? null : mask.user(one.user_id),
      patient_id: one.patient_id === null ? null : mask.patient(one.patient_id),
      file: held.files.get(one.case_id),
      findings: asked
        .flatMap((id) => held.findings.get(id) ?? [])
        .toSorted((a, b) => a.place - b.place)
        .map(({ finding }) => finding),
      rows: lookupsThen(mask, one, rows),
    },
    1,
  )
  return {
    case_id: one.case_id,
    source: one.source,
    subject: one.subject,
    who: told.who,
    title: told.title,
    whose: told.whose,
    masked: told.masked,
    units: told.units,
    // What the store has forgotten has no time left.
    first: rows.length === 0 ? '' : told.first,
    last: rows.length === 0 ? '' : told.last,
    lookups: one.lookups.length,
    events: told.events,
    activities: told.activities,
    relation: told.relation,
    questions: questionsOf(reading, one, told.questions),
    against: told.against,
    status: one.status,
    verdict: one.verdict,
    decisions: one.decisions.map((decision) => decisionOf(telling, decision)),
    held: one.held && { reason: one.held.body.reason, until: one.held.body.until },
  }
}

/** The lookups of a case with the care relation that they had when it was handed out. */
function lookupsThen(mask: Mask, one: ReviewedCase, rows: readonly CaseLookup[]): PacketLookup[] {
  const known = new Map(rows.map((row) => [row.lookup_id, row]))
  const unknown = {
    care_unit_id: one.care_unit_id,
    day: '',
    first_time: '',
    last_time: '',
    event_count: 0,
    activities: 0,
  }
  const told = one.lookups.map(({ lookup_id, user_id, patient_id, grade }) => ({
    ...(known.get(lookup_id) ?? unknown),
    user_id: mask.user(user_id),
    patient_id: patient_id === null ? null : mask.patient(patient_id),
    relation_grade: grade,
  }))
  return told.toSorted((a, b) => (a.first_time < b.first_time ? -1 : 1))
}

/** The questions as they were asked; where the findings are gone, by the rules that the journal names. */
function questionsOf(
  reading: Reading,
  one: ReviewedCase,
  told: readonly { readonly rule: string; readonly title: string; readonly sentences: string[] }[],
): ProtocolCase['questions'] {
  const asked = told.map(({ rule, title, sentences }) => ({ rule, title, sentences }))
  const known = new Set(asked.map(({ rule }) => rule))
  const forgotten = [...new Set(one.findings.map(({ rule }) => rule))]
    .filter((rule) => !known.has(rule))
    .map((rule) => ({ rule, title: ruleWords(reading, rule)?.question ?? rule, sentences: [] }))
  return [...asked, ...forgotten].map((question) => ({ ...question, version: one.rules[question.rule] ?? null }))
}

function decisionOf(telling: CaseTelling, { time, body }: Noted<Entry<'decided'>>): ProtocolDecision {
  return {
    time,
    reviewer: personOf(telling, body.reviewer),
    second: body.second,
    verdict: body.verdict,
    explanation: body.explanation,
    comment: body.comment,
    due: body.due,
    employee_answer: body.employee_answer,
    not_asked_reason: body.not_asked_reason,
  }
}

/** A member of staff as a report may name them. */
export function personOf({ reading, mask }: Pick<CaseTelling, 'reading' | 'mask'>, id: string): ProtocolPerson {
  const user_id = mask.user(id)
  const known = user_id === id ? reading.report.names.users.get(user_id) : undefined
  return { user_id, name: known?.name ?? null, title: known?.title ?? null }
}
