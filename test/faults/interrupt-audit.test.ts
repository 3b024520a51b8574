import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { persons, world } from '../audit/world.ts'
import { root } from '../harness/paths.ts'
import { run } from '../harness/program.ts'

/** Ends an audit as Ctrl-C does, so many milliseconds after it began. */
function interrupted(folder: string, after: number): Promise<number | null> {
  const child = spawn(process.execPath, [join(root, 'src/cli.ts'), '-w', folder, '-q', 'audit'], { stdio: 'ignore' })
  setTimeout(() => child.kill('SIGINT'), after)
  return new Promise((resolve) => child.on('exit', (code) => resolve(code)))
}

async function audited(folder: string): Promise<unknown> {
  const { code, out } = await run(['-w', folder, '--format', 'json', 'audit'])
  expect(code).toBe(0)
  const { findings } = JSON.parse(out) as { findings: unknown[] }
  return findings
}

it('an audit that is interrupted exits with 130, and the next one finds the same', async () => {
  const [patient, other] = persons(2)
  const event = { user_id: 'nurse-1', care_unit_id: 'unit-1', activity: 'read', occurred_at: '2026-03-03T20:00:00' }
  const folder = await world({
    access: [
      { ...event, patient_id: patient },
      { ...event, patient_id: other },
    ],
    patient: [{ patient_id: patient, protection: 'confidentiality_flag' }],
  })
  const before = await audited(folder)
  expect(before).toHaveLength(1)
  // Too early it is not listening yet, and a fast machine may be done too soon.
  const codes: (number | null)[] = []
  for (let after = 300; after < 6000 && !codes.includes(130); after += 300) codes.push(await interrupted(folder, after))
  expect(codes).toContain(130)
  expect(await audited(folder)).toEqual(before)
  expect((await run(['-w', folder, 'trail', 'verify'])).code).toBe(0)
})
