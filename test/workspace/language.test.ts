import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { runProgram } from '../../src/commands/program.ts'
import { scratchFolder, workspace } from '../harness/program.ts'

/** What a command prints in a locale. */
async function said(words: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  let text = ''
  const code = await runProgram(words, {
    out: (more) => void (text += more),
    err: (more) => void (text += more),
    now: () => new Date('2026-06-01T08:00:00Z'),
    env,
    input: Readable.from([]),
    columns: undefined,
    osUser: 'tester',
  })
  expect(code).toBe(0)
  return text
}

const swedish = /^Spårloggen är hel/
const english = /^The trail is whole/

it.each([
  ['nothing', {}, '', [], swedish],
  ['a locale', { LANG: 'en_US.UTF-8' }, '', [], english],
  ['a locale of neither', { LANG: 'de_DE.UTF-8' }, '', [], swedish],
  ['LC_ALL before LC_MESSAGES before LANG', { LC_ALL: 'en_GB', LC_MESSAGES: 'sv_SE', LANG: 'sv_SE' }, '', [], english],
  ['an empty LC_ALL, which says nothing', { LC_ALL: '', LANG: 'en_US' }, '', [], english],
  ['the workspace before the locale', { LANG: 'sv_SE' }, 'language: en\n', [], english],
  ['the option before the workspace', { LANG: 'en_US' }, 'language: en\n', ['--lang', 'sv'], swedish],
] as const)('the language follows %s', async (_, env, settings, options, expected) => {
  const folder = await workspace(`zone: Europe/Stockholm\n${settings}`)
  expect(await said(['-w', folder, ...options, 'trail', 'verify'], env)).toMatch(expected)
})

it('a command outside a workspace follows the option and the locale', async () => {
  const nowhere = ['-w', scratchFolder(), 'rules', 'show', 'own-record']
  const [plain, inEnglish, asked] = [
    await said(nowhere, {}),
    await said(nowhere, { LANG: 'en_US.UTF-8' }),
    await said(['--lang', 'en', ...nowhere], { LANG: 'sv_SE' }),
  ]
  expect(asked).toBe(inEnglish)
  expect(plain).not.toBe(inEnglish)
})

it('init speaks the language of the locale, as every command does', async () => {
  const init = (name: string) => ['init', join(scratchFolder(), name)]
  expect(await said(init('a'), {})).toMatch(/^Arbetsytan/)
  expect(await said(init('b'), { LANG: 'en_US.UTF-8' })).toMatch(/^The workspace/)
  expect(await said(['--lang', 'sv', ...init('c')], { LANG: 'en_US.UTF-8' })).toMatch(/^Arbetsytan/)
})
