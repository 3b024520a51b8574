import { commandWords } from '../language/commands.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Language } from '../model/language.ts'
import { normalisePersonId } from '../model/person-id.ts'
import { localDate } from '../model/period.ts'
import type { RunTold } from '../model/run-told.ts'
import { rules } from '../rules/index.ts'
import { readOwnRules } from '../rules/own.ts'
import type { Rule } from '../rules/rule.ts'
import { appendToTrail, type TrailNote } from '../workspace/trail.ts'
import { isWorkspace, openWorkspace, type Workspace } from '../workspace/workspace.ts'
import { localeLanguage } from './environment.ts'
import { faultText } from './fault-text.ts'
import type { Io } from './io.ts'
import { makeSeal, type Seal } from './seal.ts'
import { writePrivate, writePrivatePieces } from './write-private.ts'

/** Options that every command takes, as commander gives them. */
export interface GlobalOptions {
  readonly workspace?: string
  readonly lang?: Language
  readonly format?: string
  readonly output?: string
  /** Whom the output is sealed to: recipients, or the word `passphrase`. */
  readonly seal?: readonly string[]
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly color?: boolean
  readonly progress?: boolean
  readonly wait: number
  readonly as?: string
  readonly debug?: boolean
}

/** One run of one command: its options, its workspace, its voice. */
export class Session {
  readonly io: Io
  readonly options: GlobalOptions
  readonly command: string
  readonly #words: readonly string[]
  #workspace: Workspace | undefined
  #book: readonly Rule[] | undefined
  #seal: Seal | undefined
  readonly #toSeal: Uint8Array[] = []
  /** What the command has found, for what watches it. */
  told: Pick<RunTold, 'audit' | 'ingest'> = {}

  constructor(io: Io, options: GlobalOptions, command: string, words: readonly string[]) {
    this.io = io
    // The ending of a sealed file is added when it is written: the one before it says the format.
    this.options =
      options.seal && options.output?.endsWith('.age') ? { ...options, output: options.output.slice(0, -4) } : options
    this.command = command
    this.#words = words
  }

  get folder(): string {
    return this.options.workspace ?? this.io.env['LOGGKOLL_WORKSPACE'] ?? '.'
  }

  get workspace(): Workspace {
    return (this.#workspace ??= {
      ...openWorkspace(this.folder, (from, to) => this.note(commandWords(this.language).migrating(from, to))),
      holder: { command: this.command, since: this.io.now().toISOString() },
    })
  }

  /** What must be asked before the work begins. @throws {Fault} 64 when there is nothing to seal, or nothing to do it with */
  async prepare(): Promise<void> {
    const { seal, output } = this.options
    if (seal === undefined) return
    if (output === undefined || output === '-') {
      throw new Fault(Exit.usage, '--seal seals a file', 'name it with -o FILE')
    }
    this.#seal = await makeSeal(seal, this.io)
  }

  /** Writes what is to be sealed, whole or not at all, and waits until standard output has taken what it was given. */
  async finish(): Promise<void> {
    const { output } = this.options
    if (output === undefined || output === '-') await this.io.outTaken?.()
    if (this.#seal === undefined || output === undefined || this.#toSeal.length === 0) return
    writePrivate(`${output}.age`, [await this.#seal.whole(Buffer.concat(this.#toSeal.splice(0)))])
    this.note(`${output}.age`)
  }

  /** From the option, then the workspace, then the locale, then Swedish. */
  get language(): Language {
    const configured = this.options.lang ?? this.workspace.config.language
    return configured ?? localeLanguage(this.io.env) ?? 'sv'
  }

  /** The language where a workspace may be missing. */
  get spokenLanguage(): Language {
    return this.options.lang ?? (isWorkspace(this.folder) ? this.language : (localeLanguage(this.io.env) ?? 'sv'))
  }

  /** The folder of the workspace's own profiles; undefined outside a workspace. */
  get ownProfiles(): string | undefined {
    return isWorkspace(this.folder) ? this.workspace.profiles : undefined
  }

  /** The rules of the tool and the workspace's own. @throws {Fault} 78 when one of these is not as it should be */
  get book(): readonly Rule[] {
    return (this.#book ??= [...rules, ...readOwnRules(this.workspace.rules)])
  }

  get today(): string {
    return localDate(this.io.now(), this.workspace.config.zone)
  }

  get color(): boolean {
    return this.io.columns !== undefined && this.options.color !== false && this.io.env['NO_COLOR'] === undefined
  }

  /** Where progress is drawn; undefined where there is no terminal, or nobody wants to see it. */
  get progressTerminal(): NodeJS.WritableStream | undefined {
    const { quiet, progress } = this.options
    return quiet || progress === false ? undefined : this.io.terminal
  }

  /** A fault that does not end the command. */
  complain(fault: Fault): void {
    this.io.err(faultText(fault))
  }

  /** Something worth knowing that is not the result; nothing with --quiet. */
  note(text: string): void {
    // A sealed file is named when it is written, by the name that it gets.
    if (this.#seal && text === this.options.output) return
    if (!this.options.quiet) this.io.err(text)
  }

  /**
   * Writes what the command shows into the trail, before it is shown.
   * @returns the head hash of the trail
   */
  leaveTrail(rowsShown: number, reason: string | null = null): string {
    return appendToTrail(this.workspace.trail, this.workspace.keyring, this.trailNote(rowsShown, reason))
  }

  /** What the trail keeps of this command. */
  trailNote(rowsShown: number, reason: string | null): TrailNote {
    return {
      time: this.io.now().toISOString(),
      os_user: this.io.osUser,
      as: this.options.as ?? null,
      command: this.command,
      arguments: this.#words.map((word) => this.withoutPersons(word)),
      reason: reason === null ? null : this.withoutPersons(reason),
      rows_shown: rowsShown,
    }
  }

  /** A stable pseudonym for a protected person. */
  pseudonym(kind: 'user' | 'patient', id: string): string {
    return this.workspace.keyring.id('skyddad', [kind, id])
  }

  /**
   * Results to `-o` (private, whole or not at all) or to standard output; what is no text goes there only if that is
   * asked for, with `-o -` or by its format, and never to a terminal.
   * @throws {Fault} 64 for bytes without a place to go to
   */
  write(content: string | Uint8Array | Iterable<string>): void {
    const { output } = this.options
    if (this.#seal) {
      const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content
      for (const piece of pieces) this.#toSeal.push(typeof piece === 'string' ? Buffer.from(piece) : piece)
      return
    }
    if (content instanceof Uint8Array) {
      const asked = output === '-' || (output === undefined && this.options.format !== undefined)
      if (output !== undefined && output !== '-') writePrivate(output, [content])
      else if (asked && this.io.columns === undefined && this.io.outBytes) this.io.outBytes(content)
      else throw new Fault(Exit.usage, 'this is not text, and is not shown here', 'write it to a file with -o FILE')
      return
    }
    const pieces = typeof content === 'string' ? [content] : content
    if (output === undefined || output === '-') for (const piece of pieces) this.io.out(piece)
    else writePrivate(output, pieces)
  }

  /**
   * Writes what is too large to be held in memory to a file, sealed if that is asked for, whole or not at all.
   * @returns the name that the file got
   */
  async writePieces(path: string, pieces: AsyncIterable<Uint8Array>): Promise<string> {
    const name = this.#seal ? `${path}.age` : path
    await writePrivatePieces(name, this.#seal ? await this.#seal.pieces(pieces) : pieces)
    return name
  }

  /** Results that may be made while they are written, and are then never held in memory. */
  async show(content: string | Uint8Array | AsyncIterable<string> | Promise<Uint8Array>): Promise<void> {
    const known = await content
    if (typeof known === 'string' || known instanceof Uint8Array) return this.write(known)
    const { output } = this.options
    if (output === undefined || output === '-') for await (const text of inChunks(known)) this.io.out(text)
    else {
      const name = await this.writePieces(output, encoded(known))
      if (this.#seal) this.note(name)
    }
  }

  /** The same command in another workspace. */
  in(folder: string): Session {
    return new Session(this.io, { ...this.options, workspace: folder }, this.command, this.#words)
  }

  /** Personal numbers go into what is kept as pseudonyms: a word that is one, and those inside a longer text. */
  withoutPersons(text: string): string {
    const pseudonymOf = (word: string): string => {
      const { id, type } = normalisePersonId(word, this.today)
      return type === 'unknown' ? word : this.pseudonym('patient', id)
    }
    return pseudonymOf(text).replace(/(?<![\w-])\d{6,8}[-+–— ]?\d{4}(?!\w)/g, pseudonymOf)
  }
}

/** So many characters are written at once. */
const chunkLength = 1 << 16

async function* inChunks(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let text = ''
  for await (const piece of pieces) {
    text += piece
    if (text.length < chunkLength) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of inChunks(pieces)) yield Buffer.from(text)
}
