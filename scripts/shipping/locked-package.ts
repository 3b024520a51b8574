import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What the lock file says of a package. */
export interface Locked {
  readonly version: string
  readonly integrity: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** @throws when the package is not in the lock file */
export function locked(root: string, name: string): Locked {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>
  }
  const found = lock.packages[`node_modules/${name}`]
  if (!found) throw new Error(`${name} is not in package-lock.json`)
  return found
}

/**
 * The folder of a package in the version of the lock file: installed, or, where it is for another platform, fetched by
 * npm and held against the hash in the lock file.
 */
export function lockedPackage(root: string, name: string): string {
  const installed = join(root, 'node_modules', name)
  if (existsSync(installed)) return installed
  const { version, integrity } = locked(root, name)
  const store = join(root, 'build/packages')
  const folder = join(store, `${name.replace('/', '-')}-${version}`)
  if (existsSync(folder)) return folder
  mkdirSync(store, { recursive: true })
  const packed = execFileSync('npm', ['pack', `${name}@${version}`, '--silent', '--pack-destination', store], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const archive = join(store, packed.trim().split('\n').at(-1)!)
  const [algorithm, wanted] = integrity.split(/-(.*)/s) as [string, string]
  if (createHash(algorithm).update(readFileSync(archive)).digest('base64') !== wanted) {
    throw new Error(`${name}@${version} is not what package-lock.json says`)
  }
  const half = `${folder}.part`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half)
  execFileSync('tar', ['-xzf', archive, '--strip-components=1', '-C', half])
  rmSync(archive)
  renameSync(half, folder)
  return folder
}
