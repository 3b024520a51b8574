import { reviewWords } from '../language/review/index.ts'
import { Exit } from '../model/exit.ts'
import { localMinute } from '../model/period.ts'
import type { Control } from '../review/controls.ts'
import { followUps } from '../review/follow-up.ts'
import { nextWorkingDay } from '../review/working-days.ts'
import { listTable } from '../reports/list-table.ts'
import { readable } from './make-report.ts'
import { openJournal } from './review-desk.ts'
import { laterLines, readLater } from './review-later.ts'
import type { Session } from './session.ts'

/** `review status`: how far every control has come, in each unit, and what is due. */
export async function reviewStatus(session: Session): Promise<Exit> {
  const format = readable(session.options.format ?? 'table', { table: 1, json: 1, csv: 1 })
  const { controls, cases } = openJournal(session)
  const followed = followUps(cases, (instant) => nextWorkingDay(instant, session.workspace.config.zone))
  const later = readLater(session)
  const asks = cases.filter(({ status }) => status === 'ask')
  session.leaveTrail(controls.length)
  if (format === 'json') {
    const document = {
      schema: 'loggkoll/review-status/1',
      controls: controls.map(controlDocument),
      follow_ups: followed,
      asks: asks.map(({ case_id, decisions }) => ({ case_id, due: decisions.at(-1)?.body.due ?? null })),
      later: later.map(({ case_id, finding_id, rule, state, reason_id }) => ({
        case_id,
        finding_id,
        rule,
        state,
        reason_id,
      })),
    }
    session.write(`${JSON.stringify(document, null, 2)}\n`)
    return Exit.done
  }
  const words = reviewWords(session.language)
  const { status } = words
  const rows = controls.flatMap((control) => rowsOf(control, words))
  const heads = [
    status.control,
    status.unit,
    status.stage,
    status.cases,
    status.judged,
    status.asks,
    status.second,
    status.outcome,
  ]
  session.write(rows.length === 0 ? `${status.none}\n` : listTable(heads, rows, format, session.io.columns))
  if (format === 'table') {
    for (const line of laterLines(session, later)) session.note(line)
    for (const { case_id, decisions } of asks) session.note(status.due(case_id, decisions.at(-1)?.body.due ?? ''))
    for (const { case_id, authority_due, second_due, confirmed } of followed.filter((one) => !one.isClosed)) {
      const authority = localMinute(authority_due, session.workspace.config.zone)
      const dues = [status.authority(authority), ...(confirmed ? [] : [status.secondDue(second_due)])]
      session.note(`${case_id}: ${dues.join(', ')}`)
    }
  }
  return Exit.done
}

function rowsOf(control: Control, words: ReturnType<typeof reviewWords>): string[][] {
  if (control.parts.length === 0) return [[control.control_id, '', words.stages.planned, '', '', '', '', '']]
  return control.parts.map(({ care_unit_id, cases, stage, outcome }) => [
    control.control_id,
    care_unit_id ?? words.centralUnit,
    words.stages[stage],
    String(cases.length),
    String(cases.filter(({ status }) => status === 'closed').length),
    String(cases.filter(({ status }) => status === 'ask').length),
    String(cases.filter(({ status }) => status === 'second' || status === 'disagreed').length),
    stage === 'handed_out' ? '' : words.outcomes[outcome],
  ])
}

function controlDocument({ control_id, plan, stage, parts, draws }: Control) {
  const { kind, from, to, cause, reason, case_number } = plan.body
  return {
    control_id,
    kind,
    from,
    to,
    cause,
    reason,
    case_number,
    stage,
    draws: draws.map(({ body }) => ({
      draw_id: body.draw_id,
      method: body.method,
      care_unit_id: body.care_unit_id,
      size: body.size,
      seed: body.seed,
      population: body.population,
      drawn: body.items.length,
    })),
    parts: parts.map((part) => ({
      care_unit_id: part.care_unit_id,
      stage: part.stage,
      outcome: part.stage === 'handed_out' ? null : part.outcome,
      reviewers: [...new Set(part.packets.map(({ body }) => body.reviewer))],
      signed_at: part.signed?.time ?? null,
      cases: part.cases.map(({ case_id, source, status, verdict }) => ({ case_id, source, status, verdict })),
    })),
  }
}
