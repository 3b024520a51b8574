import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { configSchema } from '../../src/commands/config-schema.ts'
import { rules } from '../../src/rules/index.ts'
import { Settings } from '../../src/workspace/config.ts'
import { run, scratchFolder } from '../harness/program.ts'

interface Schema {
  readonly description?: string
  readonly type?: string
  readonly enum?: readonly string[]
  readonly default?: unknown
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
}
const schema = JSON.parse(configSchema()) as Schema

it('tells an editor of every setting what it is, requires none, and knows no others', () => {
  expect(Object.keys(schema.properties!)).toEqual(Object.keys(Settings.shape))
  for (const section of [schema, schema.properties!['relation']!, schema.properties!['retention']!]) {
    expect(section.additionalProperties).toBe(false)
    expect(section.required ?? []).toEqual([])
    for (const [name, one] of Object.entries(section.properties!)) expect(one.description, name).toMatch(/\w{3}/)
  }
  expect(schema.properties!['memory']!.default).toBe('4GB')
  expect(schema.properties!['language']!.enum).toEqual(['sv', 'en'])
})

it('knows every rule with its parameters, and lets the workspace have rules of its own', () => {
  const known = schema.properties!['rules']!
  expect(Object.keys(known.properties!)).toEqual(rules.map(({ id }) => id))
  expect(Object.keys(known.properties!['off-hours']!.properties!)).toEqual(
    expect.arrayContaining(['on', 'severity', 'margin_minutes']),
  )
  expect(known.properties!['absent']!.properties!['on']!.default).toBe(false)
  expect(known.properties!['off-hours']!.additionalProperties).toBe(false)
  expect(known.additionalProperties).toMatchObject({ type: 'object' })
})

it('lies beside the settings that init writes, which name it', async () => {
  const folder = join(scratchFolder(), 'kontroll')
  expect((await run(['init', folder])).code).toBe(0)
  const [first] = readFileSync(join(folder, 'loggkoll.yaml'), 'utf8').split('\n')
  const name = /^# yaml-language-server: \$schema=\.\/(.+)$/.exec(first!)?.[1]
  expect(readFileSync(join(folder, name!), 'utf8')).toBe(configSchema())
  expect(statSync(join(folder, name!)).mode & 0o777).toBe(0o600)
})
