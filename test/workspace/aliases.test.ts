import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { run, workspace } from '../harness/program.ts'

const letters = ['b', 'c', 'd', 'e', 'f', 'g', 'h']
/** Aliases of lists of aliases: a few lines that would unfold to billions of values. */
const bomb = [
  `a: &a [${'x,'.repeat(100)}]`,
  ...letters.map((name, place) => `${name}: &${name} [${`*${letters[place - 1] ?? 'a'},`.repeat(100)}]`),
].join('\n')

it.each([
  ['loggkoll.yaml', ['trail', 'list']],
  ['suppressions.yaml', ['audit', '--from', '2026-01-01', '--to', '2026-02-01']],
  ['profiles/own.yaml', ['profile', 'list']],
  ['rules/own/rule.yaml', ['rules', 'list']],
])('%s is refused in words when its aliases unfold without end', async (name, words) => {
  const folder = await workspace()
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), `${bomb}\n`)
  expect(await run(['-w', folder, ...words])).toMatchObject({
    code: 78,
    err: expect.stringMatching(/aliases .* do not unfold/) as string,
  })
})
