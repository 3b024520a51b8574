// npm run build:deb [-- --target linux-arm64]: a package for Debian and Ubuntu, build/loggkoll_<version>_<architecture>.deb.
import { statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { packForDebian } from './shipping/debian-package.ts'
import { here } from './shipping/targets.ts'

const root = resolve(import.meta.dirname, '..')
const { values } = parseArgs({ options: { target: { type: 'string', default: here } } })
if (values.target !== 'linux-x64' && values.target !== 'linux-arm64') {
  throw new Error(`Debian has no package for ${values.target}; the targets are linux-x64 and linux-arm64`)
}
const archive = await packForDebian(root, values.target, join(root, 'build'))
console.log(`${relative(process.cwd(), archive)} ${(statSync(archive).size / 1e6).toFixed(1)} MB`)
