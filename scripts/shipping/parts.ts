import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'
import { licenceOf } from './licence.ts'
import { locked, lockedPackage } from './locked-package.ts'
import type { Target } from './targets.ts'

/** Something of others' that lies in what is shipped. */
export interface Part {
  readonly name: string
  readonly version: string
  readonly kind: 'library' | 'platform' | 'data'
  /** An SPDX expression. */
  readonly licence: string
  /** The text of the licence with the names of those who gave it. */
  readonly text: string
  /** Where it is known: a package URL, and what databases of vulnerabilities call it. */
  readonly purl: string
  readonly cpe?: string
  /** SHA-512 of the package as the registry gives it, in hexadecimal. */
  readonly sha512?: string
  /** What it is itself made of, as it says: name → version. */
  readonly within?: Readonly<Record<string, string>>
}

/** The packages whose code is in a bundle: not those that package.json asks for, but those that esbuild took. */
export function bundledParts(root: string, { inputs }: Metafile): Part[] {
  const folders = new Set(
    Object.keys(inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []),
  )
  const parts = [...folders].map((folder) => packagePart(root, folder.slice('node_modules/'.length)))
  // One version of a package may lie in several others.
  const once = new Map(parts.map((part) => [part.purl, part]))
  return [...once.values()].toSorted((one, other) => (one.purl < other.purl ? -1 : 1))
}

/** @param path below `node_modules`, where a package of another version may lie in a package */
export function packagePart(root: string, path: string): Part {
  return { ...registered(root, path), ...licenceOf(lockedPackage(root, path)) }
}

/** What the registry knows of a package. */
function registered(root: string, path: string): Omit<Part, 'licence' | 'text'> {
  const manifest = readFileSync(join(lockedPackage(root, path), 'package.json'), 'utf8')
  const { name, version } = JSON.parse(manifest) as Record<'name' | 'version', string>
  return {
    name,
    version,
    kind: 'library',
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    sha512: Buffer.from(locked(root, path).integrity.slice('sha512-'.length), 'base64').toString('hex'),
  }
}

/** DuckDB's library as it is for a platform. */
export function duckdbPart(root: string, target: Target): Part {
  const name = target.duckdb.package
  const version = /^[\d.]+/.exec(locked(root, name).version)![0]
  return {
    ...packagePart(root, name),
    cpe: `cpe:2.3:a:duckdb:duckdb:${version}:*:*:*:*:*:*:*`,
    within: { duckdb: version },
  }
}

/** What Node counts among its versions, and is no part of it: itself, and the numbers of its interfaces. */
const notParts = new Set(['node', 'modules', 'napi'])

/** Node as it is for a platform, with what it says that it is made of. */
export function nodePart(root: string, target: Target, node: string): Part {
  const { package: name } = target.node
  const { version } = locked(root, name)
  // The package for Windows holds Node alone; its licence is that of all platforms.
  const beside = join(node, '../../LICENSE')
  const own = join(lockedPackage(root, name), 'LICENSE')
  const versions = JSON.parse(
    execFileSync(node, ['-p', 'JSON.stringify(process.versions)'], { encoding: 'utf8' }),
  ) as Record<string, string>
  return {
    ...registered(root, name),
    kind: 'platform',
    licence: 'MIT',
    text: readFileSync(existsSync(own) ? own : beside, 'utf8'),
    cpe: `cpe:2.3:a:nodejs:node.js:${version}:*:*:*:lts:*:*:*`,
    within: Object.fromEntries(Object.entries(versions).filter(([of, its]) => its !== '' && !notParts.has(of))),
  }
}

/** Whose the table of holidays is that the program brings along (`npm run holidays`). */
export function holidaysPart(root: string): Part {
  return { ...packagePart(root, 'date-holidays'), kind: 'data' }
}

/** The fonts that documents are set in. */
export function fontPart(root: string): Part {
  const folder = join(root, 'src/reports/printed/fonts')
  const hash = createHash('sha512')
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.ttf'))
    .sort())
    hash.update(readFileSync(join(folder, name)))
  return {
    name: 'roboto',
    version: '3.014',
    kind: 'data',
    licence: 'OFL-1.1',
    text: readFileSync(join(folder, 'LICENSE.txt'), 'utf8'),
    purl: 'pkg:github/googlefonts/roboto-classic@3.014',
    sha512: hash.digest('hex'),
  }
}
