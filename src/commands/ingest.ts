import { Exit } from '../model/exit.ts'
import type { InputKind } from '../model/reference.ts'
import { parseDay } from '../model/period.ts'
import { Fault } from '../model/fault.ts'
import { ingestFile, type IngestReport } from '../ingest/ingest-file.ts'
import { prepareFile, type PreparedFile } from '../ingest/prepare-file.ts'
import { loadProfiles } from '../ingest/profile.ts'
import { ingestSummary } from '../reports/ingest-summary.ts'
import { openStore, withScratch } from '../workspace/workspace.ts'
import { readable } from './make-report.ts'
import type { Session } from './session.ts'

export interface IngestCommandOptions {
  readonly kind?: InputKind
  readonly profile?: string
  readonly source?: string
  readonly mode: 'snapshot' | 'upsert'
  readonly covers?: string
  readonly maxRejects?: number
  readonly dryRun?: boolean
}

/** `ingest FILE…`: reads logs and reference data into the store, each file whole or not at all. */
export async function ingest(session: Session, paths: readonly string[], options: IngestCommandOptions): Promise<Exit> {
  const { workspace } = session
  const format = readable(session.options.format ?? 'table', { table: 1, json: 1 })
  const covers = options.covers === undefined ? undefined : parseCovers(options.covers)
  return withScratch(workspace, async (scratch) => {
    const profiles = loadProfiles(workspace.profiles)
    const files: PreparedFile[] = []
    for (const [number, path] of paths.entries()) {
      files.push(await prepareFile(path, number, { profiles, scratch, input: session.io.input, ...pick(options) }))
    }
    const store = await openStore(
      workspace,
      session.options.wait,
      files.map((file) => file.utf8Path),
    )
    const reports: IngestReport[] = []
    const replaced = new Set<string>()
    try {
      // Nothing is shown of what is read, but that it was read is kept. Whoever holds the store writes the trail.
      session.leaveTrail(0)
      for (const file of files) {
        const { kind, source_system } = file.layout.profile
        const replaces = `${kind} of ${source_system ?? ''}`
        // Several files of one kind and source in one command are one snapshot: the first replaces, the others add.
        const mode = options.mode === 'snapshot' && replaced.has(replaces) ? 'upsert' : options.mode
        replaced.add(replaces)
        const report = await ingestFile(store, file, {
          today: session.today,
          mode,
          dryRun: options.dryRun === true,
          ...(covers === undefined ? {} : { covers }),
          ...(options.maxRejects === undefined ? {} : { maxRejects: options.maxRejects }),
        })
        reports.push(report)
        session.note(ingestSummary(report, session.language))
      }
    } finally {
      store.close()
    }
    if (format === 'json')
      session.write(`${JSON.stringify({ schema: 'loggkoll/ingest/1', files: reports }, null, 2)}\n`)
    return Exit.done
  })
}

function pick(options: IngestCommandOptions): { kind?: InputKind; profile?: string; source?: string } {
  return {
    ...(options.source === undefined ? {} : { source: options.source }),
    ...(options.kind === undefined ? {} : { kind: options.kind }),
    ...(options.profile === undefined ? {} : { profile: options.profile }),
  }
}

function parseCovers(text: string): { from: string; to: string } {
  const [from, to, ...rest] = text.split('..')
  if (from === undefined || to === undefined || rest.length > 0) {
    throw new Fault(Exit.usage, `--covers: "${text}" is no span of days`, 'write it as 2026-01-01..2026-03-31')
  }
  const days = { from: parseDay(from, '--covers'), to: parseDay(to, '--covers') }
  if (days.from > days.to) throw new Fault(Exit.usage, `--covers: ${text} holds no day`, 'the first day comes first')
  return days
}
