import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'

/** A file or directory that others can read, with its mode. */
export interface OpenToOthers {
  readonly path: string
  readonly mode: number
}

/** Looks through a workspace for what others can open, and counts what there is; links are not followed. */
export function lookAtModes(folder: string): { readonly files: number; readonly open: readonly OpenToOthers[] } {
  const open: OpenToOthers[] = []
  let files = 0
  const look = (path: string): void => {
    const stat = lstatSync(path, { throwIfNoEntry: false })
    if (!stat || stat.isSymbolicLink()) return
    files += 1
    const mode = stat.mode & 0o777
    if ((mode & 0o077) !== 0) open.push({ path, mode })
    if (stat.isDirectory()) for (const name of readdirSync(path).toSorted()) look(join(path, name))
  }
  look(folder)
  return { files, open }
}

export interface DiskEncryption {
  readonly device: string
  /** Undefined where it cannot be told. */
  readonly encrypted: boolean | undefined
}

/** File systems that encrypt what they hold by themselves. */
const encryptingSystems = /^(ecryptfs|fuse\.(gocryptfs|encfs|cryfs|securefs))$/

/**
 * Does a path lie on an encrypted disk? Linux tells by its mounts and by the device mapper; elsewhere it cannot be told.
 * @param system the roots of `/proc` and `/sys`, other ones for a test
 */
export function diskEncryption(path: string, system = { proc: '/proc', sys: '/sys' }): DiskEncryption {
  const mounts = join(system.proc, 'self/mountinfo')
  if (!existsSync(mounts)) return { device: process.platform, encrypted: undefined }
  const mount = mountOf(realpathSync(path), readFileSync(mounts, 'utf8'))
  if (!mount) return { device: 'mountinfo', encrypted: undefined }
  const device = `${mount.source}, ${mount.kind}`
  if (encryptingSystems.test(mount.kind)) return { device, encrypted: true }
  const block = join(system.sys, 'dev/block', mount.number)
  if (!existsSync(block)) return { device, encrypted: undefined }
  return { device, encrypted: layers(realpathSync(block)).some(isEncrypted) }
}

interface Mount {
  readonly number: string
  readonly kind: string
  readonly source: string
}

/** The mount that holds a path: of those above it the deepest, and of equals the last (proc_pid_mountinfo(5)). */
function mountOf(path: string, text: string): Mount | undefined {
  let best: { point: string; mount: Mount } | undefined
  for (const line of text.split('\n')) {
    const [before = '', after] = line.split(' - ')
    if (after === undefined) continue
    const [, , number = '', , point = ''] = before.split(' ').map(unescape)
    const [kind = '', source = ''] = after.split(' ').map(unescape)
    const above = point === '/' || path === point || path.startsWith(`${point}/`)
    if (above && (!best || point.length >= best.point.length)) best = { point, mount: { number, kind, source } }
  }
  return best?.mount
}

/** Spaces and the like stand there in octal. */
function unescape(text: string): string {
  return text.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCodePoint(Number.parseInt(octal, 8)))
}

/** A device and all that it rests on: a partition of it, a volume, a RAID. */
function layers(device: string): string[] {
  const slaves = join(device, 'slaves')
  if (!existsSync(slaves)) return [device]
  return [device, ...readdirSync(slaves).flatMap((name) => layers(realpathSync(join(slaves, name))))]
}

/** A volume of dm-crypt has an id that says so. */
function isEncrypted(device: string): boolean {
  const uuid = join(device, 'dm/uuid')
  return existsSync(uuid) && readFileSync(uuid, 'utf8').startsWith('CRYPT-')
}
