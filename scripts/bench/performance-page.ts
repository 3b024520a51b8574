import type { Bench, BenchRow, Step } from './bench-result.ts'

/** The limits that the design sets, in seconds and GiB, by millions of events. */
const auditLimits: Readonly<Record<number, { readonly seconds: number; readonly gib: number }>> = {
  8: { seconds: 10, gib: Infinity },
  108: { seconds: 180, gib: 8 },
}
const ingestRatio = 2.5
/** In seconds. */
const smallLimits = { help: 0.15, audit: 1 } as const
const smallNames = {
  help: '`loggkoll --help`',
  audit: "audit of a ward's week (`samples/ward-week`), all rules",
} as const

/** docs/performance.md: what was measured, on what, and beside it the limits. */
export function performancePage({ rows, small, night }: Bench): string {
  return `# Performance

Written by \`npm run bench -- 1 8 108 --page\` from what it measured, with the program as it is built; nobody types numbers here. A made-up region
([how it is made](made-up-region.md)) is read in and audited with all rules. Wall seconds hang on what else the machine does:
the load average says how many others wanted its cores when the measurement began, and CPU seconds, of all cores together,
say what the work itself takes. On a virtual machine whose host is short of memory both are several times what they are elsewhere.

## Beside DuckDB alone

*Bare* is \`create table as select * from read_csv(…, all_varchar = true)\`, or \`read_parquet\`, on the same files. The limits
are those of the design.

${tableOf(
  ['events', 'step', 'seconds', 'CPU seconds', 'peak GiB', 'limit', 'met'],
  rows.flatMap((row) => stepLines(row)),
)}
${unmeasured(rows)}

In the skewed log a hundred thousand more lookups are of one patient, and one user opens ten thousand.

## What one waits for

The best of five, start included.

${tableOf(['what', 'seconds', 'CPU seconds', 'limit', 'met'], smallLines(small))}

## A night

${nightText(night)}

## Beside the same rules written naively

Six rules as one would write them over raw events ([rules.sql](../scripts/bench/naive/rules.sql)): plain joins and correlated
subqueries, in DuckDB and in SQLite with the indexes anyone would make. Each finds exactly the lookups that the program finds;
else the measurement stops. Where a rule finds none in the region, a test holds the two against each other on the sample and four
events more, where each finds some. Of own-family it is the part that goes by the register. Filling their tables is not counted;
the program's time is the whole command, start, grading, cases, evidence and keeping included.

${tableOf(
  ['events', 'rule', 'found', 'DuckDB, s', 'SQLite, s'],
  rows.flatMap((row) => naiveLines(row)),
)}

## The machine

Not all was measured on one day, and a virtual machine is not as fast every day: compare within a size.

${tableOf(
  ['events', 'cores', 'processor', 'memory', 'load average', 'commit'],
  [...rows, ...(night ? [night] : [])].map(({ millions, machine }) => [
    `${millions} M`,
    String(machine.cores),
    machine.model,
    `${machine.gib.toFixed(0)} GiB`,
    machine.load.toFixed(1),
    machine.commit,
  ]),
)}
`
}

/** In seconds. */
const nightLimits = { ingest: 10, audit: 20 } as const
const nightNames = { contacts: 'ingest of the contacts', ingest: 'ingest of the log', audit: '`audit --new`' } as const

function nightText(night: Bench['night']): string {
  if (!night) return 'Not measured: `npm run bench:night`.'
  const { millions, days } = night
  const rows = (['contacts', 'ingest', 'audit'] as const).map((name) => [
    nightNames[name],
    ...numbers(night, name),
    ...(name === 'contacts' ? ['', ''] : within(stepOf(night, name), nightLimits[name])),
  ])
  return `The last of ${days} days (${(millions / days).toFixed(1)} M events, and the contacts registered on it) comes to a store that has read and
asked the days before it: ${millions} M events in all (\`npm run bench:night\`).

${tableOf(['step', 'seconds', 'CPU seconds', 'peak GiB', 'limit', 'met'], rows)}`
}

function smallLines(small: readonly Step[]): string[][] {
  return (['help', 'audit'] as const).map((name) => {
    const one = stepOf({ steps: small }, name)
    const took = [one?.seconds.toFixed(2) ?? '', one?.cpu_seconds.toFixed(2) ?? '']
    return [smallNames[name], ...took, ...within(one, smallLimits[name])]
  })
}

/** A limit in seconds, and whether a step is within it. */
function within(step: Step | undefined, limit: number): [limit: string, met: string] {
  return [`${limit} s`, step ? (step.seconds <= limit ? 'yes' : 'no') : 'not measured']
}

/** What was measured of the steps of a size. */
function stepLines(row: BenchRow): string[][] {
  const bytes = row.bytes_per_event === undefined ? '' : `, ${row.bytes_per_event.toFixed(0)} bytes an event`
  const lines = [
    ['bare', 'bare', ...numbers(row, 'bare'), '', ''],
    ['ingest', `ingest${bytes}`, ...numbers(row, 'ingest'), ...ingestAnswer(row)],
    ['audit', 'audit, all rules', ...numbers(row, 'audit'), ...auditAnswer(row)],
    ['skewed', 'audit, skewed log', ...numbers(row, 'skewed'), '', ''],
  ]
  return lines
    .filter(([step]) => stepOf(row, step!))
    .map(([, ...cells], place) => [place === 0 ? `${row.millions} M (${row.form})` : '', ...cells])
}

/** The limits that nothing here speaks of. */
function unmeasured(rows: readonly BenchRow[]): string {
  return Object.entries(auditLimits)
    .filter(([millions]) => !rows.some((row) => row.millions === Number(millions)))
    .map(
      ([millions, { seconds }]) =>
        `\nThe audit of ${millions} M events, limit ${seconds} s: not measured, so not known to be met.\n`,
    )
    .join('')
}

type Steps = Pick<BenchRow, 'steps'>

const stepOf = (row: Steps, name: string) => row.steps.find(({ step }) => step === name)

function numbers(row: Steps, name: string): string[] {
  const one = stepOf(row, name)
  if (!one) return ['', '', '']
  return [one.seconds.toFixed(1), one.cpu_seconds.toFixed(1), (one.peak_mb / 1024).toFixed(1)]
}

function ingestAnswer(row: BenchRow): string[] {
  const [bare, ingest] = [stepOf(row, 'bare'), stepOf(row, 'ingest')]
  // The limit is set for CSV.
  if (!bare || !ingest || row.form !== 'csv') return ['', '']
  const ratio = ingest.cpu_seconds / bare.cpu_seconds
  return [`${ingestRatio} × bare`, `${ratio <= ingestRatio ? 'yes' : 'no'}: ${ratio.toFixed(1)} × in CPU seconds`]
}

function auditAnswer(row: BenchRow): string[] {
  const limit = auditLimits[row.millions]
  const audit = stepOf(row, 'audit')
  if (limit === undefined || !audit) return ['', '']
  const said = Number.isFinite(limit.gib) ? `${limit.seconds} s, ${limit.gib} GiB` : `${limit.seconds} s`
  const isSmall = audit.peak_mb / 1024 <= limit.gib
  if (audit.seconds <= limit.seconds) return [said, isSmall ? 'yes' : 'no: it takes more memory']
  const alone = audit.cpu_seconds / row.machine.cores
  const memory = Number.isFinite(limit.gib) ? ` (memory: ${isSmall ? 'yes' : 'no'})` : ''
  return [said, `no; its CPU seconds on ${row.machine.cores} idle cores are ${alone.toFixed(1)} s at least${memory}`]
}

function naiveLines(row: BenchRow): string[][] {
  const [duckdb, sqlite] = ['duckdb', 'sqlite'].map((engine) => row.naive.find((one) => one.engine === engine))
  if (!duckdb) return []
  const sum = (seconds: Readonly<Record<string, number>> | undefined): string =>
    seconds
      ? Object.values(seconds)
          .reduce((all, one) => all + one, 0)
          .toFixed(1)
      : 'not tried'
  const six = stepOf(row, 'six')
  return [
    ...Object.keys(duckdb.seconds).map((rule, place) => [
      place === 0 ? `${row.millions} M` : '',
      rule,
      String(duckdb.findings[rule] ?? 0),
      (duckdb.seconds[rule] ?? 0).toFixed(2),
      sqlite ? (sqlite.seconds[rule] ?? 0).toFixed(2) : 'not tried',
    ]),
    ['', '**the six**', '', sum(duckdb.seconds), sum(sqlite?.seconds)],
    ['', '**the program, the six**', '', six ? six.seconds.toFixed(1) : '', ''],
  ]
}

function tableOf(heads: readonly string[], lines: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [row(heads), row(heads.map(() => '---')), ...lines.map(row)].join('\n')
}
