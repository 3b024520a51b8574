import { Temporal } from 'temporal-polyfill'
import { retentionWords } from '../language/retention.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Language } from '../model/language.ts'
import type { Noted } from '../model/review.ts'
import { parseDay } from '../model/period.ts'
import { plainText } from '../reports/plain-text.ts'
import {
  type Kept,
  keptBeyond,
  outsideControls,
  pastEntries,
  type RetentionDays,
  retentionDays,
} from '../review/retention.ts'
import {
  countPastRows,
  countUntimed,
  prepareStorePurge,
  type PurgeCounts,
  type StorePurge,
  writeKeptStore,
} from '../store/purge.ts'
import type { Store } from '../store/store.ts'
import { countPastEntries, purgeJournal, readJournal, verifyJournal } from '../workspace/journal.ts'
import { replaceStore } from '../workspace/replace-store.ts'
import { countPastTrail, purgeTrail, verifyTrail } from '../workspace/trail.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { readable } from './make-report.ts'
import type { Session } from './session.ts'

export interface PurgeOptions {
  readonly dryRun?: boolean
  readonly before?: string
}

/** `purge`: deletes what has passed its time, but for what is exempt. */
export async function purge(session: Session, options: PurgeOptions): Promise<Exit> {
  const format = readable(session.options.format ?? 'table', { table: 1, json: 1 })
  const { workspace, today } = session
  const days = chosenDays(session, options.before)
  mustBeWhole(session)
  const dry = options.dryRun === true
  const done = await replaceStore(workspace, session.options.wait, async (store, path) => {
    // With the store in hand, so that no case is held meanwhile.
    const journal = readJournal(workspace.journal)
    const kept = keptBeyond(journal, days, today)
    const ofStore = storePurge(workspace, days, kept)
    await prepareStorePurge(store, ofStore)
    const rows = await countPastRows(store, ofStore)
    const counts: PurgeCounts = {
      ...rows,
      ...positive('journal', countPastEntries(workspace.journal, pastEntries(journal, days, kept))),
      ...positive('trail', countPastTrail(workspace.trail, days.trail)),
    }
    const untimed = await countUntimed(store)
    // The trail says what is about to go: what is interrupted is done by the next purge.
    session.leaveTrail(0, dry ? null : told(counts, days))
    // A store of which nothing goes is left as it is: a new one takes time, and room for two.
    const wrote = !dry && Object.keys(rows).length > 0
    if (wrote) await writeKeptStore(store, ofStore, rows, path)
    const controls = new Map([...kept.controls].filter(([id]) => id !== outsideControls))
    return { wrote, counts, kept: { ...kept, controls }, untimed }
  })
  const { counts, kept, untimed } = done
  if (!dry) {
    const { time, os_user, as } = session.trailNote(0, null)
    const choose = (known: readonly Noted[]) => pastEntries(known, days, keptBeyond(known, days, today))
    purgeJournal(workspace.journal, workspace.keyring, choose, { time, os_user, as })
    purgeTrail(workspace.trail, workspace.keyring, days.trail, session.trailNote(0, told(counts, days)))
  }
  if (format === 'json') {
    const exempt = { controls: Object.fromEntries(kept.controls), cases: Object.fromEntries(kept.cases) }
    session.write(`${JSON.stringify({ dry_run: dry, before: days, counts, exempt, untimed }, null, 2)}\n`)
  } else session.write(table(session, { dry, days, counts, kept, untimed }))
  return Exit.done
}

/**
 * A tampered line must be found before its content goes. An end that was cut off hinders no purge, which hides nothing of
 * it: else what was once lost would have to be kept for ever.
 * @throws {Fault} 65
 */
function mustBeWhole({ workspace }: Session): void {
  const trail = verifyTrail(workspace.trail, workspace.keyring, [])
  const journal = verifyJournal(workspace.journal, workspace.keyring, [])
  if (trail.sound && journal.sound) return
  throw new Fault(
    Exit.data,
    `the ${trail.sound ? 'journal of the reviews' : 'trail'} is not whole, and nothing is purged`,
    'loggkoll trail verify says where; find out why, and restore it from a backup',
  )
}

/** @throws {Fault} 64 for a day to come, 77 when an archive would forget too early */
function chosenDays(session: Session, before: string | undefined): RetentionDays {
  const { store_role, retention } = session.workspace.config
  const days = retentionDays(retention, session.today)
  if (before === undefined) return days
  const day = parseDay(before, '--before')
  if (day > session.today) throw new Fault(Exit.usage, `--before: ${day} is yet to come`, 'give an earlier day')
  if (store_role === 'archive' && day > days.store) {
    throw new Fault(
      Exit.notAllowed,
      `this workspace is an archive, and keeps what is from ${days.store} or later`,
      'give an earlier day; how long it keeps things stands in loggkoll.yaml (retention.store_months)',
    )
  }
  const earlier = (own: string): string => (day < own ? day : own)
  return {
    // A copy may be emptied earlier than it must be; the journal and the trail may not.
    store: day,
    decisions: earlier(days.decisions),
    protocols: earlier(days.protocols),
    trail: earlier(days.trail),
  }
}

/** How many rows of a store have passed their time, and are not exempt. */
export async function countPast({ workspace, today }: Session, store: Store): Promise<PurgeCounts> {
  const days = retentionDays(workspace.config.retention, today)
  const ofStore = storePurge(workspace, days, keptBeyond(readJournal(workspace.journal), days, today))
  await prepareStorePurge(store, ofStore)
  return await countPastRows(store, ofStore)
}

function storePurge({ config }: Workspace, days: RetentionDays, kept: Kept): StorePurge {
  const { follow_days, follow_days_by_kind, lead_days } = config.relation
  const longest = Math.max(follow_days, lead_days, ...Object.values(follow_days_by_kind))
  return {
    cutoff: days.store,
    contact_cutoff: Temporal.PlainDate.from(days.store).subtract({ days: longest }).toString(),
    kept: { lookups: kept.lookups, cases: kept.cases.keys(), runs: kept.runs },
  }
}

function positive(name: string, count: number): PurgeCounts {
  return count > 0 ? { [name]: count } : {}
}

/** What the trail keeps of a purge. */
function told(counts: PurgeCounts, days: RetentionDays): string {
  const rows = Object.entries(counts).map(([kind, count]) => `${kind} ${count}`)
  return `before ${days.store}: ${rows.length === 0 ? 'nothing' : rows.join(', ')}`
}

interface Told {
  readonly dry: boolean
  readonly days: RetentionDays
  readonly counts: PurgeCounts
  readonly kept: Kept
  readonly untimed: number
}

function table(session: Session, { dry, days, counts, kept, untimed }: Told): string {
  const words = retentionWords(session.language)
  const rows = countLines(counts, session.language)
  const listed = (of: Kept['cases']): string[] => [...of].map(([id, cause]) => `  ${id}  ${words.causes[cause]}`)
  const lines = [
    words.before(days),
    ...(rows.length === 0 ? [words.nothing] : [`${dry ? words.wouldPurge : words.purged}:`]),
    ...rows,
    ...(kept.controls.size > 0 ? [words.keptControls(kept.controls.size), ...listed(kept.controls)] : []),
    ...(kept.cases.size > 0 ? [words.keptCases(kept.cases.size), ...listed(kept.cases)] : []),
    ...(untimed > 0 ? [words.untimed(untimed)] : []),
  ]
  return lines.map((line) => `${plainText(line)}\n`).join('')
}

/** How many rows there are of each kind, a line for each. */
export function countLines(counts: PurgeCounts, language: Language): string[] {
  const { count, kinds } = retentionWords(language)
  const rows = Object.entries(counts).map(([kind, rows]) => {
    const [one, several] = kinds[kind] ?? [kind, kind]
    return [count(rows), rows === 1 ? one : several] as const
  })
  const width = Math.max(0, ...rows.map(([amount]) => amount.length))
  return rows.map(([amount, kind]) => `  ${amount.padStart(width)}  ${kind}`)
}
