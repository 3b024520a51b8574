import { z } from 'zod'
import { readPeople } from '../audit/grade-lookups.ts'
import { readCurrentRun } from '../audit/current-run.ts'
import type { StoredRun } from '../audit/keep-run.ts'
import { addDays, type Period } from '../model/period.ts'
import { purgedBefore } from '../store/purge.ts'
import type { Store } from '../store/store.ts'
import { casesOf, type Control } from './controls.ts'
import type { CoverageFacts } from './coverage.ts'
import { findingsById, openCases } from './hand-out.ts'
import { type Judged, readReviewers } from './reviewers.ts'

const StaffRow = z.object({ care_unit_id: z.string(), user_id: z.string(), active: z.boolean() })
const MonthRow = z.object({ care_unit_id: z.string(), month: z.string() })
const DayRow = z.object({ care_unit_id: z.string(), day: z.string(), user_id: z.string() })

/** Reads what a coverage is told from: the log, the registers, the journal and the latest run. */
export async function readCoverage(
  store: Store,
  period: Period,
  given: { readonly today: string; readonly controls: readonly Control[]; readonly care_providers: readonly string[] },
): Promise<CoverageFacts> {
  const { today, controls, care_providers } = given
  await store.run('grade/temp-tables')
  await store.append(
    'reviewed_provider',
    care_providers.map((provider) => [provider]),
  )
  await readPeople(store, period)
  // Nobody is at a unit yet by an assignment that has not begun.
  const until = period.to <= today ? period.to : addDays(today, 1)
  const staff = await store.rows('review/coverage-staff', StaffRow, { ...period, until })
  const busy = await store.rows('review/coverage-months', MonthRow, { ...period })
  const run = await readCurrentRun(store, 'all')
  return {
    period,
    today,
    staff,
    purged_before: await purgedBefore(store),
    busy: new Set(busy.map(({ care_unit_id, month }) => `${care_unit_id} ${month}`)),
    controls,
    unitDays: await usersOfUnitDays(store, controls),
    reviewers: await readReviewers(store, today),
    waiting: run === undefined ? [] : waitingOf(run, controls),
  }
}

async function usersOfUnitDays(store: Store, controls: readonly Control[]): Promise<CoverageFacts['unitDays']> {
  const drawn = controls
    .flatMap(({ draws }) => draws.flatMap(({ body }) => body.items))
    .filter(({ subject, care_unit_id }) => subject === 'unit_day' && care_unit_id !== null)
  await store.run('review/drawn-unit-days')
  await store.append(
    'drawn_unit_day',
    drawn.map(({ care_unit_id, day }) => [care_unit_id, day]),
  )
  const rows = await store.rows('review/users-of-unit-days', DayRow)
  const byDay = Map.groupBy(rows, ({ care_unit_id, day }) => `${care_unit_id} ${day}`)
  return new Map([...byDay].map(([key, group]) => [key, group.map(({ user_id }) => user_id)]))
}

/** The cases of the latest run that would be handed out, and have not been. */
function waitingOf(run: StoredRun, controls: readonly Control[]): Judged[] {
  const byId = findingsById(run)
  return openCases(run, casesOf(controls))
    .filter(({ handed_out }) => handed_out)
    .map((file) => {
      const findings = file.finding_ids.flatMap((id) => byId.get(id) ?? [])
      const { case_id, subject, user_id, patient_id, care_unit_id } = file
      return {
        case_id,
        subject,
        user_id,
        patient_id,
        care_unit_id,
        users: distinct(findings.map((finding) => finding.user_id)),
        patients: distinct(findings.map((finding) => finding.patient_id)),
        rules: distinct(findings.map(({ rule }) => rule)),
      }
    })
}

function distinct(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))]
}
