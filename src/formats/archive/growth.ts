import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { limits } from '../limits.ts'

/**
 * Counts what is unpacked, and stops a bomb long before the disk is full.
 * @param packed bytes of the packed file
 * @returns takes how many bytes more were unpacked. @throws {Fault} 65 when it is more than a log would
 */
export function growthGuard(shownAs: string, packed: number): (bytes: number) => void {
  let unpacked = 0
  return (bytes) => {
    unpacked += bytes
    if (unpacked > limits.unpacked) {
      throw new Fault(
        Exit.data,
        `${shownAs} unpacks to more than ${limits.unpacked / 1e9} GB`,
        'export a shorter period, or unpack it first',
      )
    }
    if (unpacked > limits.ratioFrom && unpacked > packed * limits.ratio) {
      throw new Fault(
        Exit.data,
        `${shownAs} unpacks to more than ${limits.ratio} times its size`,
        'no log does; if you know that it is one, unpack it first',
      )
    }
  }
}
