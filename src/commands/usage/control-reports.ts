import type { Command } from 'commander'
import type { ReportProtocolOptions } from '../report-protocol.ts'
import type { ReportTrendOptions } from '../report-trend.ts'
import type { ReportUnitOptions } from '../report-unit.ts'
import { type Usage, withPeriod, withReveal } from './shape.ts'

/** The reports of what the controls came to. @param reports the command that they stand under */
export function addControlReports(reports: Command, { add, act }: Usage): void {
  withReveal(
    add(reports, 'protocol', 'the protocol of a control (kontrollprotokoll); a draft until it is signed', [
      'loggkoll -w kontroll report protocol --unit SE2329999901-E01 -o protokoll.pdf',
      'loggkoll -w kontroll report protocol --central -o centralt.html',
      'loggkoll -w kontroll report protocol --all --format pdf -o protokollen',
      'loggkoll -w kontroll report protocol --control K-6cbd53228a66e5fc --format json -o protokoll.json',
    ]),
  )
    .option('--control <id>', 'which control (default: the one planned last)')
    .option('--unit <id>', 'of one unit (default: of the whole control)')
    .option('--central', 'of what the central reviewer got')
    .option('--all', 'of each unit, and of what the central reviewer got: a file each in the folder of -o')
    .action(
      act<[ReportProtocolOptions]>(
        'report protocol',
        async () => (await import('../report-protocol.ts')).reportProtocol,
      ),
    )

  withPeriod(
    add(reports, 'unit', 'what a head of unit needs of a control, on two pages; it names no one', [
      'loggkoll -w kontroll report unit --unit SE2329999901-E01 -o enheten.pdf',
      'loggkoll -w kontroll report unit --unit SE2329999901-E01 --month 2026-03 -o enheten.html',
      'loggkoll -w kontroll report unit --all --format pdf -o enheterna',
    ]),
  )
    .option('--unit <id>', 'the unit')
    .option('--all', 'every unit with a lookup: a file each in the folder of -o')
    .action(act<[ReportUnitOptions]>('report unit', async () => (await import('../report-unit.ts')).reportUnit))

  add(reports, 'trend', 'what the controls came to, by month and rule; of no person, and no count under five', [
    'loggkoll -w kontroll report trend -o utfall.html',
    'loggkoll -w kontroll report trend --from 2026-01-01 --to 2027-01-01 --format json -o utfall.json',
  ])
    .option('--from <date>', 'controls whose period begins on this day or later')
    .option('--to <date>', 'and before this day')
    .action(act<[ReportTrendOptions]>('report trend', async () => (await import('../report-trend.ts')).reportTrend))
}
