import type { Entry } from '../../src/model/review.ts'

export const writer = { time: '2026-06-01T08:00:00.000Z', os_user: 'tester', as: null }

/** Two entries that belong together; the words make the line long enough to be cut in the middle of a letter. */
export function declaredTwice(id: string): Entry<'declared'>[] {
  return ['först', 'sedan'].map((place) => ({
    entry: 'declared',
    control_id: 'K-ö',
    packet_id: `${id} ${place}`,
    reviewer: 'SE2329999901-A11',
  }))
}
