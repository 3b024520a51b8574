import { Command, CommanderError, Help, Option } from 'commander'
import { Exit, exitMeaning } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { en } from '../language/help/en.ts'
import type { HelpWords } from '../language/help/words.ts'
import { toolVersion } from '../model/version.ts'
import { environment, fromEnvironment, helpLanguage } from './environment.ts'
import { faultText } from './fault-text.ts'
import type { Io } from './io.ts'
import type { GlobalOptions } from './session.ts'
import { addAboutCommands } from './usage/about.ts'
import { addCompletionCommand } from './usage/completion.ts'
import { addControlCommands } from './usage/control.ts'
import { addLogCommands } from './usage/logs.ts'
import { addReportCommands } from './usage/reports.ts'
import { addRetentionCommands } from './usage/retention.ts'
import { addReviewCommands } from './usage/review.ts'
import { addRuleCommands } from './usage/rules.ts'
import { addSampleCommands } from './usage/sample.ts'
import { examplesOf, number, type Act } from './usage/shape.ts'
import { addTrainCommands } from './usage/train.ts'

/** Runs the program with the words after its name, and gives its exit code; it never ends the process itself. */
export async function runProgram(words: readonly string[], io: Io): Promise<Exit> {
  let code: Exit = Exit.done
  try {
    const help = helpLanguage(words, io.env) === 'sv' ? (await import('../language/help/sv.ts')).sv : en
    const program = buildProgram(io, words, help, (given) => (code = given))
    // What a shell asks at each Tab; its words are not this program's own.
    if (words[0] === 'complete' && words[1] === '--') {
      return (await import('./complete.ts')).complete(program, words.slice(2), io)
    }
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

const plainHelp = new Help()

/** The tree of commands; each knows its help in one language. @param done hears the exit code of the command that ran */
export function buildProgram(io: Io, words: readonly string[], help: HelpWords, done: (code: Exit) => void): Command {
  const program = new Command('loggkoll')
    .description('Loggkontroll: who opened which patient record, and why.')
    .version(toolVersion, '-V, --version', 'print the version')
    .option('-w, --workspace <dir>', 'the workspace (default: $LOGGKOLL_WORKSPACE, then this directory)')
    .addOption(new Option('--lang <language>', 'language of help and of what a reviewer sees').choices(['sv', 'en']))
    .option(
      '--format <format>',
      'table, json, ndjson or csv; lists: arrow too, audit: junit and ocsf; reports: html, csv or json, most of them pdf, md and xlsx too',
    )
    .option('-o, --output <file>', 'write the result to a file that only you can read')
    .option(
      '--seal <recipient>',
      'seal the file of -o with age: to a public key (may be repeated), or with a passphrase that is asked for (the word passphrase)',
      (recipient: string, known: readonly string[] | undefined) => [...(known ?? []), recipient],
    )
    .option('-q, --quiet', 'say nothing but results and errors')
    .option('-v, --verbose', 'say more')
    .option('--no-color', 'no colours')
    .option('--no-progress', 'no progress')
    .option('--wait <seconds>', 'how long to wait for another process that uses the store', number, 10)
    .option('--as <hsa-id>', 'who you say you are, for the trail')
    .addOption(new Option('--debug', 'show where a fault in the tool happened').hideHelp())
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text.trimEnd()) })
    .configureHelp({
      helpWidth: io.columns ?? 80,
      styleTitle: help.heading,
      commandUsage: (command) => help.usage(plainHelp.commandUsage(command)),
      subcommandTerm: (command) => help.usage(plainHelp.subcommandTerm(command)),
      optionDescription: (option) => describeOption(option, help),
      subcommandDescription: (command) => help.text(command.summary() || command.description()),
      commandDescription: (command) => help.text(command.description()),
    })
    .helpOption('-h, --help', 'display help for command')
    .showHelpAfterError(help.usageHint)
    .exitOverride()
    .addHelpText('after', `${exitCodes(help)}\n${variables(help)}`)

  const act =
    <Rest extends unknown[]>(name: string, load: () => Promise<Act<Rest>>) =>
    async (...given: [...Rest, ...unknown[]]) => {
      const command = given.at(-1) as Command
      const { Session } = await import('./session.ts')
      const session = new Session(io, optionsOf(command, io), name, words)
      await session.prepare()
      const run = await load()
      const code = await run(session, ...(given.slice(0, -1) as Rest))
      await session.finish()
      done(code)
    }

  const add = (parent: Command, usage: string, description: string, examples: readonly string[]): Command => {
    const lines = examples.map((example) => `  $ ${example}`)
    const command = parent.command(usage).description(description)
    examplesOf.set(command, examples)
    return command.addHelpText('after', `\n${help.examples}:\n${lines.join('\n')}`)
  }

  const usage = { add, act }
  addLogCommands(program, usage)
  addControlCommands(program, usage)
  addSampleCommands(program, usage)
  addReviewCommands(program, usage)
  addReportCommands(program, usage)
  addRuleCommands(program, usage)
  addRetentionCommands(program, usage)
  addTrainCommands(program, usage)
  addAboutCommands(program, usage)
  addCompletionCommand(program, usage)
  return program
}

/** Options win over variables, and variables over what an option is without them. */
function optionsOf(command: Command, { env }: Io): GlobalOptions {
  const given = command.optsWithGlobals<GlobalOptions>()
  const { wait, ...others } = fromEnvironment(env)
  const waitGiven = command.getOptionValueSourceWithGlobals('wait') !== 'default'
  return { ...others, ...given, wait: waitGiven ? given.wait : (wait ?? given.wait) }
}

/** What an option does, as commander says it, in the language of the help. */
function describeOption(option: Option, help: HelpWords): string {
  const more = [
    ...(option.argChoices ? [`${help.choices}: ${option.argChoices.join(', ')}`] : []),
    ...(option.defaultValue !== undefined && !option.isBoolean()
      ? [`${help.byDefault}: ${String(option.defaultValue)}`]
      : []),
  ]
  const text = help.text(option.description)
  return more.length === 0 ? text : `${text} (${more.join('; ')})`
}

function variables(help: HelpWords): string {
  const width = Math.max(...Object.keys(environment).map((name) => name.length)) + 2
  const rows = Object.entries(environment).map(([name, text]) => `  ${name.padEnd(width)}${help.text(text)}`)
  return `\n${help.environment}:\n${rows.join('\n')}`
}

function exitCodes(help: HelpWords): string {
  const rows = Object.entries(Exit).map(
    ([name, code]) => `  ${String(code).padStart(3)}  ${help.text(exitMeaning[name as keyof typeof Exit])}`,
  )
  return `\n${help.exitCodes}:\n${rows.join('\n')}`
}
