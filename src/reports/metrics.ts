import type { AuditTold, IngestTold, RunTold, StoreTold } from '../model/run-told.ts'
import { severities } from '../model/severity.ts'

type Labels = Readonly<Record<string, string>>

/** A metric with what it says; every one is a gauge, since each file holds what was so when it was written. */
interface Metric {
  readonly name: string
  readonly help: string
  readonly samples: readonly (readonly [Labels, number | undefined])[]
}

/** The name under which the last success stands, for whoever writes the file anew. */
const lastSuccess = 'loggkoll_last_success_timestamp_seconds'

/**
 * The Prometheus text format (0.0.4) of a run. No person stands in it, and no unit: in a small one a number is a person.
 * Every metric names the workspace and the command, so that the files of several can be read side by side.
 */
export function metricsText(told: RunTold): string {
  const common = { workspace: told.workspace, command: told.command }
  return [
    ...ofRun(told),
    ...(told.audit ? ofAudit(told.audit) : []),
    ...(told.ingest ? ofIngest(told.ingest) : []),
    ...(told.store ? ofStore(told.store) : []),
  ]
    .map(({ name, help, samples }) => {
      const lines = samples.flatMap(([labels, value]) =>
        value === undefined || Number.isNaN(value) ? [] : [`${name}{${labelText({ ...common, ...labels })}} ${value}`],
      )
      return lines.length === 0 ? '' : [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...lines, ''].join('\n')
    })
    .join('')
}

/** The last success that a file of metrics tells of, in milliseconds since 1970; undefined when it tells of none. */
export function lastSuccessIn(text: string): number | undefined {
  const found = new RegExp(`^${lastSuccess}\\{.*\\} ([0-9.e+]+)$`, 'm').exec(text)?.[1]
  return found === undefined ? undefined : Number(found) * 1000
}

function ofRun({ tool, exit, now, lastSuccess: last, seconds }: RunTold): Metric[] {
  const one = (name: string, help: string, value: number | undefined, labels: Labels = {}): Metric => ({
    name,
    help,
    samples: [[labels, value]],
  })
  return [
    one('loggkoll_info', 'The version of the program.', 1, { version: tool }),
    one('loggkoll_last_run_timestamp_seconds', 'When the command last ended, however it ended.', now / 1000),
    one(lastSuccess, 'When the command was last done (exit code 0, 2 or 3).', last && last / 1000),
    one('loggkoll_exit_code', 'The exit code of the last run; 0 and 3 are done, 2 is done in part.', exit),
    one('loggkoll_run_duration_seconds', 'How long the last run took (with --timings).', seconds),
  ]
}

function ofAudit({ run, findings }: AuditTold): Metric[] {
  const counted = new Map<string, number>()
  for (const { rule, severity, suppressed, findings: amount } of findings) {
    if (!suppressed) counted.set(`${rule} ${severity}`, (counted.get(`${rule} ${severity}`) ?? 0) + amount)
  }
  const answered = run.rules.filter(({ outcome }) => outcome === 'answered')
  const ofRules = (name: string, help: string, value: (rule: (typeof answered)[number]) => number): Metric => ({
    name,
    help,
    samples: answered.map((rule) => [{ rule: rule.rule }, value(rule)]),
  })
  const whole = (name: string, help: string, value: number): Metric => ({ name, help, samples: [[{}, value]] })
  return [
    whole('loggkoll_audit_from_timestamp_seconds', 'First day of the period, as UTC midnight.', midnight(run.from)),
    whole('loggkoll_audit_to_timestamp_seconds', 'The day after the last one of the period.', midnight(run.to)),
    whole('loggkoll_lookups', 'Lookups in the period.', run.lookups),
    whole('loggkoll_lookups_explained', 'Lookups that a care relation or an assignment explains.', run.explained),
    whole('loggkoll_lookups_explained_ratio', 'Share of the lookups that is explained.', run.explained / run.lookups),
    whole('loggkoll_first_lookups', 'First lookups of a patient by a user.', run.first_lookups),
    whole('loggkoll_first_lookups_explained', 'First lookups that are explained.', run.first_explained),
    {
      name: 'loggkoll_findings',
      help: 'Findings of a rule, by severity.',
      samples: answered.flatMap(({ rule }) =>
        severities.map((severity) => [{ rule, severity }, counted.get(`${rule} ${severity}`) ?? 0] as const),
      ),
    },
    whole(
      'loggkoll_findings_suppressed',
      'Findings that suppressions.yaml keeps from being handed out.',
      findings.reduce((sum, kind) => sum + (kind.suppressed ? kind.findings : 0), 0),
    ),
    ofRules('loggkoll_rule_assessed', 'Lookups that a rule was asked about.', ({ assessed }) => assessed),
    ofRules('loggkoll_rule_unknown', 'Lookups of which a rule could not tell.', ({ unknown }) => unknown),
    {
      name: 'loggkoll_rules',
      help: 'Rules by outcome.',
      samples: (['answered', 'not_applicable', 'failed'] as const).map((outcome) => [
        { outcome },
        run.rules.filter((rule) => rule.outcome === outcome).length,
      ]),
    },
    {
      name: 'loggkoll_rule_unanswered',
      help: '1 for each rule that lacked its data or failed.',
      samples: run.rules.flatMap(({ rule, outcome }) => (outcome === 'answered' ? [] : [[{ rule, outcome }, 1]])),
    },
  ]
}

function ofIngest({ files, rows }: IngestTold): Metric[] {
  const samples = (counts: Readonly<Record<string, number>>): Metric['samples'] =>
    Object.entries(counts).map(([outcome, count]) => [{ outcome }, count])
  return [
    { name: 'loggkoll_ingest_files', help: 'Files of the last ingest; known: read before.', samples: samples(files) },
    { name: 'loggkoll_ingest_rows', help: 'Rows of the last ingest.', samples: samples(rows) },
  ]
}

function ofStore({ bytes, sources, coverage }: StoreTold): Metric[] {
  const bySource = (
    name: string,
    help: string,
    value: (one: (typeof sources)[number]) => number | undefined,
  ): Metric => ({
    name,
    help,
    samples: sources.map((one) => [{ kind: one.kind, source: one.source_system }, value(one)]),
  })
  return [
    { name: 'loggkoll_store_bytes', help: 'Size of the store on disk.', samples: [[{}, bytes]] },
    bySource('loggkoll_store_rows', 'Rows that the store holds.', ({ stored }) => stored),
    bySource('loggkoll_store_rejected_rows', 'Rows that could not be read.', ({ rejected }) => rejected),
    bySource('loggkoll_store_unknown_codes', 'Codes that no vocabulary knows.', ({ unknown_codes }) => unknown_codes),
    bySource('loggkoll_store_last_day_timestamp_seconds', 'The last day that was read, as UTC midnight.', (one) =>
      one.last_day === null ? undefined : midnight(one.last_day),
    ),
    {
      name: 'loggkoll_coverage_until_timestamp_seconds',
      help: 'The last day that reference data of a kind speak for.',
      samples: coverage.map(({ kind, covers_to }) => [{ kind }, covers_to === null ? undefined : midnight(covers_to)]),
    },
  ]
}

/** Seconds since 1970 of the beginning of a day in UTC. */
function midnight(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000
}

function labelText(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${escapeLabel(value)}"`)
    .join(',')
}

function escapeLabel(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
