import { readFileSync } from 'node:fs'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { isWorkspace } from '../workspace/workspace.ts'
import { onlyWords } from './only-words.ts'
import { openSeal } from './seal.ts'
import type { Session } from './session.ts'

export interface UnsealOptions {
  readonly identity?: readonly string[]
}

/** `unseal FILE -o FILE`: opens what was sealed; outside a workspace too, where whoever got it has none. */
export async function unseal(session: Session, file: string, { identity = [] }: UnsealOptions): Promise<Exit> {
  onlyWords(session)
  if (session.options.output === undefined) {
    throw new Fault(Exit.usage, 'what is opened is written to a file', 'name it with -o FILE')
  }
  const identities = identitiesOf(identity)
  const opened = await openSeal(read(file), file, identities, session.io)
  if (isWorkspace(session.folder)) session.leaveTrail(0)
  session.write(opened)
  return Exit.done
}

/** The identities of some files. @throws {Fault} 65 when one holds none */
export function identitiesOf(files: readonly string[]): string[] {
  return files.flatMap((path) => identitiesIn(path))
}

/** The identities of a file as `age-keygen` writes it: a line each, beside comments. */
function identitiesIn(path: string): string[] {
  if (/^AGE-/i.test(path)) {
    throw new Fault(Exit.usage, '--identity takes a file, never the key itself', 'others see the words of a command')
  }
  const lines = Buffer.from(read(path)).toString('utf8').split('\n')
  const found = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
  if (found.length === 0) throw new Fault(Exit.data, `${path} holds no identity`, 'age-keygen -o FILE makes one')
  return found
}

function read(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new Fault(Exit.data, `${path} cannot be read`, 'check the name and the permissions', error)
  }
}
