import { makeMask, makeNameBook, type Mask, maskRun, type Named } from '../audit/mask.ts'
import type { StoredRun } from '../audit/run-audit.ts'
import type { AuditReport } from '../reports/audit-report.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Evidence } from '../model/finding.ts'
import { atLeast, type Severity } from '../model/severity.ts'
import { casesOf, readControls } from '../review/controls.ts'
import { Reviewed } from '../review/states.ts'
import { readJournal } from '../workspace/journal.ts'
import { speak } from '../reports/speak.ts'
import type { Store } from '../store/store.ts'
import type { Session } from './session.ts'

/** A kept run as a report may show it: masked, named, in words. */
export async function makeReport(
  session: Session,
  store: Store,
  stored: StoredRun,
  options: { reveal: boolean; minSeverity: Severity; mask?: Mask; also?: readonly Named[] },
): Promise<AuditReport> {
  const mask = options.mask ?? (await makeMask(store, session, options.reveal))
  const names = await makeNameBook(store, stored, mask, options.also)
  const reviewed = new Reviewed(casesOf(readControls(readJournal(session.workspace.journal))))
  const { document, cases, summary } = maskRun(stored, mask)
  const parameters = new Map(document.run.rules.map((rule) => [rule.rule, rule.parameters]))
  const findings = document.findings
    .filter(({ severity }) => atLeast(severity, options.minSeverity))
    .map(({ evidence, suppressed, ...finding }) => {
      const state = reviewed.stateOf(finding)
      let spoken: Evidence[] | undefined
      return {
        ...finding,
        state,
        // Most formats say the evidence of a few findings only.
        get evidence() {
          return (spoken ??= evidence.map((seen) =>
            speak(seen, session.language, parameters.get(seen.code), session.book),
          ))
        },
        suppressed,
      }
    })
  return { document: { ...document, findings }, cases, summary, names, masked: mask.shown, book: session.book }
}

/** @throws {Fault} 64 when no such format is written here */
export function readable<Format extends string>(format: string, formats: Readonly<Record<Format, unknown>>): Format {
  if (Object.hasOwn(formats, format)) return format as Format
  throw new Fault(Exit.usage, `there is no format ${format} here`, `formats: ${Object.keys(formats).join(', ')}`)
}
