import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Io } from './io.ts'

/** Short passphrases are guessed from the sealed file, at leisure. */
const shortest = 12

/** Where a passphrase is taken from when nobody can be asked; never from the command line, where others see it. */
const variable = 'LOGGKOLL_PASSPHRASE'

/** Closes bytes so that only some can open them, as an age file (age-encryption.org/v1). */
export type Seal = (bytes: Uint8Array) => Promise<Uint8Array>

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
  return async (bytes) => await encrypter.encrypt(bytes)
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
  const { armor, Decrypter } = await import('age-encryption')
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
  if (!startsAs(sealed, 'age-encryption.org/v1') && !startsAs(sealed, '-----BEGIN AGE')) {
    throw new Fault(Exit.data, `${name} is no age file`, 'check that it is the right file')
  }
  if (identities.length === 0) decrypter.addPassphrase(await knownPassphrase(io))
  try {
    const bytes = startsAs(sealed, '-') ? armor.decode(new TextDecoder().decode(sealed)) : sealed
    return await decrypter.decrypt(bytes)
  } catch (error) {
    if (error instanceof Error && /no identity matched/i.test(error.message)) {
      throw new Fault(
        Exit.notAllowed,
        identities.length > 0 ? `the identity does not open ${name}` : `the passphrase does not open ${name}`,
        identities.length > 0
          ? 'it is sealed to someone else, or with a passphrase'
          : 'check it, or give the identity that it is sealed to: --identity FILE',
        error,
      )
    }
    throw new Fault(Exit.data, `${name} is damaged, and is not opened in part`, 'have it sent again', error)
  }
}

async function newPassphrase(io: Io): Promise<string> {
  const given = io.env[variable]
  const passphrase = given ?? (await ask(io, 'Passphrase: '))
  if (passphrase.length < shortest) {
    throw new Fault(
      Exit.usage,
      `a passphrase has at least ${shortest} characters`,
      'five words that have nothing in common will do',
    )
  }
  if (given === undefined && (await ask(io, 'Once more: ')) !== passphrase) {
    throw new Fault(Exit.usage, 'the two passphrases differ', 'run the same command again')
  }
  return passphrase
}

async function knownPassphrase(io: Io): Promise<string> {
  return io.env[variable] ?? (await ask(io, 'Passphrase: '))
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
