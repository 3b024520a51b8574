import { ask, readableColumns } from '../audit/ask.ts'
import { queryWords } from '../language/query.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { nearest } from '../model/nearest.ts'
import { savedQueries, type SavedQuery } from '../model/saved-queries.ts'
import { queryText } from '../queries/load.ts'
import { answerText } from '../reports/answer.ts'
import { listFormats } from '../reports/lists.ts'
import type { Store } from '../store/store.ts'
import { openStore } from '../workspace/workspace.ts'
import { revealed } from './audit.ts'
import { auditSettings, chosenPeriod, type PeriodOptions } from './audit-settings.ts'
import { readable } from './make-report.ts'
import { onlyWords } from './only-words.ts'
import type { Session } from './session.ts'

export interface QueryOptions extends PeriodOptions {
  readonly sql?: string
  readonly list?: boolean
  readonly limit: number
  readonly timeLimit: number
  readonly reveal?: boolean
  readonly reason?: string
}

/** `query NAME` or `query --sql SELECT`: reads the masked views of the store, and changes nothing. */
export async function query(session: Session, name: string | undefined, options: QueryOptions): Promise<Exit> {
  if (options.list === true) return await list(session)
  const format = readable(session.options.format ?? 'table', listFormats)
  const saved = name === undefined ? null : savedQuery(name)
  if ((saved === null) === (options.sql === undefined)) {
    throw new Fault(Exit.usage, 'query takes the name of a saved query, or --sql', 'loggkoll query --list lists them')
  }
  const reveal = revealed(options)
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const answer = await ask(store, saved === null ? options.sql! : queryText(`saved/${saved}`), {
      period: await periodOf(store, options),
      settings: auditSettings(session, undefined),
      limit: options.limit,
      seconds: options.timeLimit,
      reveal,
      pseudonym: (kind, id) => session.pseudonym(kind, id),
    })
    session.leaveTrail(answer.rows.length, reveal ? (options.reason ?? null) : null)
    const words = queryWords(session.language)
    if (answer.isCut) session.note(words.cut(options.limit))
    if (answer.rows.length === 0) session.note(words.nothing)
    session.write(await answerText(answer, saved, format, session.io.columns))
    return Exit.done
  } finally {
    store.close()
  }
}

function savedQuery(name: string): SavedQuery {
  const known = savedQueries.find((one) => one === name)
  if (known) return known
  const near = nearest(name, savedQueries)
  throw new Fault(
    Exit.usage,
    `there is no query ${name}`,
    near ? `did you mean ${near}?` : `queries: ${savedQueries.join(', ')}`,
  )
}

/** What is in no log may be asked too: without one, every day. */
async function periodOf(store: Store, options: PeriodOptions) {
  try {
    return await chosenPeriod(store, options)
  } catch (error) {
    if (error instanceof Fault && error.exit === Exit.data) return { from: '0001-01-01', to: '9999-12-31' }
    throw error
  }
}

/** `query --list`: the saved queries, and what a query of one's own can read. */
async function list(session: Session): Promise<Exit> {
  onlyWords(session)
  const words = queryWords(session.language)
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const columns = await readableColumns(store, auditSettings(session, undefined))
    const width = Math.max(...savedQueries.map((name) => name.length))
    session.write(
      [
        ...savedQueries.map((name) => `${name.padEnd(width)}  ${words.saved[name]}`),
        '',
        words.readable,
        ...columns.map((one) => `  ${one.name}: ${one.columns.join(', ')}`),
        '',
      ].join('\n'),
    )
    return Exit.done
  } finally {
    store.close()
  }
}
