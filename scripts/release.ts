// npm run release: all that is given out, in build/release, with their sums.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { packForDebian } from './shipping/debian-package.ts'
import { buildExecutable } from './shipping/executable.ts'
import { packForNpm } from './shipping/npm-package.ts'
import { targets } from './shipping/targets.ts'

const root = resolve(import.meta.dirname, '..')
const release = join(root, 'build/release')
rmSync(release, { recursive: true, force: true })
mkdirSync(release, { recursive: true })

for (const target of Object.values(targets)) await buildExecutable(root, target, release)
for (const target of ['linux-x64', 'linux-arm64'] as const) await packForDebian(root, target, release)
await packForNpm(root, release)

const lines = readdirSync(release)
  .sort()
  .map(
    (name) =>
      `${createHash('sha256')
        .update(readFileSync(join(release, name)))
        .digest('hex')}  ${name}\n`,
  )
writeFileSync(join(release, 'SHA256SUMS'), lines.join(''))
console.log(`${relative(process.cwd(), release)}\n${lines.join('')}`.trimEnd())
