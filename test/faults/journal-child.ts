// Appends to the journal and the trail of a folder, as commands of other processes would, and says each time that it is done.
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { appendToJournal } from '../../src/workspace/journal.ts'
import { Keyring } from '../../src/workspace/key.ts'
import { appendToTrail } from '../../src/workspace/trail.ts'
import { declaredTwice, writer } from '../workspace/journal-entries.ts'

const [folder, name, count] = process.argv.slice(2) as [string, string, string]
const keyring = Keyring.make('test')
for (let round = 1; round <= Number(count); round++) {
  const id = `${name}-${round}`
  const { end } = appendToJournal(join(folder, 'review.ndjson'), keyring, writer, () => declaredTwice(id))
  writeSync(1, `journal ${id}\n`)
  const note = { ...writer, command: id, arguments: [], reason: null, rows_shown: 0, journal: end! }
  appendToTrail(join(folder, 'trail.ndjson'), keyring, note)
  writeSync(1, `trail ${id}\n`)
}
