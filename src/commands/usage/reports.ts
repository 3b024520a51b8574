import type { Command } from 'commander'
import type { ReportOptions } from '../report.ts'
import { type Usage, withReveal } from './shape.ts'

/** The reports. */
export function addReportCommands(program: Command, { add, act }: Usage): void {
  const reports = program.command('report').description('write a report')
  withReveal(
    add(reports, 'audit', 'the report of a control, for a reviewer', [
      'loggkoll -w kontroll report audit -o kontroll.html',
    ]),
  )
    .option('--run <id>', 'a run (default: the latest)')
    .action(act<[ReportOptions]>('report audit', async () => (await import('../report.ts')).report))
}
