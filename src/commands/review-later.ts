import { existsSync, readFileSync } from 'node:fs'
import { reviewWords } from '../language/review/index.ts'
import { reportWords } from '../language/report/index.ts'
import { LaterFile, type LaterState } from '../model/later-state.ts'
import type { Session } from './session.ts'
import { writePrivate } from './write-private.ts'

/** Keeps for the reviewers what a night has found explained, or gone, since it was handed out. */
export function writeLater(session: Session, findings: readonly LaterState[]): void {
  if (findings.length === 0 && !existsSync(session.workspace.later)) return
  const file: LaterFile = { schema: 'loggkoll/later/1', findings: [...findings] }
  writePrivate(session.workspace.later, [`${JSON.stringify(file, null, 2)}\n`])
}

/** What the last night found explained, or gone, since it was handed out; it is there while a night is at work. */
export function readLater(session: Session): readonly LaterState[] {
  const { later } = session.workspace
  if (!existsSync(later)) return []
  try {
    return LaterFile.parse(JSON.parse(readFileSync(later, 'utf8'))).findings
  } catch {
    // It is made anew by the next night, and nothing is decided by it.
    return []
  }
}

/** A line for each case of which something is explained, or gone, since it was handed out. */
export function laterLines(session: Session, later: readonly LaterState[]): string[] {
  const { status } = reviewWords(session.language)
  const { reasons } = reportWords(session.language)
  return [...Map.groupBy(later, ({ case_id }) => case_id)].flatMap(([case_id, findings]) => {
    const explained = findings.filter(({ state }) => state === 'explained_later')
    const gone = findings.length - explained.length
    const ids = [...new Set(explained.flatMap(({ reason_id }) => reason_id ?? []))]
    const said = ids.map((id) => ((reasons as Readonly<Record<string, string>>)[id] ?? id).toLowerCase()).join(', ')
    return [
      ...(explained.length > 0 ? [status.explainedLater(case_id, explained.length, said)] : []),
      ...(gone > 0 ? [status.goneLater(case_id, gone)] : []),
    ]
  })
}
