import type { RunTold } from '../model/run-told.ts'
import { severities, type Severity } from '../model/severity.ts'
import { plainText } from './plain-text.ts'

/** The number that RFC 5612 keeps for documentation: the program has none of its own. */
const enterprise = 32473

/** How grave a line is, in the words of syslog. */
export type SyslogPriority = 'notice' | 'warning' | 'err'

/** Done is worth a notice, findings or a part that failed a warning, anything else is an error. */
export function syslogPriority({ exit }: RunTold): SyslogPriority {
  if (exit === 0) return 'notice'
  return exit === 2 || exit === 3 ? 'warning' : 'err'
}

/**
 * One line about a run, after the header of RFC 5424 (6.3 structured data, 6.4 message): numbers, and nobody.
 * The header, with time and host, is that of the system's own `logger`.
 */
export function syslogLine(told: RunTold): string {
  const { command, workspace, exit, tool, audit, ingest } = told
  const count = (severity?: Severity): number =>
    (audit?.findings ?? []).reduce(
      (sum, kind) =>
        kind.suppressed || (severity !== undefined && kind.severity !== severity) ? sum : sum + kind.findings,
      0,
    )
  const parameters: Record<string, string | number> = {
    command,
    workspace,
    exit,
    version: tool,
    ...(audit && {
      run: audit.run.run_id,
      from: audit.run.from,
      to: audit.run.to,
      lookups: audit.run.lookups,
      explained: audit.run.explained,
      findings: count(),
      ...Object.fromEntries(severities.map((severity) => [severity, count(severity)])),
      unanswered: audit.run.rules.filter(({ outcome }) => outcome !== 'answered').length,
    }),
    ...(ingest && {
      files: ingest.files.stored,
      known: ingest.files.known,
      failed: ingest.files.failed,
      rows: ingest.rows.stored,
      rejected: ingest.rows.rejected,
    }),
  }
  const data = Object.entries(parameters).map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
  return `[loggkoll@${enterprise}${data.join('')}] ${sentence(told, count())}`
}

function sentence({ command, exit, audit, ingest }: RunTold, findings: number): string {
  if (audit) return `${command} of ${audit.run.from}..${audit.run.to}: ${findings} findings, exit ${exit}`
  if (ingest) return `${command}: ${ingest.rows.stored} rows stored, ${ingest.rows.rejected} rejected, exit ${exit}`
  return `${command}: exit ${exit}`
}

/** RFC 5424, 6.3.3: three characters are escaped in a value. */
function escaped(value: string): string {
  return plainText(value).replaceAll(/["\\\]]/g, (character) => `\\${character}`)
}
