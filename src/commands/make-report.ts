import { casesFrom } from '../audit/cases.ts'
import { makeMask, makeNameBook, type Mask, maskCase, maskFinding, maskRun, type Named } from '../audit/mask.ts'
import { type StoredFinding, type StoredRun, streamCases, streamFindings } from '../audit/keep-run.ts'
import type { AuditReport } from '../reports/audit-report.ts'
import type { CaseFile } from '../model/audit-document.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Evidence, Finding } from '../model/finding.ts'
import { atLeast, type Severity } from '../model/severity.ts'
import { casesOf, readControls } from '../review/controls.ts'
import { Reviewed } from '../review/states.ts'
import { readJournal } from '../workspace/journal.ts'
import { speak } from '../reports/speak.ts'
import type { Store } from '../store/store.ts'
import type { Session } from './session.ts'

interface ReportChoice {
  readonly reveal: boolean
  readonly minSeverity: Severity
  readonly mask?: Mask
  readonly also?: readonly Named[]
  /** The runs that the report is of, where these are several: those of the nights (audit/current-run.ts). */
  readonly runs?: readonly string[]
  /** Only these findings, by id, and cases with one of them. */
  readonly only?: ReadonlySet<string>
}

/** A report of a run that lies in the store, with all of its cases and their findings, read as they are asked for. */
export interface RunReport extends AuditReport {
  readonly heldCases: AsyncIterable<{ readonly file: CaseFile; readonly findings: readonly Finding[] }>
}

/** A kept run as a report may show it: masked, named, in words. */
export async function makeReport(
  session: Session,
  store: Store,
  stored: StoredRun,
  options: ReportChoice,
): Promise<RunReport> {
  const mask = options.mask ?? (await makeMask(store, session, options.reveal))
  const names = await makeNameBook(store, stored, mask, options.also)
  const reviewed = new Reviewed(casesOf(readControls(readJournal(session.workspace.journal))))
  const { document, cases, summary, tally } = maskRun(stored, mask)
  const parameters = new Map(document.run.rules.map((rule) => [rule.rule, rule.parameters]))
  const { only, minSeverity } = options
  const isShown = ({ severity, finding_id }: StoredFinding): boolean =>
    atLeast(severity, minSeverity) && (only === undefined || only.has(finding_id))
  const tell = ({ evidence, suppressed, ...finding }: StoredFinding): Finding => {
    let spoken: Evidence[] | undefined
    return {
      ...finding,
      state: reviewed.stateOf(finding),
      // Most formats say the evidence of a few findings only.
      get evidence() {
        return (spoken ??= evidence.map((seen) =>
          speak(seen, session.language, parameters.get(seen.code), session.book),
        ))
      },
      suppressed,
    }
  }
  const runs = options.runs ?? [document.run.run_id]
  const shown = document.findings.filter(isShown)
  // A case is shown with what is left of it, and not without anything.
  const left = new Set(shown.filter(({ suppressed }) => !suppressed).map(({ case_id }) => case_id))
  const isWhole = only === undefined && minSeverity === 'info'
  const hide = (finding: StoredFinding): Finding => tell(maskFinding(finding, mask))
  return {
    document: { ...document, findings: shown.map(tell) },
    findings: {
      async *[Symbol.asyncIterator]() {
        for (const run_id of runs)
          for await (const finding of streamFindings(store, run_id)) if (isShown(finding)) yield hide(finding)
      },
    },
    heldCases: {
      async *[Symbol.asyncIterator]() {
        for (const run_id of runs) {
          for await (const { file, findings } of streamCases(store, run_id)) {
            const some = findings.filter(isShown)
            if (some.length > 0) yield { file: maskCase(file, mask), findings: some.map(hide) }
          }
        }
      },
    },
    tally: {
      findings: tally.findings.filter(({ severity }) => atLeast(severity, minSeverity)),
      // Of only some findings, whoever chose them has counted their cases.
      cases: isWhole || only !== undefined ? tally.cases : await casesFrom(store, runs, minSeverity),
    },
    cases: isWhole ? cases : cases.filter(({ case_id }) => left.has(case_id)),
    isPart: !isWhole,
    summary,
    names,
    masked: mask.shown,
    book: session.book,
  }
}

/** @throws {Fault} 64 when no such format is written here */
export function readable<Format extends string>(format: string, formats: Readonly<Record<Format, unknown>>): Format {
  if (Object.hasOwn(formats, format)) return format as Format
  throw new Fault(Exit.usage, `there is no format ${format} here`, `formats: ${Object.keys(formats).join(', ')}`)
}
