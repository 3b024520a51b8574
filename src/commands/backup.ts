import { statSync } from 'node:fs'
import { join } from 'node:path'
import { backupWords } from '../language/backup.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { isWritable } from '../workspace/access.ts'
import { backupPieces } from '../workspace/backup/write-backup.ts'
import { copiesOfChains } from '../workspace/chain.ts'
import { verifyNotedJournal } from '../workspace/journal.ts'
import { verifyTrail } from '../workspace/trail.ts'
import { onlyWords } from './only-words.ts'
import type { Session } from './session.ts'

/** `backup -o FILE|DIR`: a consistent copy of the whole workspace, in one file. */
export async function backup(session: Session): Promise<Exit> {
  onlyWords(session)
  const { workspace, options, io } = session
  if (options.output === undefined || options.output === '-') {
    throw new Fault(Exit.usage, 'a backup is written to a file', 'name it, or a directory for it, with -o')
  }
  const made = io.now()
  const sizes = { files: 0, bytes: 0 }
  let head = ''
  // Nobody is shown, and whoever may read it may copy it by other means too.
  const isReadOnly = !isWritable(workspace.folder)
  const pieces = backupPieces(workspace, options.wait, made, {
    onHeld: () => void (head = isReadOnly ? copiesOfChains([workspace.trail])[0]!.head : session.leaveTrail(0)),
    onFile: (bytes) => {
      sizes.files += 1
      sizes.bytes += bytes
    },
  })
  const name = await session.writePieces(pathFor(options.output, made), pieces)
  const words = backupWords(session.language)
  session.note(words.made(name, sizes.files, sizes.bytes))
  session.note(words.head(head))
  if (isReadOnly) session.note(words.noTrail)
  if (options.seal === undefined) session.note(words.holdsKey)
  return complainOfChains(session)
}

/** In a directory a backup gets a name by its time. */
function pathFor(output: string, made: Date): string {
  if (statSync(output, { throwIfNoEntry: false })?.isDirectory() !== true) return output
  return join(output, `loggkoll-${made.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.tar`)
}

function complainOfChains(session: Session): Exit {
  const { trail, keyring } = session.workspace
  const isTrailSound = verifyTrail(trail, keyring, []).sound
  if (isTrailSound && verifyNotedJournal(session.workspace).sound) return Exit.done
  const what = isTrailSound ? 'journal of the reviews' : 'trail'
  session.complain(
    new Fault(Exit.partly, `the ${what} is not whole, and so it is copied`, 'loggkoll trail verify says where'),
  )
  return Exit.partly
}
