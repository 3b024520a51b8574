import { explainLookups, findPair, findTarget } from '../audit/explain.ts'
import { makeMask } from '../audit/mask.ts'
import { directoryId } from '../model/directory-id.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { normalisePersonId } from '../model/person-id.ts'
import { explainFormats } from '../reports/index.ts'
import { speak } from '../reports/speak.ts'
import type { Rule, Values } from '../rules/rule.ts'
import { openStore } from '../workspace/workspace.ts'
import { auditSettings, rulesInUse } from './audit-settings.ts'
import { revealed } from './audit.ts'
import { readable } from './make-report.ts'
import type { Session } from './session.ts'

export interface ExplainOptions {
  readonly user?: string
  readonly patient?: string
  readonly reveal?: boolean
  readonly reason?: string
}

/** `explain FINDING|LOOKUP` or `--user U --patient P`: what speaks for and against, each sentence with its row. */
export async function explain(session: Session, id: string | undefined, options: ExplainOptions): Promise<Exit> {
  const format = readable(session.options.format ?? 'table', explainFormats)
  const reveal = revealed(options)
  const byPair = options.user !== undefined && options.patient !== undefined
  if ((id === undefined) === !byPair || (id !== undefined && !/^[FL]-/.test(id))) {
    throw new Fault(
      Exit.usage,
      'explain wants a finding (F-…), a lookup (L-…), or --user with --patient',
      'loggkoll audit lists the findings',
    )
  }
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const target =
      id === undefined
        ? await findPair(store, directoryId(options.user!), normalisePersonId(options.patient!, session.today).id)
        : await findTarget(store, id)
    if (!target) {
      session.leaveTrail(0)
      throw new Fault(
        Exit.data,
        id === undefined ? 'that user has no lookup of that patient' : `there is no ${id}`,
        'check the id',
      )
    }
    const settings = auditSettings(session, undefined)
    const explained = await explainLookups(store, target, rulesInUse(session), settings)
    const mask = await makeMask(store, session, reveal)
    const spoken = explained.map((lookup) => ({
      ...lookup,
      user_id: mask.user(lookup.user_id),
      patient_id: lookup.patient_id === null ? null : mask.patient(lookup.patient_id),
      evidence: lookup.evidence.map((seen) =>
        speak(seen, session.language, parametersFor(session.book, seen.code, settings.parameters), session.book),
      ),
    }))
    session.leaveTrail(spoken.length, reveal ? (options.reason ?? null) : null)
    session.write(
      explainFormats[format](spoken, session.language, {
        columns: session.io.columns ?? 80,
        color: session.color,
        book: session.book,
      }),
    )
    return Exit.done
  } finally {
    store.close()
  }
}

function parametersFor(
  book: readonly Rule[],
  id: string,
  chosen: Readonly<Record<string, unknown>>,
): Values | undefined {
  return book.find((rule) => rule.id === id)?.parameters.parse(chosen[id] ?? {})
}
