// The program as it is built, in a process that says at its end what it took. Nothing else is loaded here.
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { spent } from './spent.ts'

process.once('exit', () => writeSync(1, `\n${spent()}`))
await import(join(import.meta.dirname, '../../dist/cli.js'))
