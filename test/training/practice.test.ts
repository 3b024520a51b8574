import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { AuditDocument } from '../../src/model/audit-document.ts'
import { TrainingKey } from '../../src/model/training-key.ts'
import { Store } from '../../src/store/store.ts'
import { control, regionOf } from '../../src/training/practice.ts'
import { makeRegion } from '../../src/training/region.ts'
import { scenarios } from '../../src/training/scenarios/index.ts'
import { Stage } from '../../src/training/stage.ts'
import { run, scratchFolder } from '../harness/program.ts'

const now = '2026-05-04T06:00:00Z'

async function exercise(
  scenario: string,
  ...more: string[]
): Promise<{ folder: string; key: TrainingKey; out: string }> {
  const scratch = scratchFolder()
  const [folder, file] = [join(scratch, 'ovning'), join(scratch, 'facit.json')]
  const words = ['--lang', 'sv', 'train', 'new', folder, '--scenario', scenario, '--seed', '3', '--key', file, ...more]
  const ran = await run(words, { now })
  if (ran.code !== 0) throw new Error(ran.err)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  return { folder, key: TrainingKey.parse(JSON.parse(readFileSync(file, 'utf8'))), out: ran.err }
}

/** Reads an exercise in as its instructions say, and makes the control. */
async function audited(folder: string): Promise<AuditDocument> {
  const at = ['-w', join(folder, 'kontroll'), '-q']
  for (const words of [
    ['ingest', join(folder, 'register')],
    ['ingest', join(folder, 'logg'), '--profile', 'cosmic-draft'],
  ]) {
    const ran = await run([...at, ...words], { now })
    if (ran.code !== 0) throw new Error(ran.err)
  }
  const ran = await run([...at, '--format', 'json', 'audit', '--month', control.month], { now })
  return AuditDocument.parse(JSON.parse(ran.out))
}

describe('train new', () => {
  it('lets a newcomer come as far as the control, and hides the key', async () => {
    const { folder, key, out } = await exercise('slow-reader')
    expect(out).toContain('frö 3')
    expect(readdirSync(folder).sort()).toEqual(['LÄS-FÖRST.md', 'kontroll', 'logg', 'register'])
    const page = readFileSync(join(folder, 'LÄS-FÖRST.md'), 'utf8')
    expect(page).toContain('audit --month 2026-03')
    expect(page).not.toContain(key.items[0]!.user_id)
    const log = readFileSync(join(folder, 'logg', 'logg.csv'), 'utf8')
    const opened = new Set(
      log.split('\n').map((line) => {
        const cells = line.split(';')
        return [cells[2], cells[9]?.replace('-', ''), cells[6], cells[1]?.slice(0, 10)].join(' ')
      }),
    )
    for (const { lookups } of key.items) {
      for (const { user_id, patient_id, care_unit_id, day } of lookups)
        expect(opened).toContain([user_id, patient_id, care_unit_id, day].join(' '))
    }
    const { run: kept, findings } = await audited(folder)
    expect(kept.lookups).toBeGreaterThan(9000)
    expect(kept.explained / kept.lookups).toBeGreaterThan(0.9)
    expect(kept.explained / kept.lookups).toBeLessThan(0.995)
    const reader = key.items.find(({ id }) => id === 'serial-1')!
    expect(findings.some(({ rule, user_id }) => rule === 'serial-lookup' && user_id === reader.user_id)).toBe(true)
  })

  it('explains over nine in ten at the size of a clinic too, and finds the robot', async () => {
    const { folder, key } = await exercise('stray-robot')
    const { run: kept, findings } = await audited(folder)
    expect(kept.explained / kept.lookups).toBeGreaterThan(0.9)
    const robot = key.items[0]!.user_id
    expect(findings.filter(({ rule, user_id }) => rule === 'robot-account' && user_id === robot)).not.toEqual([])
    expect(findings.filter(({ rule, user_id }) => rule === 'robot-account' && user_id !== robot)).toEqual([])
  })

  it('refuses a key in the exercise, a full folder, an unknown case, and a ward for what is played elsewhere', async () => {
    const scratch = scratchFolder()
    const folder = join(scratch, 'ovning')
    const key = join(scratch, 'facit.json')
    const told = async (...words: string[]) => await run(['train', 'new', ...words], { now })
    expect(await told(folder, '--scenario', 'slow-reader')).toMatchObject({ code: 64 })
    expect(await told(folder, '--scenario', 'slow-reader', '--key', join(folder, 'facit.json'))).toMatchObject({
      code: 64,
    })
    expect(await told(folder, '--scenario', 'slow', '--key', key)).toMatchObject({ code: 64 })
    expect(await told(folder, '--scenario', 'stray-robot', '--size', 'ward', '--key', key)).toMatchObject({ code: 64 })
    writeFileSync(join(scratch, 'there'), '')
    const elsewhere = join(scratchFolder(), 'facit.json')
    expect(await told(scratch, '--scenario', 'slow-reader', '--key', elsewhere)).toMatchObject({ code: 73 })
    expect(readdirSync(scratch)).toEqual(['there'])
  })
})

describe('the practice cases', () => {
  it('plant what their keys say, each in the control that is to be made', async () => {
    const region = regionOf('clinic', 8)
    const folder = scratchFolder()
    const options = { path: join(folder, 'r.duckdb'), spill: join(folder, 'spill'), memory: '2GB', threads: 2 }
    const store = await Store.open({ ...options, waitSeconds: 0, readable: [], zone: 'Europe/Stockholm' })
    onTestFinished(() => store.close())
    await makeRegion(store, region)
    const first = region.days - control.days
    for (const scenario of scenarios) {
      await store.run('training/export-people')
      const stage = await Stage.set(store, {
        seed: 8,
        slot: scenario.slot ?? 0,
        from: region.from,
        days: region.days,
        first,
        last: region.days - 1,
      })
      await scenario.plant(stage)
      await stage.finish()
      const key = { scenario: scenario.id, seed: 8, size: 'clinic', from: control.from, to: control.to }
      TrainingKey.parse({ schema: 'loggkoll/training-key/1', ...key, items: stage.items })
      const Row = z.object({ user_id: z.string(), patient_id: z.string(), care_unit_id: z.string(), day: z.string() })
      const planted = new Set((await store.rows('training/planted-lookups', Row)).map((row) => JSON.stringify(row)))
      for (const { id, lookups, truth, best, right } of stage.items) {
        const inControl = lookups.filter(({ day }) => day >= control.from && day < control.to)
        expect(inControl.length, `${scenario.id} ${id}`).toBeGreaterThan(0)
        for (const lookup of lookups) expect(planted, `${scenario.id} ${id}`).toContain(JSON.stringify(lookup))
        expect(right, id).toContain(best)
        // A log alone convicts no one: where something is unjustified, to ask is right.
        if (truth === 'unjustified') expect(right, id).toContain('ask')
      }
      const truths = new Set(stage.items.map(({ truth }) => truth))
      expect(truths.has('unjustified'), scenario.id).toBe(
        !['quiet-month', 'media-week', 'missing-data'].includes(scenario.id),
      )
      expect(new Set(stage.items.map(({ id }) => id)).size).toBe(stage.items.length)
    }
    expect(existsSync(join(folder, 'logg'))).toBe(false)
  })

  it('are listed in both languages, without the words that accuse', async () => {
    for (const language of ['sv', 'en']) {
      const { code, out } = await run(['--lang', language, 'train', 'scenarios'])
      expect(code).toBe(0)
      expect(out).toContain('slow-reader')
      expect(out).not.toMatch(/avvikelse|ärende|larm|misstänk|violation|offender|suspicious/i)
    }
    expect(scenarios.length).toBeGreaterThanOrEqual(15)
  })
})
