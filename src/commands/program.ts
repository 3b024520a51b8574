import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { Exit, exitMeaning } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { inputKinds, type InputKind } from '../model/reference.ts'
import { severities } from '../model/severity.ts'
import { toolVersion } from '../model/version.ts'
import type { AuditOptions } from './audit.ts'
import type { ExplainOptions } from './explain.ts'
import type { IngestCommandOptions } from './ingest.ts'
import type { InitOptions } from './init.ts'
import type { Io } from './io.ts'
import type { ProfileCheckOptions, ProfileInferOptions } from './profile.ts'
import type { QualityOptions } from './quality.ts'
import type { ReportOptions } from './report.ts'
import type { EvaluateOptions } from './rules-evaluate.ts'
import { faultText, type GlobalOptions, Session } from './session.ts'

/** Runs the program with the words after its name, and gives its exit code; it never ends the process itself. */
export async function runProgram(words: readonly string[], io: Io): Promise<Exit> {
  let code: Exit = Exit.done
  const program = buildProgram(io, words, (given) => (code = given))
  try {
    await program.parseAsync([...words], { from: 'user' })
    return code
  } catch (error) {
    return explainFault(error, io, words.includes('--debug'))
  }
}

function explainFault(error: unknown, io: Io, debug: boolean): Exit {
  if (error instanceof CommanderError) return error.exitCode === 0 ? Exit.done : Exit.usage
  if (error instanceof Fault) {
    io.err(faultText(error))
    if (debug && error.cause instanceof Error) io.err(String(error.cause.stack))
    return error.exit
  }
  // No message of an unforeseen error is shown: it could quote a row of the log.
  io.err(`loggkoll ${toolVersion}: this is a fault in the tool (${faultName(error)}); --debug shows where`)
  if (debug && error instanceof Error)
    io.err(`${error.stack}\n${'debugMessage' in error ? String(error.debugMessage) : ''}`)
  return Exit.fault
}

function faultName(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return error.name === 'QueryError' ? error.message : error.name
}

type Act<Rest extends unknown[]> = (session: Session, ...rest: Rest) => Promise<Exit>

function buildProgram(io: Io, words: readonly string[], done: (code: Exit) => void): Command {
  const program = new Command('loggkoll')
    .description('Loggkontroll: who opened which patient record, and why.')
    .version(toolVersion, '-V, --version', 'print the version')
    .option('-w, --workspace <dir>', 'the workspace (default: $LOGGKOLL_WORKSPACE, then this directory)')
    .addOption(new Option('--lang <language>', 'language of what a reviewer sees').choices(['sv', 'en']))
    .option('--format <format>', 'table, json, ndjson or csv (a report: html, csv or json)')
    .option('-o, --output <file>', 'write the result to a file that only you can read')
    .option('-q, --quiet', 'say nothing but results and errors')
    .option('-v, --verbose', 'say more')
    .option('--no-color', 'no colours')
    .option('--no-progress', 'no progress')
    .option('--wait <seconds>', 'how long to wait for another process that uses the store', number, 10)
    .option('--as <hsa-id>', 'who you say you are, for the trail')
    .addOption(new Option('--debug', 'show where a fault in the tool happened').hideHelp())
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text.trimEnd()) })
    .configureHelp({ helpWidth: io.columns ?? 80 })
    .showHelpAfterError('loggkoll --help shows the usage')
    .exitOverride()
    .addHelpText('after', exitCodes())

  const act =
    <Rest extends unknown[]>(name: string, load: () => Promise<Act<Rest>>) =>
    async (...given: [...Rest, ...unknown[]]) => {
      const command = given.at(-1) as Command
      const session = new Session(io, command.optsWithGlobals<GlobalOptions>(), name, words)
      const run = await load()
      done(await run(session, ...(given.slice(0, -1) as Rest)))
    }

  const add = (parent: Command, usage: string, description: string, examples: readonly string[]): Command =>
    parent
      .command(usage)
      .description(description)
      .addHelpText('after', `\nExamples:\n${examples.map((example) => `  $ ${example}`).join('\n')}`)

  add(program, 'init [dir]', 'make a workspace', ['loggkoll init kontroll'])
    .option('--seed <text>', 'derive the key from a seed: for samples only, ids can then be guessed')
    .action(act<[string | undefined, InitOptions]>('init', async () => (await import('./init.ts')).init))

  add(
    program,
    'ingest <file...>',
    'read access logs and reference data: files, directories, patterns, - (standard input)',
    [
      'loggkoll -w kontroll ingest logg-2026-03.csv',
      'loggkoll -w kontroll ingest inkommet/ --source npo',
      'loggkoll -w kontroll ingest GetAccessLogsForPatient.xml --patient 20170101-2393',
      'loggkoll -w kontroll ingest register/*.csv --covers 2026-01-01..2026-03-31',
    ],
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
    .action(act<[string[], IngestCommandOptions]>('ingest', async () => (await import('./ingest.ts')).ingest))

  add(program, 'quality', 'is the log fit for review? what it lacks, by source, unit and day', [
    'loggkoll -w kontroll quality --month 2026-03',
    'loggkoll -w kontroll quality -o loggkvalitet.html',
    'loggkoll -w kontroll -q quality --fail-on high --format json',
  ])
    .option('--from <date>', 'first day (default: the first in the store)')
    .option('--to <date>', 'the day after the last one')
    .option('--month <yyyy-mm>', 'a whole month')
    .addOption(
      new Option(
        '--fail-on <severity>',
        'exit with 3 when there is a remark at or above, or nothing that can be told',
      ).choices(severities.filter((severity) => severity !== 'info')),
    )
    .action(act<[QualityOptions]>('quality', async () => (await import('./quality.ts')).quality))

  add(program, 'audit', "put the rules' questions to the lookups of a period", [
    'loggkoll -w kontroll audit --month 2026-03',
    'loggkoll -w kontroll audit --from 2026-03-01 --to 2026-03-08 --format json --fail-on high',
  ])
    .option('--from <date>', 'first day (default: the first in the store)')
    .option('--to <date>', 'the day after the last one')
    .option('--month <yyyy-mm>', 'a whole month')
    .option('--rule <id...>', 'only these rules')
    .addOption(new Option('--min-severity <severity>', 'show only findings at or above').choices(severities))
    .addOption(
      new Option('--fail-on <severity>', 'exit with 3 when there is a finding at or above').choices(severities),
    )
    .option('--budget <n>', 'hand out at most so many cases for each unit', number)
    .option('--reveal', 'show protected persons (asks for --reason)')
    .option('--reason <text>', 'why they are shown; it is written to the trail')
    .option('--timings', 'say how long each step took')
    .action(act<[AuditOptions]>('audit', async () => (await import('./audit.ts')).audit))

  add(program, 'explain [id]', 'what speaks for and against a lookup, each sentence with its row', [
    'loggkoll -w kontroll explain F-3f9a1c2b7d4e5f60',
    'loggkoll -w kontroll explain --user SE5560000000-1A2B --patient 20170101-2393',
  ])
    .option('--user <id>', 'a user')
    .option('--patient <id>', 'a patient')
    .option('--reveal', 'show protected persons (asks for --reason)')
    .option('--reason <text>', 'why they are shown; it is written to the trail')
    .action(act<[string | undefined, ExplainOptions]>('explain', async () => (await import('./explain.ts')).explain))

  const reports = program.command('report').description('write a report')
  add(reports, 'audit', 'the report of a control, for a reviewer', [
    'loggkoll -w kontroll report audit -o kontroll.html',
  ])
    .option('--run <id>', 'a run (default: the latest)')
    .option('--reveal', 'show protected persons (asks for --reason)')
    .option('--reason <text>', 'why they are shown; it is written to the trail')
    .action(act<[ReportOptions]>('report audit', async () => (await import('./report.ts')).report))

  const profiles = program.command('profile').description('mapping profiles: which column is what')
  add(profiles, 'list', 'the profiles', ['loggkoll profile list']).action(
    act<[]>('profile list', async () => (await import('./profile.ts')).profileList),
  )
  add(profiles, 'show <id>', 'a profile', ['loggkoll profile show cosmic-draft']).action(
    act<[string]>('profile show', async () => (await import('./profile.ts')).profileShow),
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
      act<[string, ProfileInferOptions]>('profile infer', async () => (await import('./profile.ts')).profileInfer),
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
      act<[string, ProfileCheckOptions]>('profile check', async () => (await import('./profile.ts')).profileCheck),
    )

  const book = program.command('rules').description('the rule book')
  add(book, 'list', 'the rules and their questions', ['loggkoll rules list']).action(
    act<[]>('rules list', async () => (await import('./rules.ts')).rulesList),
  )
  add(book, 'show <id>', 'a rule: law, words, parameters, SQL', ['loggkoll rules show own-family']).action(
    act<[string]>('rules show', async () => (await import('./rules.ts')).rulesShow),
  )
  add(book, 'new <id>', 'an own rule that works, to be changed: rule, query, cases', [
    'loggkoll -w kontroll rules new late-printing',
  ]).action(act<[string]>('rules new', async () => (await import('./rules-own.ts')).rulesNew))
  add(book, 'test [id]', 'do own rules answer their cases as expected? only then they are asked', [
    'loggkoll -w kontroll rules test late-printing',
  ]).action(act<[string | undefined]>('rules test', async () => (await import('./rules-own.ts')).rulesTest))
  add(book, 'docs <dir>', 'a page for each rule, in Swedish and English', [
    'loggkoll -w kontroll rules docs regler/',
  ]).action(act<[string]>('rules docs', async () => (await import('./rules-own.ts')).rulesDocs))
  add(book, 'evaluate', 'how well do the rules tell from chance, and from an answer key?', [
    'loggkoll -w kontroll rules evaluate --month 2026-03',
    'loggkoll -w kontroll rules evaluate --rule own-family neighbour --rounds 20',
    'loggkoll -w kontroll -v rules evaluate --key facit.csv',
  ])
    .option('--from <date>', 'first day (default: the first in the store)')
    .option('--to <date>', 'the day after the last one')
    .option('--month <yyyy-mm>', 'a whole month')
    .option('--rule <id...>', 'only these rules')
    .option('--seed <n>', 'shuffle the patients by this number', number, 1)
    .option('--rounds <n>', 'shuffle so many times, and take the mean', number, 1)
    .option(
      '--key <file>',
      'what should be found: a CSV file with rule, expect (flag, clear), user_id, patient_id, day',
    )
    .option('--timings', 'say how long each step took')
    .action(act<[EvaluateOptions]>('rules evaluate', async () => (await import('./rules-evaluate.ts')).rulesEvaluate))

  const trail = program.command('trail').description("the tool's own audit trail")
  add(trail, 'list', 'what the tool has been used for', ['loggkoll -w kontroll trail list']).action(
    act<[]>('trail list', async () => (await import('./trail.ts')).trailList),
  )
  add(trail, 'verify', 'is the trail whole?', ['loggkoll -w kontroll trail verify --head 5c1f…'])
    .option('--head <hash...>', 'head hashes that reports have printed')
    .action(act<[{ head?: string[] }]>('trail verify', async () => (await import('./trail.ts')).trailVerify))

  return program
}

function number(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('it is no whole number')
  return Number(text)
}

function exitCodes(): string {
  const rows = Object.entries(Exit).map(
    ([name, code]) => `  ${String(code).padStart(3)}  ${exitMeaning[name as keyof typeof Exit]}`,
  )
  return `\nExit codes:\n${rows.join('\n')}`
}
