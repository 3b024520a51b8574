import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { commandTree, leaves, manPage, pathOf } from '../../scripts/man-page.ts'
import { environment } from '../../src/commands/environment.ts'
import { examplesOf } from '../../src/commands/usage/shape.ts'
import { sv } from '../../src/language/help/sv.ts'
import { commandTexts } from '../../src/language/help/sv-commands.ts'
import { optionTexts } from '../../src/language/help/sv-options.ts'
import { exitMeaning } from '../../src/model/exit.ts'
import { languages } from '../../src/model/language.ts'
import { root } from '../harness/paths.ts'
import { run, workspace } from '../harness/program.ts'

const program = commandTree('en')
const everyCommand = (command: Command): Command[] => [command, ...command.commands.flatMap(everyCommand)]
const commands = everyCommand(program)

/** What the help says in English. */
const said = {
  commands: [
    ...commands.map((command) => command.description()),
    ...Object.values(exitMeaning),
    ...Object.values(environment),
  ],
  options: [
    ...commands.flatMap(({ options }) => options.filter(({ hidden }) => !hidden).map(({ description }) => description)),
    'display help for command',
  ],
}

describe('help', () => {
  it('has Swedish words for every command and option, and none for what there is no more', () => {
    expect(Object.keys(commandTexts).toSorted()).toEqual([...new Set(said.commands)].toSorted())
    expect(Object.keys(optionTexts).toSorted()).toEqual([...new Set(said.options)].toSorted())
  })

  it('has examples of every command, and each example names commands and options that there are', () => {
    const flags = (command: Command | null): string[] =>
      command
        ? [...command.options.flatMap(({ long, short }) => [long, short]), ...flags(command.parent)].flatMap(
            (flag) => flag ?? [],
          )
        : []
    for (const command of leaves(program)) {
      const examples = examplesOf.get(command) ?? []
      expect(examples.length, pathOf(command)).toBeGreaterThan(0)
      for (const example of examples) {
        expect(example).toMatch(new RegExp(`^loggkoll .*\\b${pathOf(command)}\\b`))
        // What is quoted may hold anything.
        const used = example.replaceAll(/"[^"]*"/g, '').match(/(?<= )--?[a-z][\w-]*/g) ?? []
        for (const flag of used) expect(flags(command), example).toContain(flag)
      }
    }
  })

  it.each([
    ['--lang sv', ['--lang', 'sv', 'audit', '--help'], {}, 'Exempel:'],
    ['--lang=sv after the command', ['audit', '--help', '--lang=sv'], {}, 'Väljare:'],
    ['the variable', ['--help'], { LOGGKOLL_LANG: 'sv' }, 'Slutkoder:'],
    ['the locale', ['--help'], { LANG: 'sv_SE.UTF-8' }, 'Kommandon:'],
    ['the option before the variable', ['--lang', 'en', '--help'], { LOGGKOLL_LANG: 'sv' }, 'Exit codes:'],
    ['nothing', ['audit', '--help'], { LANG: 'C.UTF-8' }, 'Examples:'],
  ] as const)('is in the language of %s', async (_, words, env, word) => {
    const { code, out } = await run(words, { env })
    expect([code, out]).toEqual([0, expect.stringContaining(word) as string])
  })

  it('in Swedish holds no English words of ours', async () => {
    for (const command of commands.slice(1)) {
      const { out } = await run(['--lang', 'sv', ...pathOf(command).split(' '), '--help'])
      expect(out).not.toMatch(/\b(default:|choices:|Usage|Options|Examples)\b/)
      expect(out).toContain(sv.text(command.description()).split(' ')[0])
    }
  })
})

describe('variables of the environment', () => {
  it('stand for options, which go before them', async () => {
    const folder = await workspace('zone: Europe/Stockholm\nlanguage: en\n')
    const env = { LOGGKOLL_WORKSPACE: folder, LOGGKOLL_LANG: 'sv', LOGGKOLL_AS: 'SE2329999901-A11', LOGGKOLL_WAIT: '0' }
    expect((await run(['query', '--list'], { env })).out).toContain('Vilka dagar')
    expect((await run(['--lang', 'en', 'query', '--list'], { env })).out).toContain('On which days')
    expect((await run(['-w', folder, 'query', '--list'])).out).toContain('On which days')
    await run(['query', 'sources'], { env })
    await run(['--as', 'SE2329999901-A12', 'query', 'sources'], { env })
    const trail = readFileSync(join(folder, 'trail.ndjson'), 'utf8').trim().split('\n')
    expect(trail.map((line) => (JSON.parse(line) as { as: string }).as)).toEqual([
      'SE2329999901-A11',
      'SE2329999901-A12',
    ])
  })

  it.each([
    ['LOGGKOLL_WAIT', 'soon'],
    ['LOGGKOLL_LANG', 'de'],
  ])('%s that is not what it should be is said', async (name, value) => {
    const { code, err } = await run(['profile', 'list'], { env: { [name]: value } })
    expect([code, err]).toEqual([64, expect.stringContaining(name) as string])
  })
})

describe.each(languages)('the manual page in %s', (language) => {
  const page = manPage(language)

  it('names every command and option', () => {
    for (const command of leaves(program)) expect(page).toContain(`.SS "${pathOf(command).replaceAll('-', '\\-')}`)
    expect(page).toContain('\\-\\-metrics <file>')
    expect(page).not.toContain('\\-\\-debug')
    for (const name of Object.keys(environment)) expect(page).toContain(`.B ${name}`)
  })

  it('is read by groff without a warning', ({ skip }) => {
    const made = spawnSync('groff', ['-man', '-Kutf8', '-Tutf8', '-ww'], { input: page, encoding: 'utf8' })
    if (made.error) skip('groff is not installed: the manual page is not read')
    expect([made.status, made.stderr]).toEqual([0, ''])
    // oxlint-disable-next-line no-control-regex
    const text = made.stdout.replaceAll(/\u001b\[[\d;]*m|.\u0008/g, '')
    expect(text).toContain('--fail-on <severity>')
    expect(text).toContain('loggkoll -w kontroll audit --month 2026-03')
  })

  it('is the one that is shipped', () => {
    const path = language === 'en' ? 'docs/man/loggkoll.1' : 'docs/man/sv/loggkoll.1'
    expect(readFileSync(join(root, path), 'utf8')).toBe(page)
  })
})
