// Holds the store of a workspace, as another command would, until its standard input ends.
import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { openStore, openWorkspace } from '../../src/workspace/workspace.ts'

const store = await openStore(openWorkspace(process.argv[2]!), 0)
writeSync(1, 'held\n')
process.stdin.resume()
await once(process.stdin, 'end')
store.close()
