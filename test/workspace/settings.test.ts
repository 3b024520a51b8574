import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { leastNode, toolVersion } from '../../src/model/version.ts'
import { configTemplate, parseConfig } from '../../src/workspace/config.ts'
import { root } from '../harness/paths.ts'
import { run, workspace } from '../harness/program.ts'

describe('a new workspace', () => {
  it('is its owner’s only', async () => {
    const folder = await workspace()
    const mode = (name: string): number => statSync(join(folder, name)).mode & 0o777
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    for (const name of ['loggkoll.yaml', 'loggkoll.key', 'loggkoll.duckdb']) expect(mode(name), name).toBe(0o600)
    for (const name of ['profiles', 'rules']) expect(mode(name), name).toBe(0o700)
  })

  it('has a key of its own, but for a sample', async () => {
    const { makeWorkspace } = await import('../../src/workspace/workspace.ts')
    const folders = [await workspace(), await workspace()]
    const keys = folders.map((folder) => readFileSync(join(folder, 'loggkoll.key'), 'utf8'))
    expect(keys[0]).toBe(keys[1])
    const made = await makeWorkspace(join(folders[0]!, '..', 'own'))
    expect(made.keyring.toHex()).not.toBe(keys[0])
    expect(made.keyring.toHex()).toHaveLength(64)
  })

  it('is never made over another, nor in a folder that holds something', async () => {
    const folder = await workspace()
    const before = readFileSync(join(folder, 'loggkoll.key'), 'utf8')
    expect((await run(['init', folder])).code).toBe(73)
    expect((await run(['init', join(root, 'src')])).code).toBe(73)
    expect(existsSync(join(root, 'src/loggkoll.yaml'))).toBe(false)
    expect(readFileSync(join(folder, 'loggkoll.key'), 'utf8')).toBe(before)
  })
})

describe('the settings', () => {
  it('of the template are the defaults it shows', () => {
    const shown = configTemplate.slice(configTemplate.indexOf('\n')).replace(/^# ?(?=(?: {2})?[a-z_-]+:| {4})/gm, '')
    const defaults = parseConfig('', 'x')
    const { language: _, rules, ...written } = parseConfig(shown, 'x')
    expect({ ...written, rules: {} }).toEqual(defaults)
    expect(rules).toEqual({ 'off-hours': { margin_minutes: 0 } })
  })

  it('name the version that package.json names, and the Node that it needs', () => {
    const said = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string; engines: object }
    expect(said.version).toBe(toolVersion)
    expect(said.engines).toEqual({ node: `>=${leastNode}` })
  })
})
