import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { differences, readHeld } from '../../scripts/simulate/compare.ts'
import { decideSome } from '../../scripts/simulate/decide.ts'
import { liveAtOnce, liveNights, loggkoll } from '../../scripts/simulate/nights.ts'
import { makeWorld } from '../../scripts/simulate/world.ts'
import { scratchFolder } from '../harness/program.ts'

// The whole year is `npm run simulate`.
it('many nights end with the findings, cases and grades of one ingest of everything and one audit', async () => {
  const folder = scratchFolder()
  const made = { size: 'ward', from: '2025-01-20', nights: 16, seed: 7, correctedEvery: 5 } as const
  const world = await makeWorld(join(folder, 'made'), made)
  let judged = 0
  const { workspace, now, last } = await liveNights(world, {
    folder: join(folder, 'nights'),
    crashes: new Map([
      [5, { step: 'ingest', after: 1200 }],
      [11, { step: 'audit', after: 1500 }],
    ]),
    after: async (night, at, time) => {
      if (night === 12) judged = await decideSome(at, folder, time, world.reviewers)
    },
  })
  const once = await liveAtOnce(world, last, join(folder, 'once'), now, (at) => {
    copyFileSync(join(workspace, 'review.ndjson'), join(at, 'review.ndjson'))
  })
  const [one, other] = [await readHeld(workspace), await readHeld(once)]
  expect(one.findings.size).toBeGreaterThan(50)
  expect(judged).toBeGreaterThan(0)
  expect(differences(one, other)).toEqual([])
  // There both months were graded together; each by itself answers the same.
  for (const month of ['2025-01', '2025-02']) await loggkoll(['-w', once, '-q', 'audit', '--month', month], now)
  expect(differences(await readHeld(once), other)).toEqual([])
}, 900_000)
