import { ReadableStream } from 'node:stream/web'
import type { Decrypter } from 'age-encryption'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Io } from './io.ts'

/** Short passphrases are guessed from the sealed file, at leisure. */
const shortest = 12

/** Where a passphrase is taken from when nobody can be asked; never from the command line, where others see it. */
const variable = 'LOGGKOLL_PASSPHRASE'

/** Closes bytes so that only some can open them, as an age file (age-encryption.org/v1). */
export interface Seal {
  readonly whole: (bytes: Uint8Array) => Promise<Uint8Array>
  /** The same of what is too large to be held in memory. */
  readonly pieces: (pieces: AsyncIterable<Uint8Array>) => Promise<AsyncIterable<Uint8Array>>
}

/**
 * Makes ready to seal to recipients (`age1…`), or to a passphrase, which is asked for on the terminal or taken from the
 * environment. It asks before the work begins, so that nothing is held at a prompt.
 * @throws {Fault} 64 when a recipient is none, or no passphrase can be had. What was given is never repeated: it may be one
 */
export async function makeSeal(wanted: readonly string[], io: Io): Promise<Seal> {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  if (wanted.includes('passphrase')) {
    if (wanted.length > 1) {
      throw new Fault(Exit.usage, '--seal passphrase cannot go with recipients', 'seal to the one or to the others')
    }
    encrypter.setPassphrase(await newPassphrase(io))
  }
  for (const recipient of wanted.filter((one) => one !== 'passphrase')) {
    try {
      encrypter.addRecipient(recipient)
    } catch (error) {
      throw new Fault(
        Exit.usage,
        'what follows --seal is no recipient',
        `give a public key (age1…), or the word passphrase: it is asked for, or taken from ${variable}`,
        error,
      )
    }
  }
  return {
    whole: async (bytes) => await encrypter.encrypt(bytes),
    pieces: async (pieces) => await encrypter.encrypt(streamOf(pieces)),
  }
}

/**
 * Opens an age file with identities (`AGE-SECRET-KEY-1…`), or with a passphrase where none are given.
 * @throws {Fault} 77 when they do not fit it, 65 when it is no age file or damaged, 64 when no passphrase can be had
 */
export async function openSeal(
  sealed: Uint8Array,
  name: string,
  identities: readonly string[],
  io: Io,
): Promise<Uint8Array> {
  const { armor } = await import('age-encryption')
  if (!isSealed(sealed)) throw new Fault(Exit.data, `${name} is no age file`, 'check that it is the right file')
  const decrypter = await opener(identities, io)
  try {
    const bytes = startsAs(sealed, '-') ? armor.decode(new TextDecoder().decode(sealed)) : sealed
    return await decrypter.decrypt(bytes)
  } catch (error) {
    throw whyClosed(error, name, identities)
  }
}

/**
 * The same of what is too large to be held in memory; not of an armored file.
 * @throws {Fault} as `openSeal`, 65 also while the pieces are taken
 */
export async function* openSealedPieces(
  sealed: AsyncIterable<Uint8Array>,
  name: string,
  identities: readonly string[],
  io: Io,
): AsyncGenerator<Uint8Array> {
  const decrypter = await opener(identities, io)
  try {
    yield* await decrypter.decrypt(streamOf(sealed))
  } catch (error) {
    throw error instanceof Fault ? error : whyClosed(error, name, identities)
  }
}

/** Does a file begin as one that is sealed? */
export function isSealed(bytes: Uint8Array): boolean {
  return startsAs(bytes, 'age-encryption.org/v1') || startsAs(bytes, '-----BEGIN AGE')
}

/** Pieces as the stream that age takes: Node's, which is the one of browsers under another name. */
function streamOf(pieces: AsyncIterable<Uint8Array>): globalThis.ReadableStream<Uint8Array> {
  return ReadableStream.from(pieces) as unknown as globalThis.ReadableStream<Uint8Array>
}

async function opener(identities: readonly string[], io: Io): Promise<Decrypter> {
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  for (const identity of identities) {
    try {
      decrypter.addIdentity(identity)
    } catch (error) {
      throw new Fault(
        Exit.data,
        'the identity file holds a line that is no identity',
        'it holds AGE-SECRET-KEY-1…',
        error,
      )
    }
  }
  if (identities.length === 0) decrypter.addPassphrase(await knownPassphrase(io))
  return decrypter
}

function whyClosed(error: unknown, name: string, identities: readonly string[]): Fault {
  if (error instanceof Error && /no identity matched/i.test(error.message)) {
    return new Fault(
      Exit.notAllowed,
      identities.length > 0 ? `the identity does not open ${name}` : `the passphrase does not open ${name}`,
      identities.length > 0
        ? 'it is sealed to someone else, or with a passphrase'
        : 'check it, or give the identity that it is sealed to: --identity FILE',
      error,
    )
  }
  return new Fault(Exit.data, `${name} is damaged, and is not opened in part`, 'have it sent again', error)
}

async function newPassphrase(io: Io): Promise<string> {
  const given = givenPassphrase(io.env)
  if (given !== undefined) return given
  const passphrase = longEnough(await ask(io, 'Passphrase: '))
  if ((await ask(io, 'Once more: ')) === passphrase) return passphrase
  throw new Fault(Exit.usage, 'the two passphrases differ', 'run the same command again')
}

/**
 * The passphrase to seal with that the environment gives; an empty variable gives none.
 * @throws {Fault} 64 when it is too short
 */
export function givenPassphrase(env: Io['env']): string | undefined {
  const given = env[variable]
  return given ? longEnough(given) : undefined
}

function longEnough(passphrase: string): string {
  if (passphrase.length >= shortest) return passphrase
  throw new Fault(
    Exit.usage,
    `a passphrase has at least ${shortest} characters`,
    'five words that have nothing in common will do',
  )
}

async function knownPassphrase(io: Io): Promise<string> {
  return io.env[variable] || (await ask(io, 'Passphrase: '))
}

async function ask(io: Io, question: string): Promise<string> {
  if (io.askSecret) return await io.askSecret(question)
  throw new Fault(
    Exit.usage,
    'there is no terminal to ask for a passphrase on',
    `set ${variable}; a passphrase is never an argument`,
  )
}

function startsAs(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.subarray(0, text.length)).toString('latin1') === text
}
