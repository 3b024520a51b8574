import { z } from 'zod'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Period } from '../model/period.ts'
import { activities, purposes } from '../model/vocabulary.ts'
import { QueryError } from '../store/store-faults.ts'
import type { Store, StoreTable } from '../store/store.ts'
import { type GradeSettings, gradeLookups, readPeople } from './grade-lookups.ts'
import { readProtected } from './mask.ts'
import { ownQueryFault } from './own-query.ts'

/** The view that needs the lookups of the period graded first. */
const graded = 'masked_graded_lookup'

/** What a question may read: views without names, numbers and free text, and tables that are about no person. */
const readable: ReadonlySet<string> = new Set([
  'masked_event',
  'masked_lookup',
  graded,
  'masked_finding',
  'masked_run',
  'masked_staff',
  'masked_assignment',
  'masked_contact',
  'care_unit',
  'coverage',
  'ingest_batch',
  'rejected_row',
  'unknown_code',
  'deviation',
])

/** What a question is asked with. */
export interface Asked {
  readonly period: Period
  readonly settings: GradeSettings
  /** At most so many rows are given. */
  readonly limit: number
  /** At most so many seconds are used. */
  readonly seconds: number
  /** Protected persons as they are. */
  readonly reveal: boolean
  readonly pseudonym: (kind: 'user' | 'patient', id: string) => string
}

export type Answer = StoreTable & { readonly isCut: boolean }

const nobody: Period = { from: '0001-01-01', to: '0001-01-01' }

/**
 * Puts one SELECT to the masked views of the store. `$from` and `$to` in it are the days of the period.
 * @throws {Fault} 64 for what is no such SELECT, 65 when it takes too long
 */
export async function ask(store: Store, sql: string, asked: Asked): Promise<Answer> {
  await makeViews(store, asked)
  if (sql.includes(graded)) {
    await gradeLookups(store, asked.period, asked.settings)
    await store.run('ask/graded-view')
  }
  const fault = await ownQueryFault(store, sql, readable)
  if (fault !== undefined) throw new Fault(Exit.usage, `the query is not put: ${fault}`, wayOut)
  const limit = setTimeout(() => store.interrupt(), asked.seconds * 1000)
  try {
    const values = { most: asked.limit + 1, from: asked.period.from, to: asked.period.to }
    const { columns, rows } = await store.table('ask/limited', values, { question: sql })
    return { columns, rows: rows.slice(0, asked.limit), isCut: rows.length > asked.limit }
  } catch (error) {
    throw questionFault(error, asked.seconds)
  } finally {
    clearTimeout(limit)
  }
}

/** The views and tables that a question may read, each with its columns. */
export async function readableColumns(
  store: Store,
  settings: GradeSettings,
): Promise<{ name: string; columns: string[] }[]> {
  await makeViews(store, { reveal: true, pseudonym: (_, id) => id })
  await gradeLookups(store, nobody, settings)
  await store.run('ask/graded-view')
  const Row = z.object({ name: z.string(), columns: z.array(z.string()) })
  return await store.rows('ask/view-columns', Row, { names: JSON.stringify([...readable]) })
}

const wayOut = 'loggkoll query --list shows what can be read'

async function makeViews(store: Store, { reveal, pseudonym }: Pick<Asked, 'reveal' | 'pseudonym'>): Promise<void> {
  await store.run('ask/person-table')
  if (!reveal) {
    // Of people only who is protected is asked, which no event says.
    await readPeople(store, nobody)
    const rows = await readProtected(store)
    await store.append(
      'masked_person',
      rows.map(({ kind, id }) => [kind, id, pseudonym(kind, id)]),
    )
  }
  await store.run('ask/views', {}, { activities: words(activities), purposes: words(purposes) })
}

function words(list: readonly string[]): string {
  return `[${list.map((word) => `'${word}'`).join(', ')}]`
}

function questionFault(error: unknown, seconds: number): unknown {
  if (error instanceof Fault && error.exit === Exit.interrupted) {
    return new Fault(
      Exit.data,
      `the query takes more than ${seconds} s`,
      'ask for less, or give --time-limit SECONDS',
      error,
    )
  }
  if (!(error instanceof QueryError)) return error
  // What is wrong with the words of a query names columns and tables; anything else could quote a value.
  const said = error.debugMessage.split('\n', 1)[0]!
  const cause = /^(Binder|Catalog|Parser) Error|^nothing is given/.test(said) ? said : error.message
  return new Fault(Exit.usage, `the query fails: ${cause}`, wayOut, error)
}
