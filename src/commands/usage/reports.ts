import { type Command, Option } from 'commander'
import { extractRequesters } from '../../model/extract-requesters.ts'
import type { ReportCoverageOptions } from '../report-coverage.ts'
import type { ReportPatientOptions } from '../report-patient.ts'
import type { ReportOptions } from '../report.ts'
import { addControlReports } from './control-reports.ts'
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
  withReveal(
    add(reports, 'patient', 'who has read a patient’s record: the extract that the patient has a right to', [
      'loggkoll -w kontroll report patient --patient 20170101-2393 --from 2026-01-01 -o loggutdrag.pdf',
      'loggkoll -w kontroll report patient --patient 20170101-2393 --staff-names on --case-number 2026-114 -o utdrag.html',
      'loggkoll -w kontroll report patient --patient 20100104-2389 --requested-by guardian --assessed "Barnet samtycker" --assessed-by SE5560000000-1A2B -o utdrag.xlsx',
    ]),
  )
    .requiredOption('--patient <id>', 'the patient; the log is searched under every id of the person')
    .option('--from <date>', 'first day (default: the first of the loaded logs)')
    .option('--to <date>', 'the day after the last one')
    .addOption(new Option('--staff-names <choice>', 'show who read').choices(['on', 'off']).default('off'))
    .addOption(
      new Option('--requested-by <whom>', 'who asks for the extract').choices(extractRequesters).default('self'),
    )
    .option('--assessed <text>', 'why it may be given out, where that must be assessed; it is written to the trail')
    .option('--assessed-by <hsa-id>', 'who assessed it')
    .option('--assessed-on <date>', 'when (default: today)')
    .option('--case-number <dnr>', 'the case number, printed on every page')
    .action(
      act<[ReportPatientOptions]>('report patient', async () => (await import('../report-patient.ts')).reportPatient),
    )
  withReveal(
    add(reports, 'coverage', 'which units and how many of the staff the controls have reached, and what is missing', [
      'loggkoll -w kontroll report coverage --year 2026',
      'loggkoll -w kontroll -o tackning.pdf report coverage',
      'loggkoll -w kontroll --format csv -o aterstar.csv report coverage --from 2026-01-01 --to 2026-07-01',
    ]),
  )
    .option('--year <yyyy>', 'a calendar year (default: this one)')
    .option('--from <date>', 'first day')
    .option('--to <date>', 'the day after the last one')
    .action(
      act<[ReportCoverageOptions]>(
        'report coverage',
        async () => (await import('../report-coverage.ts')).reportCoverage,
      ),
    )
  addControlReports(reports, { add, act })
}
