import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildBundle } from './dist.ts'
import { type Locked, locked } from './locked-package.ts'
import { billOfMaterials } from './notices.ts'
import { packagePart } from './parts.ts'

/** The one package that is not in the bundle: it brings a library of its own for each platform. */
const beside = '@duckdb/node-api'

interface Manifest {
  readonly name: string
  readonly version: string
  readonly description: string
  readonly license: string
  readonly type: string
  readonly bin: Readonly<Record<string, string>>
  readonly engines: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
}

/**
 * Packs what runs without the repository. Its manifest is not the repository's, which asks for Node itself and for all
 * that is bundled, and is private.
 * @returns the path of the archive in the folder `to`
 */
export async function packForNpm(root: string, to: string): Promise<string> {
  const parts = await buildBundle(root)
  mkdirSync(to, { recursive: true })
  const work = mkdtempSync(join(to, 'npm-'))
  for (const name of ['dist', 'docs', 'samples', 'README.md', 'CHANGELOG.md', 'SECURITY.md', 'LICENSE']) {
    cpSync(join(root, name), join(work, name), { recursive: true })
  }
  const { name, version, description, license, type, bin, engines, dependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Manifest
  const needs = { [beside]: dependencies[beside]! }
  const manifest = { name, version, description, license, type, bin, engines, dependencies: needs }
  const write = (file: string, content: object) =>
    writeFileSync(join(work, file), `${JSON.stringify(content, null, 2)}\n`)
  write('package.json', manifest)
  const installed = neededBy(root, beside)
  write('npm-shrinkwrap.json', {
    name,
    version,
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name, version, license, dependencies: needs, bin, engines },
      ...Object.fromEntries([...installed].map(([one, of]) => [`node_modules/${one}`, of])),
    },
  })
  const always = [...installed].filter(([, of]) => !('optional' in of)).map(([one]) => packagePart(root, one))
  writeFileSync(join(work, 'loggkoll.cdx.json'), billOfMaterials(root, [...parts, ...always]))
  execFileSync('npm', ['pack', '--silent', '--pack-destination', to], {
    cwd: work,
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  rmSync(work, { recursive: true })
  return join(to, `${name}-${version}.tgz`)
}

/** What the lock file says of a package and of all that it needs, so that they are installed as they were tried. */
function neededBy(root: string, name: string, known = new Map<string, Locked>()): Map<string, Locked> {
  if (known.has(name)) return known
  const of = locked(root, name)
  known.set(name, of)
  for (const next of Object.keys({ ...of.dependencies, ...of.optionalDependencies })) neededBy(root, next, known)
  return known
}
