// npm run build:exe [-- --target linux-arm64]: the whole program as one file, build/loggkoll-<target>.
import { statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildExecutable } from './shipping/executable.ts'
import { here, type TargetName, targets } from './shipping/targets.ts'

const root = resolve(import.meta.dirname, '..')
const { values } = parseArgs({ options: { target: { type: 'string', default: here } } })
if (!(values.target in targets)) {
  throw new Error(`no executable can be made for ${values.target}; the targets are ${Object.keys(targets).join(', ')}`)
}
const executable = await buildExecutable(root, targets[values.target as TargetName], join(root, 'build'))
console.log(`${relative(process.cwd(), executable)} ${(statSync(executable).size / 1e6).toFixed(1)} MB`)
