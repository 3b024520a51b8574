import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect, it, onTestFinished } from 'vitest'
import { Exit } from '../../src/model/exit.ts'
import { run, workspace } from '../harness/program.ts'

it('whoever waits in vain for the store is told which command holds it, in which process, since when', async () => {
  const folder = await workspace()
  const child = spawn(process.execPath, [join(import.meta.dirname, 'hold-child.ts'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  const ran = await run(['-w', folder, '--wait', '0', 'audit', '--new'])
  expect(ran.code).toBe(Exit.busy)
  expect(ran.err).toContain(`loggkoll audit, process ${child.pid}, since 2026-06-01T02:30:00.000Z`)
  // what another one said earlier counts for nothing
  const earlier = { pid: 1, command: 'ingest', since: '2026-05-01T02:30:00.000Z' }
  writeFileSync(join(folder, 'tmp', 'holder.json'), JSON.stringify(earlier))
  const again = await run(['-w', folder, '--wait', '0', 'audit', '--new'])
  expect(again.err).toContain(`(waited 0 s): process ${child.pid}\n`)
  writeFileSync(join(folder, 'tmp', 'holder.json'), '{')
  expect((await run(['-w', folder, '--wait', '0', 'audit', '--new'])).err).toContain(`: process ${child.pid}\n`)
})
