import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { explainLookups } from '../../src/audit/explain.ts'
import { relationGrades } from '../../src/model/grade.ts'
import { queryText } from '../../src/queries/load.ts'
import { rules } from '../../src/rules/index.ts'
import { openStore, openWorkspace } from '../../src/workspace/workspace.ts'
import { audit, persons, world } from '../audit/world.ts'
import { folderWith, run, workspace } from '../harness/program.ts'

/**
 * Lookups with the reason that `explain` must give. Data: `access-log.csv` with `reason`, `grade`, `cause` (why there is
 * no grade that settles it) and `because` as its last columns, and the reference tables beside it.
 */
const Row = z.object({
  user_id: z.string(),
  patient_id: z.string(),
  occurred_at: z.string(),
  reason: z.string(),
  grade: z.union([z.enum(relationGrades), z.literal('')]),
  cause: z.string(),
  because: z.string(),
})
type Row = z.infer<typeof Row>

interface Explained {
  readonly patient_id: string | null
  readonly reason_id: string | null
  readonly relation_grade: string | null
  readonly relation_cause: string | null
  readonly evidence: readonly { readonly code: string; readonly facts: Readonly<Record<string, unknown>> }[]
}

const folders = ['each', 'strongest'] as const
type Folder = (typeof folders)[number]

const read = (folder: Folder): Record<string, string>[] =>
  parse(readFileSync(join(import.meta.dirname, folder, 'access-log.csv')), { columns: true })

/** A workspace with the data of a folder, audited once. */
async function auditedWorkspace(folder: Folder): Promise<string> {
  const made = await workspace()
  const log = read(folder).map(
    ({ reason: _reason, grade: _grade, cause: _cause, because: _because, ...event }) => event,
  )
  const at = join(import.meta.dirname, folder)
  const tables = readdirSync(at).filter((name) => name.endsWith('.csv') && name !== 'access-log.csv')
  const covers = readFileSync(join(at, 'covers.txt'), 'utf8').trim()
  const files = [folderWith({ 'access-log.csv': stringify(log, { header: true }) }), 'access-log.csv']
  for (const words of [
    ['ingest', join(...files), ...tables.map((name) => join(at, name)), '--covers', covers],
    ['audit', '--rule', 'no-care-relation'],
  ]) {
    const ran = await run(['-w', made, ...words])
    expect(ran.code, ran.err).toBe(0)
  }
  return made
}

/** What `explain` says of each row's lookup, one command at a time. */
async function byCommand(made: string, rows: readonly Row[]): Promise<Explained[]> {
  const found: Explained[] = []
  for (const { user_id, patient_id } of rows) {
    const asked = ['explain', '--user', user_id, '--patient', patient_id]
    const ran = await run(['-w', made, '--format', 'json', ...asked])
    expect(ran.code, ran.err).toBe(0)
    found.push(...(JSON.parse(ran.out) as { lookups: Explained[] }).lookups)
  }
  return found
}

/** The same, a user at a time. */
async function byUser(made: string, rows: readonly Row[]): Promise<Explained[]> {
  const opened = openWorkspace(made)
  const { config } = opened
  const settings = {
    ...config.relation,
    care_providers: [],
    budget: 1,
    zone: config.zone,
    parameters: {},
    severities: {},
    suppressions: [],
    book: rules,
  }
  const period = { from: '2024-01-01', to: '2027-01-01' }
  const store = await openStore(opened, 0)
  try {
    const found: Explained[] = []
    for (const user_id of new Set(rows.map((row) => row.user_id))) {
      found.push(
        ...(await explainLookups(store, { user_id, patient_id: null, period, lookup_ids: null }, [], settings)),
      )
    }
    return found
  } finally {
    store.close()
  }
}

describe.each(folders)('%s', (folder) => {
  const rows = read(folder).map((row) => Row.parse(row))

  it('lookup has its reason', async () => {
    const made = await auditedWorkspace(folder)
    const found = await (folder === 'each' ? byCommand : byUser)(made, rows)
    expect(found).toHaveLength(rows.length)
    for (const row of rows) {
      const lookup = found.find(({ patient_id }) => patient_id === row.patient_id)!
      const said = [lookup.reason_id ?? '', lookup.relation_grade ?? '', lookup.relation_cause ?? '']
      expect(said, row.because).toEqual([row.reason, row.grade, row.cause])
      if (row.reason !== '') expect(reasonsIn(lookup.evidence), row.because).toContain(row.reason)
    }
  })
})

/** The reasons that the evidence names; an assignment is evidence of its own kind. */
function reasonsIn(evidence: Explained['evidence']): string[] {
  return evidence.flatMap(({ code, facts }) => {
    if (code === 'reason') return [String(facts['reason_id'])]
    return code === 'assignment_purpose' ? ['assignment-purpose'] : []
  })
}

it('has each reason of the book at least once, and the book has the grades of the design', () => {
  const said = new Map(read('each').map(({ reason = '', grade = '' }) => [reason, grade]))
  const book = [...queryText('grade/reasons').matchAll(/\( ?\d+, '([a-z-]+)', +'([A-Z+]+)'\)/g)]
    // It follows from the journal of the reviews: test/review.
    .filter(([, reason]) => reason !== 'log-review')
  expect(book.length).toBeGreaterThan(20)
  expect(book.map(([, reason]) => said.get(reason!))).toEqual(book.map(([, , grade]) => grade))
})

describe('whose lookups are not assessed', () => {
  const [patient, other] = persons(2)
  const at = (time: string) => ({ occurred_at: `2026-03-03T${time}`, care_unit_id: 'unit-1', activity: 'read' })
  const tables = {
    access: [
      { ...at('10:00:00'), user_id: 'nurse-1', patient_id: patient, care_provider_id: 'region' },
      { ...at('10:01:00'), user_id: 'robot-1', patient_id: patient, care_provider_id: 'region' },
      { ...at('10:02:00'), user_id: 'service-1', patient_id: patient, care_provider_id: 'region' },
      { ...at('10:03:00'), user_id: 'machine-1', patient_id: patient, care_provider_id: 'region', actor_kind: 'robot' },
      { ...at('10:04:00'), user_id: 'shared-1', patient_id: patient, care_provider_id: 'region' },
      { ...at('10:05:00'), user_id: 'nurse-2', patient_id: patient, care_provider_id: 'municipality' },
      { ...at('10:06:00'), user_id: 'nurse-3', patient_id: other, care_unit_id: 'unit-2' },
      { ...at('10:07:00'), user_id: 'nurse-4', patient_id: other, care_unit_id: 'unit-3' },
      { ...at('10:08:00'), user_id: 'nurse-5', patient_id: other, care_unit_id: 'unit-4' },
      { ...at('10:09:00'), user_id: 'citizen-1', patient_id: patient, actor_kind: 'citizen' },
      { ...at('10:10:00'), user_id: 'system-1', patient_id: patient, actor_kind: 'system' },
      { ...at('10:11:00'), user_id: 'nurse-1', patient_id: patient, activity: 'login' },
      { ...at('10:12:00'), user_id: '', patient_id: patient },
      { ...at('10:13:00'), occurred_at: '', user_id: 'nurse-1', patient_id: patient },
    ],
    staff: [
      { user_id: 'robot-1', kind: 'robot' },
      { user_id: 'service-1', kind: 'service' },
      { user_id: 'shared-1', kind: 'shared' },
    ],
    care_unit: [
      { care_unit_id: 'unit-2', care_provider_id: 'region' },
      { care_unit_id: 'unit-3', care_provider_id: 'municipality' },
    ],
  }

  it('robots and service accounts, wherever that is said; they are counted', async () => {
    const { document, summary } = await audit(await world(tables))
    expect(document.run.lookups).toBe(6)
    expect(summary.apart).toEqual({
      robot_lookups: 3,
      citizen_events: 1,
      system_events: 1,
      events_without_user: 1,
      events_without_time: 1,
      session_events: 1,
      other_providers: [],
    })
    expect(summary.notices).toContainEqual({ code: 'scope_all_providers', facts: {} })
  })

  it("other providers' staff, by the log or by the unit; they are counted, and no lookup is out of sight", async () => {
    const { document, summary } = await audit(await world(tables, { settings: 'care_providers: [region]' }))
    expect(document.run.lookups).toBe(3)
    expect(summary.apart.other_providers).toEqual([
      { care_provider_id: 'municipality', lookups: 2 },
      { care_provider_id: null, lookups: 1 },
    ])
    expect(summary.notices).not.toContainEqual({ code: 'scope_all_providers', facts: {} })
  })
})
