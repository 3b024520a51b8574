import { Temporal } from 'temporal-polyfill'
import type { Entry, Noted, ReviewEntry } from '../model/review.ts'
import { type Control, entriesOf, readControls, type ReviewedCase } from './controls.ts'

/** How long things are kept, in months (`loggkoll.yaml`). */
export interface RetentionMonths {
  readonly store_months: number
  readonly decisions_months: number
  readonly protocols_months: number
  readonly trail_months: number
}

/** What is from before these local days has passed its time. */
export interface RetentionDays {
  readonly store: string
  readonly decisions: string
  readonly protocols: string
  readonly trail: string
}

/** The days before which things have passed their time. @param today a local day */
export function retentionDays(months: RetentionMonths, today: string): RetentionDays {
  const before = (amount: number): string => Temporal.PlainDate.from(today).subtract({ months: amount }).toString()
  return {
    store: before(months.store_months),
    decisions: before(months.decisions_months),
    protocols: before(months.protocols_months),
    trail: before(months.trail_months),
  }
}

/** Why something that has passed its time is kept all the same. */
type KeepCause = 'open' | 'follow_up' | 'held'

/** Stands for a control in the hold of a case that no control has handed out. */
export const outsideControls = '-'

/** What stays beyond its time: cases, their lookups and runs, and the controls they belong to. */
export interface Kept {
  readonly controls: ReadonlyMap<string, KeepCause>
  readonly cases: ReadonlyMap<string, KeepCause>
  readonly lookups: ReadonlySet<string>
  readonly runs: ReadonlySet<string>
}

/**
 * What is exempt from the purge: controls that are not signed, and cases with a follow-up that is not closed or that are held.
 * A control that was never handed out is so only until its own time has passed, or nothing would ever end it.
 */
export function keptBeyond(journal: readonly Noted[], days: RetentionDays, today: string): Kept {
  const of = entriesOf(journal)
  const controls = new Map<string, KeepCause>()
  const cases = new Map<string, KeepCause>()
  const all = readControls(journal)
  for (const control of all) if (isOpen(control, journal, days)) controls.set(control.control_id, 'open')
  const reviewed = all.flatMap(({ parts }) => parts.flatMap((part) => part.cases))
  for (const one of reviewed) if (hasOpenFollowUp(one)) cases.set(one.case_id, 'follow_up')
  for (const { case_id } of heldCases(journal, today)) cases.set(case_id, 'held')

  const packets = of('handed_out').map(({ body }) => body)
  const draws = of('drawn').map(({ body }) => body)
  const lookups = new Set<string>()
  const runs = new Set<string>()
  const keep = (control_id: string, case_id: string, lookup_ids: readonly string[]): boolean => {
    if (controls.get(control_id) === 'open' && !cases.has(case_id)) cases.set(case_id, 'open')
    if (!cases.has(case_id)) return false
    for (const id of lookup_ids) lookups.add(id)
    return true
  }
  for (const { control_id, run_id, cases: handed } of packets) {
    for (const one of handed) {
      const ids = one.lookups.map(({ lookup_id }) => lookup_id)
      if (keep(control_id, one.case_id, ids)) runs.add(run_id)
    }
  }
  for (const { control_id, items } of draws) {
    for (const { case_id, lookup_ids } of items) keep(control_id, case_id, lookup_ids)
  }
  // The case of a control keeps the control readable.
  for (const { control_id, cases: handed } of packets) {
    const cause = handed.map(({ case_id }) => cases.get(case_id)).find((one) => one !== undefined)
    if (cause && !controls.has(control_id)) controls.set(control_id, cause)
  }
  for (const { control_id, case_id } of of('held').map(({ body }) => body)) {
    const cause = cases.get(case_id)
    if (cause && !controls.has(control_id)) controls.set(control_id, cause)
  }
  return { controls, cases, lookups, runs }
}

/** The cases that are held on a day, with why and until when. */
export function heldCases(journal: readonly Noted[], today: string): Entry<'held'>[] {
  const last = new Map(entriesOf(journal)('held').map(({ body }) => [body.case_id, body]))
  return [...last.values()].filter(({ released, until }) => !released && (until === null || until >= today))
}

const ofDecisions: ReadonlySet<ReviewEntry['entry']> = new Set(['decided', 'repeated', 'revealed', 'followed', 'held'])

/** Which entries of the journal have passed their time: it is counted from the last entry of their control. */
export function pastEntries(journal: readonly Noted[], days: RetentionDays, kept: Kept): (entry: Noted) => boolean {
  const last = lastDays(journal)
  return ({ body }) => {
    if (kept.controls.has(body.control_id)) return false
    const until = last.get(body.control_id) ?? ''
    return until < (ofDecisions.has(body.entry) ? days.decisions : days.protocols)
  }
}

function lastDays(journal: readonly Noted[]): Map<string, string> {
  const last = new Map<string, string>()
  for (const { time, body } of journal) {
    const day = time.slice(0, 10)
    if (day > (last.get(body.control_id) ?? '')) last.set(body.control_id, day)
  }
  return last
}

function isOpen({ control_id, stage, parts }: Control, journal: readonly Noted[], days: RetentionDays): boolean {
  if (stage === 'signed') return false
  return parts.length > 0 || (lastDays(journal).get(control_id) ?? '') >= days.protocols
}

function hasOpenFollowUp({ verdict, steps }: ReviewedCase): boolean {
  const isBegun = verdict === 'unjustified' || steps.length > 0
  return isBegun && !steps.some(({ body }) => body.step === 'closed')
}
