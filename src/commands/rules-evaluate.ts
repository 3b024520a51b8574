import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type AnswerKey, readAnswerKey } from '../evaluation/answer-key.ts'
import { evaluateRules } from '../evaluation/evaluate-rules.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { evaluationFormats } from '../reports/evaluation/index.ts'
import { openStore } from '../workspace/workspace.ts'
import { auditSettings, chosenPeriod, type PeriodOptions } from './audit-settings.ts'
import { chooseRules } from './audit.ts'
import { readable } from './make-report.ts'
import type { Session } from './session.ts'
import { Timings } from './timings.ts'

export interface EvaluateOptions extends PeriodOptions {
  readonly rule?: readonly string[]
  readonly seed: number
  readonly rounds: number
  readonly key?: string
  readonly timings?: boolean
}

/** `rules evaluate`: how well do the rules tell what they ask from chance, and from an answer key? It shows only counts. */
export async function rulesEvaluate(session: Session, options: EvaluateOptions): Promise<Exit> {
  const byName = session.options.output?.endsWith('.json') ? 'json' : 'table'
  const format = readable(session.options.format ?? byName, evaluationFormats)
  const { seed, rounds } = options
  if (rounds < 1) throw new Fault(Exit.usage, '--rounds 0 leaves nothing to compare with', 'give 1 or more')
  const rules = chooseRules(session, options.rule)
  const key = options.key === undefined ? null : readKey(session, options.key)
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const period = await chosenPeriod(store, options)
    const timings = new Timings()
    const settings = { ...auditSettings(session, undefined), onStep: (step: string) => timings.add(step) }
    const document = await evaluateRules(store, rules, period, settings, { seed, rounds, key })
    // Only counts are shown, never a row.
    session.leaveTrail(0)
    const layout = {
      columns: session.io.columns ?? 80,
      color: session.color,
      verbose: session.options.verbose === true,
    }
    session.write(evaluationFormats[format](document, session.language, layout))
    if (options.timings) session.io.err(timings.table())
    const failed = document.rules.some(({ outcome, no_chance }) => outcome === 'failed' || no_chance === 'failed')
    return failed ? Exit.partly : Exit.done
  } finally {
    store.close()
  }
}

function readKey(session: Session, path: string): AnswerKey {
  let file: Buffer
  try {
    file = readFileSync(path)
  } catch (error) {
    throw new Fault(Exit.data, `${path} cannot be read`, 'give the file of an answer key: --key FILE', error)
  }
  const known = session.book.map(({ id }) => id)
  return readAnswerKey(file, basename(path), known, session.today)
}
