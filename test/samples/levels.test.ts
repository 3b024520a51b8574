import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { levels, writeLevel } from '../../scripts/samples/levels.ts'
import { addDays } from '../../src/model/period.ts'
import { TrainingKey } from '../../src/model/training-key.ts'
import { root } from '../harness/paths.ts'
import { run, scratchFolder } from '../harness/program.ts'

const samples = join(root, 'samples')

describe('the ready sets', () => {
  it.each(levels)('$name gives the findings that lie beside it, what was planted among them', async (level) => {
    const folder = join(samples, level.name)
    const workspace = join(scratchFolder(), 'workspace')
    const loggkoll = async (...words: string[]): Promise<string> => {
      const { code, out, err } = await run(['-w', workspace, '-q', ...words])
      expect(code, err).toBe(0)
      return out
    }
    await run(['init', workspace, '--seed', level.name])
    const files = readdirSync(folder).filter((name) => name.includes('.csv'))
    await loggkoll('ingest', ...files.map((name) => join(folder, name)))
    const to = addDays(level.from, level.days)
    const told = await loggkoll('--format', 'csv', 'audit', '--from', level.from, '--to', to)
    const golden = join(folder, 'key', 'findings.golden.csv')
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, told)
    expect(told).toBe(readFileSync(golden, 'utf8'))
    const { items } = TrainingKey.parse(JSON.parse(readFileSync(join(folder, 'key', 'key.json'), 'utf8')))
    const planted = items.filter(({ truth, rules }) => truth === 'unjustified' && rules.length > 0)
    expect(planted.length).toBeGreaterThan(1)
    for (const { user_id, rules } of planted) {
      const own = told.split('\n').filter((row) => row.includes(user_id) && rules.some((rule) => row.includes(rule)))
      expect(own).not.toEqual([])
    }
  })

  it('are made anew with the same bytes', async () => {
    const [level] = levels
    const scratch = scratchFolder()
    await writeLevel(scratch, level!)
    const made = readdirSync(join(scratch, level!.name), { recursive: true, encoding: 'utf8' }).sort()
    expect(made.length).toBeGreaterThan(12)
    for (const name of made.filter((one) => one !== 'key')) {
      const kept = join(samples, level!.name, name)
      expect(existsSync(kept), name).toBe(true)
      expect(readFileSync(join(scratch, level!.name, name)).equals(readFileSync(kept)), name).toBe(true)
    }
  })
})
