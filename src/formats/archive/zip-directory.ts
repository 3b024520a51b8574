import { type Entry, getFileNameLowLevel } from 'yauzl'
import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { limits } from '../limits.ts'

/** Bytes of a local header without the name. */
const headerBytes = 30
const stored = 0
const deflated = 8
/** What the upper half of the attributes says of a symbolic link, when Unix wrote them. */
const link = 0o120_000
const kindOfFile = 0o170_000

/** A path of an archive may hold anything. What is shown is its parts, without those that lead elsewhere or do not print. */
export function nameOf(entry: Entry): string {
  const parts = rawName(entry)
    .split('/')
    .filter((part) => !['', '.', '..'].includes(part))
  return parts.join('/').replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD')
}

export function isFile(entry: Entry): boolean {
  return !rawName(entry).endsWith('/') && ((entry.externalFileAttributes >>> 16) & kindOfFile) !== link
}

function rawName(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
}

/** @throws {Fault} 65 when an archive is locked, packed in a way that is not read, overlapping in itself, or a bomb */
export function checkDirectory(entries: readonly Entry[], shownAs: string): void {
  checkOverlaps(entries, shownAs)
  let sum = 0
  for (const entry of entries.filter(isFile)) {
    checkEntry(entry, `${shownAs}/${nameOf(entry)}`)
    sum += entry.uncompressedSize
  }
  if (sum > limits.unpacked) {
    const most = `${limits.unpacked / 1e9} GB`
    throw new Fault(Exit.data, `${shownAs} unpacks to more than ${most}`, 'export a shorter period')
  }
}

function checkEntry(entry: Entry, shownAs: string): void {
  if (entry.isEncrypted()) {
    throw new Fault(Exit.data, `${shownAs} is locked with a password`, 'unpack it first, or export it without one')
  }
  if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated) {
    throw new Fault(
      Exit.data,
      `${shownAs} is packed in a way that is not read (method ${entry.compressionMethod})`,
      'unpack it first, or pack it as an ordinary ZIP file (Deflate)',
    )
  }
  const { uncompressedSize, compressedSize } = entry
  if (uncompressedSize > limits.ratioFrom && uncompressedSize > compressedSize * limits.ratio) {
    throw new Fault(
      Exit.data,
      `${shownAs} unpacks to more than ${limits.ratio} times its size`,
      'no log does; if you know that it is one, unpack it first',
    )
  }
}

/** Files that share their bytes let a small archive hold petabytes. Each has its own, after those of the one before. */
function checkOverlaps(entries: readonly Entry[], shownAs: string): void {
  const places = entries
    .map(({ relativeOffsetOfLocalHeader: start, fileNameLength, compressedSize }) => ({
      start,
      end: start + headerBytes + fileNameLength + compressedSize,
    }))
    .sort((a, b) => a.start - b.start)
  let end = 0
  for (const place of places) {
    if (place.start < end) {
      throw new Fault(Exit.data, `${shownAs}: files in it lie over each other`, 'it is broken, or made to do harm')
    }
    end = place.end
  }
}
