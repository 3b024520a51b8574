import type { Fault } from '../model/fault.ts'
import { plainText } from '../reports/plain-text.ts'

/** How a fault is said: what it is, and under it the way out. */
export function faultText(fault: Fault): string {
  const lines = [`loggkoll: ${fault.message}`, ...(fault.wayOut === undefined ? [] : [`  ${fault.wayOut}`])]
  return lines.map(plainText).join('\n')
}
