import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { growthGuard } from './growth.ts'
import { isOfTheMachine } from './machine-error.ts'

const pieceBytes = 1 << 18

/**
 * Unpacks a gzip file (RFC 1952), one of several members too, into a file that only its owner may read.
 * @throws {Fault} 65 when it is broken or cut, when anything but zeros follows it (rows could be lost there without a
 *   word), or when it grows beyond all measure
 */
export async function gunzipTo(path: string, shownAs: string, target: string): Promise<void> {
  const { size } = await stat(path)
  const gunzip = createGunzip({ chunkSize: pieceBytes })
  const grow = growthGuard(shownAs, size)
  const measure = new Transform({
    transform(piece: Buffer, _encoding, done) {
      try {
        grow(piece.length)
        done(null, piece)
      } catch (error) {
        done(error as Error)
      }
    },
  })
  try {
    await pipeline(
      createReadStream(path, { highWaterMark: pieceBytes }),
      gunzip,
      measure,
      createWriteStream(target, { mode: 0o600, highWaterMark: 4 * pieceBytes }),
    )
  } catch (error) {
    if (error instanceof Fault || isOfTheMachine(error)) throw error
    throw brokenFault(shownAs, error)
  }
  if (gunzip.bytesWritten < size) await checkPadding(path, shownAs, gunzip.bytesWritten)
}

/** Tapes and disks fill their blocks with zeros; zlib stops at the first and says nothing of what follows. */
async function checkPadding(path: string, shownAs: string, start: number): Promise<void> {
  for await (const piece of createReadStream(path, { start, highWaterMark: pieceBytes }) as AsyncIterable<Buffer>) {
    if (piece.some((byte) => byte !== 0)) {
      throw new Fault(
        Exit.data,
        `${shownAs}: something follows after the end of the packed file (byte ${start})`,
        'pack it again; two files may have been put together',
      )
    }
  }
}

function brokenFault(shownAs: string, error: unknown): Fault {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'Z_BUF_ERROR'
    ? new Fault(Exit.data, `${shownAs} is cut: its packed content ends too early`, 'copy or export it again', error)
    : new Fault(Exit.data, `${shownAs} is broken: it cannot be unpacked`, 'copy or export it again', error)
}
