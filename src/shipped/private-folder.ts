import { lstatSync, mkdirSync, realpathSync, type Stats } from 'node:fs'
import { dirname } from 'node:path'

/** Another user could put something of theirs there, or something else in its place. */
class NotPrivate extends Error {}

/**
 * Makes a folder that only this user can write to, unless it is there, and gives its real path.
 * @throws {NotPrivate} when it is a link, another user's, or others can write to it or exchange a folder above it
 */
export function privateFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (!lstatSync(path).isDirectory()) throw new NotPrivate(`${path} is a link`)
  const real = realpathSync(path)
  // Windows keeps others out of a user's folders by lists of its own, which a mode does not show.
  if (process.platform === 'win32') return real
  const folder = lstatSync(real)
  if (folder.uid !== process.getuid!()) throw new NotPrivate(`${path} belongs to another user`)
  if (folder.mode & 0o022) throw new NotPrivate(`${path} can be written to by others`)
  for (let above = dirname(real); ; above = dirname(above)) {
    if (isExchangeable(lstatSync(above))) throw new NotPrivate(`${path} can be exchanged by others`)
    if (above === dirname(above)) return real
  }
}

/** May another user exchange what lies in this folder? In one such as /tmp, only what is their own. */
function isExchangeable({ mode, uid }: Stats): boolean {
  const isTheirs = uid !== 0 && uid !== process.getuid!()
  const isSticky = (mode & 0o1000) !== 0
  return isTheirs || ((mode & 0o022) !== 0 && !isSticky)
}
