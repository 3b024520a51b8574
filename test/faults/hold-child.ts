// Holds the store of a workspace, as another command would, until its standard input ends.
import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { openStore, openWorkspace } from '../../src/workspace/workspace.ts'

const holder = { command: 'audit', since: '2026-06-01T02:30:00.000Z' }
const store = await openStore({ ...openWorkspace(process.argv[2]!), holder }, 0)
writeSync(1, 'held\n')
process.stdin.resume()
await once(process.stdin, 'end')
store.close()
