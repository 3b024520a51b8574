import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { addMonths } from '../../src/model/period.ts'
import { loggkoll } from './nights.ts'
import type { Row } from './world.ts'

const HandedOut = z.object({
  entries: z.array(
    z.looseObject({
      entry: z.string(),
      reviewer: z.string().optional(),
      cases: z.array(z.looseObject({ case_id: z.string() })).optional(),
    }),
  ),
})

/**
 * Hands out the cases of the month before, unit by unit, and lets the reviewers judge every other one.
 * @returns how many were judged
 */
export async function decideSome(
  workspace: string,
  folder: string,
  now: string,
  reviewers: readonly Row[],
): Promise<number> {
  const month = addMonths(now.slice(0, 10), -1).slice(0, 7)
  const control = (await loggkoll(['-w', workspace, '-q', 'review', 'plan', '--month', month], now)).trim()
  let judged = 0
  for (const { care_unit_id, user_id } of reviewers) {
    if (!care_unit_id || !user_id) continue
    const packet = join(folder, `packet-${care_unit_id}.json`)
    const words = [
      '-w',
      workspace,
      '-q',
      '-o',
      packet,
      'review',
      'export',
      '--unit',
      care_unit_id,
      '--control',
      control,
      '--reviewer',
      user_id,
    ]
    // A unit may have nothing to hand out, or nobody who may judge it.
    if (
      !(await loggkoll(words, now).then(
        () => true,
        () => false,
      ))
    )
      continue
    for (const [place, case_id] of handedTo(workspace, user_id).entries()) {
      if (place % 2 === 1) continue
      const decide = [
        '-w',
        workspace,
        '-q',
        '--as',
        user_id,
        'review',
        'decide',
        case_id,
        '--verdict',
        'explained',
        '--explanation',
        'care',
      ]
      if (
        await loggkoll(decide, now).then(
          () => true,
          () => false,
        )
      )
        judged++
    }
  }
  return judged
}

function handedTo(workspace: string, reviewer: string): string[] {
  const lines = readFileSync(join(workspace, 'review.ndjson'), 'utf8').trimEnd().split('\n')
  return lines.flatMap((line) =>
    HandedOut.parse(JSON.parse(line)).entries.flatMap((one) =>
      one.entry === 'handed_out' && one.reviewer === reviewer ? (one.cases ?? []).map(({ case_id }) => case_id) : [],
    ),
  )
}
