import { type Command, Option } from 'commander'
import { inputKinds, type InputKind } from '../../model/reference.ts'
import { severities } from '../../model/severity.ts'
import type { IngestCommandOptions } from '../ingest-run.ts'
import type { InitOptions } from '../init.ts'
import type { ProfileCheckOptions, ProfileInferOptions } from '../profile.ts'
import type { QualityOptions } from '../quality.ts'
import { number, type Usage, withPeriod, withTelling } from './shape.ts'

/** What brings logs in and looks at them. */
export function addLogCommands(program: Command, { add, act }: Usage): void {
  add(program, 'init [dir]', 'make a workspace', ['loggkoll init kontroll'])
    .option('--seed <text>', 'derive the key from a seed: for samples only, ids can then be guessed')
    .action(act<[string | undefined, InitOptions]>('init', async () => (await import('../init.ts')).init))

  withTelling(
    add(
      program,
      'ingest <file...>',
      'read access logs and reference data: files, directories, patterns, - (standard input)',
      [
        'loggkoll -w kontroll ingest logg-2026-03.csv',
        'loggkoll -w kontroll ingest inkommet/ --source npo',
        'loggkoll -w kontroll ingest GetAccessLogsForPatient.xml --patient 20170101-2393',
        'loggkoll -w kontroll ingest register/*.csv --covers 2026-01-01..2026-03-31',
        'loggkoll -w kontroll ingest /srv/inkommet --move-to /srv/inlasta --rejected-to /srv/avvisade',
      ],
    ),
  )
    .addOption(
      new Option('--kind <kind>', 'what the files hold (default: recognised)').choices(inputKinds as InputKind[]),
    )
    .option('--profile <id>', 'mapping profile or standard format (default: recognised from the content)')
    .option('--sheet <name>', 'the sheet of a workbook (default: the first that holds rows)')
    .option('--patient <id>', 'whose log it is, for an answer that does not say')
    .option('--source <name>', 'the source system, where the file does not say it')
    .addOption(
      new Option(
        '--mode <mode>',
        'reference data: replace the kind, or only the rows with the same key (default: snapshot; upsert for the answers of services)',
      ).choices(['snapshot', 'upsert']),
    )
    .option('--covers <from..to>', 'the days that reference data speak for')
    .option(
      '--max-rejects <n>',
      'refuse a file with more unreadable rows (default: 100 or 1 %, whichever is more)',
      number,
    )
    .option('--dry-run', 'say what would happen, and store nothing')
    .option('--move-to <dir>', 'move each file there once it has been read; files still being written are left')
    .option('--rejected-to <dir>', 'move each file there that was refused (default: it stays)')
    .option('--settle <seconds>', 'leave files that were written later than that (default: 60 with --move-to)', number)
    .action(
      act<[string[], IngestCommandOptions]>('ingest', async () =>
        (await import('../tell-run.ts')).telling((await import('../ingest.ts')).ingest),
      ),
    )

  withPeriod(
    add(program, 'quality', 'is the log fit for review? what it lacks, by source, unit and day', [
      'loggkoll -w kontroll quality --month 2026-03',
      'loggkoll -w kontroll quality -o loggkvalitet.html',
      'loggkoll -w kontroll -q quality --fail-on high --format json',
    ]),
  )
    .addOption(
      new Option(
        '--fail-on <severity>',
        'exit with 3 when there is a remark at or above, or nothing that can be told',
      ).choices(severities.filter((severity) => severity !== 'info')),
    )
    .action(act<[QualityOptions]>('quality', async () => (await import('../quality.ts')).quality))

  const profiles = program.command('profile').description('mapping profiles: which column is what')
  add(profiles, 'list', 'the profiles', ['loggkoll profile list']).action(
    act<[]>('profile list', async () => (await import('../profile.ts')).profileList),
  )
  add(profiles, 'show <id>', 'a profile', ['loggkoll profile show cosmic-draft']).action(
    act<[string]>('profile show', async () => (await import('../profile.ts')).profileShow),
  )
  const ofKind = () => new Option('--kind <kind>', 'what the file holds (default: recognised)').choices(inputKinds)
  add(profiles, 'infer <file>', 'a draft of a profile, with the reason beside each line', [
    'loggkoll profile infer export.csv -o export-a.yaml',
    'loggkoll -w kontroll profile infer export.xlsx --id journal-a -o kontroll/profiles/journal-a.yaml',
  ])
    .addOption(ofKind())
    .option('--id <name>', 'the id of the profile (default: draft)')
    .option('--sheet <name>', 'the sheet of a workbook (default: the first that holds rows)')
    .action(
      act<[string, ProfileInferOptions]>('profile infer', async () => (await import('../profile.ts')).profileInfer),
    )
  add(profiles, 'check <file>', 'what a file would become: its first rows, unknown codes, rejects; stores nothing', [
    'loggkoll profile check export.csv --profile export-a.yaml',
    'loggkoll -w kontroll profile check export.csv --rows 10',
  ])
    .addOption(ofKind())
    .option('--profile <id>', 'a profile, a standard format, or the file of a draft (default: recognised)')
    .option('--sheet <name>', 'the sheet of a workbook (default: the first that holds rows)')
    .option('--patient <id>', 'whose log it is, for an answer that does not say')
    .option('--rows <n>', 'show so many rows (default: 3)', number)
    .option('--reveal', 'show persons as they are (asks for --reason)')
    .option('--reason <text>', 'why they are shown; it is written to the trail')
    .action(
      act<[string, ProfileCheckOptions]>('profile check', async () => (await import('../profile.ts')).profileCheck),
    )
}
