import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isMadeFor } from '../../src/commands/train-key.ts'
import { openWorkspace } from '../../src/workspace/workspace.ts'
import { run, scratchFolder } from '../harness/program.ts'

it('refuses a key in the exercise, a full folder, an unknown case, and a ward for what is played elsewhere', async () => {
  const scratch = scratchFolder()
  const folder = join(scratch, 'ovning')
  const key = join(scratch, 'facit.json')
  const told = async (...words: string[]) => await run(['train', 'new', ...words])
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

it('names the key as it is written, and makes a workspace that knows it', async () => {
  const scratch = scratchFolder()
  const key = join(scratch, 'facit.json')
  const told = ['train', 'new', join(scratch, 'ovning'), '--scenario', 'quiet-month', '--seed', '3', '--key', key]
  const ran = await run(['--seal', 'passphrase', ...told], { secrets: ['kaffe-tåg-lönn-9', 'kaffe-tåg-lönn-9'] })
  expect(ran.code).toBe(0)
  expect(ran.err).toContain(`Facit: ${key}.age.`)
  const { keyring } = openWorkspace(join(scratch, 'ovning', 'kontroll'))
  expect(isMadeFor(keyring, { scenario: 'quiet-month', seed: 3 })).toBe(true)
  expect(isMadeFor(keyring, { scenario: 'quiet-month', seed: 4 })).toBe(false)
  expect(isMadeFor(keyring, { scenario: 'parent', seed: 3 })).toBe(false)
})

it('writes over no other key, sealed or not', async () => {
  const scratch = scratchFolder()
  const key = join(scratch, 'facit.json')
  for (const file of [key, `${key}.age`]) writeFileSync(file, 'of another exercise')
  const secrets = ['kaffe-tåg-lönn-9', 'kaffe-tåg-lönn-9']
  for (const words of [[], ['--seal', 'passphrase']]) {
    const told = [...words, 'train', 'new', join(scratch, 'ovning'), '--scenario', 'slow-reader', '--key', key]
    const ran = await run(told, { secrets })
    expect([ran.code, ran.out]).toEqual([73, ''])
    expect(ran.err).toMatch(/is there already\n.*name a new file/)
  }
  expect(readdirSync(scratch).toSorted()).toEqual(['facit.json', 'facit.json.age'])
})
