import { join } from 'node:path'
import type { Argument, Command, Option } from 'commander'
import { Exit } from '../model/exit.ts'
import { savedQueries } from '../model/saved-queries.ts'
import type { Io } from './io.ts'

/** A word that may stand there, and what it means. */
interface Candidate {
  readonly word: string
  readonly means: string
}

/** What can be known of a value beyond its choices, by the option or by the command and its argument. */
const kinds: Readonly<Record<string, 'rules' | 'profiles' | 'scenarios' | 'queries' | 'topics' | 'formats'>> = {
  '--rule': 'rules',
  '--profile': 'profiles',
  '--scenario': 'scenarios',
  '--format': 'formats',
  'rules show': 'rules',
  'rules test': 'rules',
  'profile show': 'profiles',
  query: 'queries',
  'train lesson': 'topics',
}
const formats = ['table', 'json', 'ndjson', 'csv', 'arrow', 'junit', 'ocsf', 'html', 'md', 'pdf', 'xlsx']

/**
 * What may stand in place of the last word of a command line, a line each; `:files` where it is a file.
 * @param words those after the program's name, the last one perhaps empty
 */
export async function complete(program: Command, words: readonly string[], io: Io): Promise<Exit> {
  const { whole, partial, isSplit } = joinSplit(words)
  const place = placeOf(program, whole)
  const sign = partial.startsWith('--') ? partial.indexOf('=') + 1 : 0
  const [before, typed] = [partial.slice(0, sign), partial.slice(sign)]
  const option = before === '' ? place.awaits : optionOf(place.command, before.slice(0, -1))
  const found = await candidates(place, option, typed, new Ids(whole, io))
  const prefix = isSplit ? '' : before
  for (const { word, means } of found) {
    if (word === ':files') io.out(':files\n')
    else if (word.startsWith(typed)) io.out(`${prefix}${word}\t${means.split('\n', 1)[0]}\n`)
  }
  return Exit.done
}

/** bash takes `--option=value` apart at the sign. */
function joinSplit(words: readonly string[]): { whole: string[]; partial: string; isSplit: boolean } {
  const whole: string[] = []
  let isSplit = false
  for (const [place, word] of words.entries()) {
    const after = words[place - 1] === '=' && whole.length > 0
    isSplit = word === '=' || after
    if (isSplit) whole.push((whole.pop() ?? '') + word)
    else whole.push(word)
  }
  return { partial: whole.pop() ?? '', whole, isSplit }
}

interface Place {
  readonly command: Command
  /** How many of its arguments stand there already. */
  readonly given: number
  /** The option whose value is to come. */
  readonly awaits: Option | undefined
}

/** Where the words lead to. */
function placeOf(program: Command, words: readonly string[]): Place {
  let command = program
  let given = 0
  let awaits: Option | undefined
  for (const word of words) {
    if (word.startsWith('-')) {
      const option = word.includes('=') ? undefined : optionOf(command, word)
      awaits = option?.required || option?.optional ? option : undefined
    } else if (awaits) {
      if (!awaits.variadic) awaits = undefined
    } else {
      const next = given === 0 ? command.commands.find((one) => one.name() === word) : undefined
      if (next) command = next
      else given += 1
    }
  }
  return { command, given, awaits }
}

function optionOf(command: Command, flag: string): Option | undefined {
  const own = command.options.find(({ long, short }) => long === flag || short === flag)
  return own ?? (command.parent ? optionOf(command.parent, flag) : undefined)
}

async function candidates(place: Place, option: Option | undefined, typed: string, ids: Ids): Promise<Candidate[]> {
  const { command, given } = place
  const value = option ? await valuesOf(option.long ?? '', option, placeholder(option), ids) : []
  // Of a variadic option the next word may be a value or go on.
  if (option && (!option.variadic || !typed.startsWith('-'))) return value
  if (typed.startsWith('-')) return optionsOf(command)
  if (command.commands.length > 0) return command.commands.map((one) => described(one.name(), one.description()))
  const argument = command.registeredArguments[given] ?? command.registeredArguments.findLast((one) => one.variadic)
  return argument ? await valuesOf(nameOf(command), argument, argument.name(), ids) : []
}

function optionsOf(command: Command): Candidate[] {
  const own = command.options
    .filter(({ hidden }) => !hidden)
    .map(({ long, short, description }) => described(long ?? short ?? '', description))
  return command.parent ? [...own, ...optionsOf(command.parent)] : [...own, described('--help', '')]
}

/** `file` of `-o, --output <file>`. */
function placeholder({ flags }: Option): string {
  return /[<[]([^>\]]*)[>\]]/.exec(flags)?.[1]?.replace('...', '') ?? ''
}

function nameOf(command: Command): string {
  const above = command.parent?.parent ? `${nameOf(command.parent)} ` : ''
  return above + command.name()
}

async function valuesOf(
  of: string,
  { argChoices }: Pick<Option | Argument, 'argChoices'>,
  holds: string,
  ids: Ids,
): Promise<Candidate[]> {
  if (argChoices) return argChoices.map((choice) => described(choice, ''))
  if (/^(file|dir|answers)$/.test(holds)) return [described(':files', '')]
  const kind = kinds[of]
  return kind === undefined ? [] : await ids[kind]()
}

/** The ids that a word may be; those of a workspace too, if it can be read: who presses Tab is not told what is wrong. */
class Ids {
  readonly #folder: string

  constructor(words: readonly string[], { env }: Io) {
    const place = words.findLastIndex((word) => word === '-w' || word === '--workspace')
    this.#folder = (place < 0 ? env['LOGGKOLL_WORKSPACE'] : words[place + 1]) ?? '.'
  }

  async rules(): Promise<Candidate[]> {
    const { rules } = await import('../rules/index.ts')
    const { readOwnRules } = await import('../rules/own.ts')
    const own = orElse(() => readOwnRules(join(this.#folder, 'rules')), [])
    return [...rules, ...own].map(({ id, words }) => described(id, words.en.title))
  }

  async profiles(): Promise<Candidate[]> {
    const { loadProfiles } = await import('../ingest/profile.ts')
    const profiles = orElse(() => loadProfiles(join(this.#folder, 'profiles')), loadProfiles(undefined))
    return profiles.map(({ profile }) => described(profile, ''))
  }

  async scenarios(): Promise<Candidate[]> {
    const { scenarios } = await import('../training/scenarios/index.ts')
    return scenarios.map(({ id, title }) => described(id, title.en))
  }

  async topics(): Promise<Candidate[]> {
    return [described('why', ''), described('how', ''), ...(await this.rules())]
  }

  queries(): Promise<Candidate[]> {
    return Promise.resolve(savedQueries.map((name) => described(name, '')))
  }

  formats(): Promise<Candidate[]> {
    return Promise.resolve(formats.map((name) => described(name, '')))
  }
}

function orElse<T>(read: () => T, otherwise: T): T {
  try {
    return read()
  } catch {
    return otherwise
  }
}

function described(word: string, means: string): Candidate {
  return { word, means }
}
