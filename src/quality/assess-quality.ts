import { z } from 'zod'
import { addDays, type Period } from '../model/period.ts'
import type { QualityCheck, QualityDocument, QualitySource } from '../model/quality-document.ts'
import { atLeast, severities, type Severity } from '../model/severity.ts'
import { toolVersion } from '../model/version.ts'
import type { Store } from '../store/store.ts'
import { calendarDays } from './calendar.ts'
import { answerOf, type Check, type Scope } from './check.ts'
import { checkActors } from './checks/actors.ts'
import { checkCodes } from './checks/codes.ts'
import { checkDuplicates } from './checks/duplicates.ts'
import { checkGaps } from './checks/gaps.ts'
import { checkListViews } from './checks/list-views.ts'
import { checkMandatoryFields } from './checks/mandatory-fields.ts'
import { checkReading } from './checks/reading.ts'
import { checkRecordNumbers } from './checks/record-numbers.ts'
import { checkReferenceData } from './checks/reference-data.ts'
import { checkRegisters } from './checks/registers.ts'
import { checkRejects, Input } from './checks/rejects.ts'
import { checkTimes } from './checks/times.ts'
import { checkUsefulFields } from './checks/useful-fields.ts'
import { farDays, farShare, usualDays } from './thresholds.ts'

const checks: readonly Check[] = [
  checkMandatoryFields,
  checkGaps,
  checkRecordNumbers,
  checkRejects,
  checkDuplicates,
  checkListViews,
  checkCodes,
  checkTimes,
  checkUsefulFields,
  checkRegisters,
  checkActors,
  checkReferenceData,
  checkReading,
]

export interface QualitySettings {
  readonly zone: string
  /** The local day on which it is asked. */
  readonly today: string
  /** The days that a person asked for; null is every day in the store. */
  readonly chosen: Period | null
}

const count = z.coerce.number()
const Days = z.object({
  first_day: z.string().nullable(),
  last_day: z.string().nullable(),
  day_after: z.string().nullable(),
})
const Source = z.object({
  source_system: z.string(),
  events: count,
  first_time: z.string().nullable(),
  last_time: z.string().nullable(),
})
const Span = z.object({ first_day: z.string().nullable(), last_day: z.string().nullable() })

/**
 * Is the log fit for review? Puts every question to the events of a period; nothing of what it gives names a person. The
 * same store, settings and day give the same document, byte for byte.
 */
export async function assessQuality(store: Store, settings: QualitySettings): Promise<QualityDocument> {
  const { zone, today, chosen } = settings
  const { first_day, day_after } = await store.row('quality/log-days', Days)
  // A log without a single time has no days, and can be asked all the same.
  const period = chosen ?? { from: first_day ?? today, to: day_after ?? addDays(today, 1) }
  const sources = await readSources(store, period)
  const events = sources.reduce((sum, source) => sum + source.events, 0)
  const scope: Scope = { store, period, chosen: chosen !== null, today, sources }
  const answers = events === 0 ? checks.map(({ id }) => unasked(id)) : await askAll(scope)
  const known = chosen !== null || first_day !== null
  const { severity, answer } = whole(answers, events)
  return {
    schema: 'loggkoll/quality/1',
    tool: toolVersion,
    zone,
    from: known ? period.from : null,
    to: known ? period.to : null,
    events,
    untimed: await countUntimed(store, events),
    answer,
    severity,
    sources,
    inputs: await store.rows('quality/inputs', Input),
    checks: answers,
  }
}

async function readSources(store: Store, period: Period): Promise<QualitySource[]> {
  await store.run('quality/batches', { ...period })
  return await store.rows('quality/sources', Source, { ...period })
}

async function countUntimed(store: Store, events: number): Promise<number> {
  if (events === 0) return 0
  return (await store.row('quality/untimed', z.object({ untimed: count }))).untimed
}

async function askAll(scope: Scope): Promise<QualityCheck[]> {
  const { store, period, chosen, today, sources } = scope
  await store.run('quality/period', { ...period })
  await store.run('quality/batch-sources')
  await store.run('quality/hours', { ...period, margin: usualDays })
  await store.run('quality/stretches', { far_days: farDays, far_share: farShare, chosen, today })
  await store.run('quality/calendar')
  const span = await store.row('quality/calendar-span', Span)
  if (span.first_day !== null && span.last_day !== null) {
    const days = calendarDays(span.first_day, span.last_day)
    await store.append(
      'quality_calendar',
      days.map(({ day, kind, alike }) => [day, kind, String(alike)]),
    )
  }
  const answers: QualityCheck[] = []
  for (const { id, ask } of checks) answers.push(answerOf(id, await ask(scope), sources.length))
  return answers
}

/** What nobody wrote down cannot be whole: of no events every question is open. */
function unasked(check: QualityCheck['check']): QualityCheck {
  const unanswered = [{ cause: 'no_events', subject: null, source_system: null }]
  return { check, answer: 'cannot_tell', severity: null, figures: [], remarks: [], unanswered }
}

/** The log is fit when no question has a remark worth saying; the questions that cannot be told are told beside it. */
function whole(answers: readonly QualityCheck[], events: number): Pick<QualityDocument, 'answer' | 'severity'> {
  const worst = answers.reduce<Severity | null>(
    (most, { severity }) =>
      severity !== null && (most === null || severities.indexOf(severity) > severities.indexOf(most)) ? severity : most,
    null,
  )
  if (events === 0) return { answer: 'cannot_tell', severity: null }
  return { answer: worst !== null && atLeast(worst, 'low') ? 'remark' : 'fit', severity: worst }
}
