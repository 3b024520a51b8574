import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { completionScripts, shells } from '../../src/commands/completion-scripts.ts'
import { root } from '../harness/paths.ts'
import { folderWith, run, scratchFolder, workspace } from '../harness/program.ts'

/** The words that are offered for the last one. */
const offered = async (...words: string[]): Promise<string[]> => {
  const { code, out, err } = await run(['complete', '--', ...words])
  expect([code, err]).toEqual([0, ''])
  return out === ''
    ? []
    : out
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t')[0]!)
}

describe('what is offered', () => {
  it.each([
    [['aud'], ['audit']],
    [['train', 'sc'], ['scenarios']],
    [['-w', 'kontroll', 'rev'], ['review']],
    [['audit', '--fail'], ['--fail-on']],
    [
      ['audit', '--fail-on', ''],
      ['info', 'low', 'medium', 'high', 'critical'],
    ],
    [['audit', '--fail-on=h'], ['--fail-on=high']],
    // bash takes it apart
    [['audit', '--fail-on', '=', 'h'], ['high']],
    [
      ['audit', '--fail-on', '='],
      ['info', 'low', 'medium', 'high', 'critical'],
    ],
    [['audit', '--reveal', '--rea'], ['--reason']],
    // an option of the program, behind the command and before it
    [['audit', '--no-c'], ['--no-color']],
    [
      ['--lang', ''],
      ['sv', 'en'],
    ],
    [['audit', '--lang', 's'], ['sv']],
    [
      ['audit', '--rule', 'own-'],
      ['own-family', 'own-record'],
    ],
    [['audit', '--rule', 'own-record', 'own-f'], ['own-family']],
    [['audit', '--rule', 'own-record', '--fail'], ['--fail-on']],
    [['rules', 'show', 'shared'], ['shared-login']],
    [
      ['ingest', '--profile', 'cosmic-d'],
      ['cosmic-draft', 'cosmic-drug-list-prints'],
    ],
    [['train', 'new', '--scenario', 'media'], ['media-week']],
    [
      ['train', 'lesson', 'w'],
      ['why', 'watched-person'],
    ],
    [['query', 'unex'], ['unexplained-by-unit']],
    [['completion', ''], [...shells]],
    [['audit', '--format', 'oc'], ['ocsf']],
    [['ingest', 'log'], [':files']],
    [['-o', ''], [':files']],
    [['audit', '--metrics', ''], [':files']],
    // what nobody can know
    [['explain', 'F-'], []],
    [['audit', '--month', ''], []],
    [['nonsense', 'x'], []],
    [['explain', '--debu'], []],
  ] as const)('%j: %j', async (words, expected) => {
    expect(await offered(...words)).toEqual(expected)
  })

  it('are the rules and profiles of the workspace too; one that cannot be read is passed over', async () => {
    const folder = await workspace()
    expect((await run(['-w', folder, 'rules', 'new', 'late-printing'])).code).toBe(0)
    expect(await offered('-w', folder, 'rules', 'show', 'late')).toEqual(['late-printing'])
    writeFileSync(join(folder, 'rules/late-printing/rule.yaml'), 'nonsense: [')
    expect(await offered('-w', folder, 'rules', 'show', 'own-r')).toEqual(['own-record'])
    expect(await offered('-w', join(folder, 'none'), 'rules', 'show', 'own-r')).toEqual(['own-record'])
  })
})

/** A program `loggkoll` on a PATH of its own. */
const installed = (): string => {
  const bin = scratchFolder()
  writeFileSync(join(bin, 'loggkoll'), `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'src/cli.ts')}" "$@"\n`)
  chmodSync(join(bin, 'loggkoll'), 0o755)
  return bin
}

it('bash completes by the script, for real', () => {
  const folder = folderWith({ 'a log.csv': '', 'other.csv': '' })
  mkdirSync(join(folder, 'archive'))
  const ask = (...words: string[]): string =>
    `COMP_WORDS=(loggkoll ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _loggkoll; printf '[%s]' "\${COMPREPLY[@]}"; echo\n`
  const script = [
    completionScripts.bash,
    ask('audit', '--fail-on', '=', 'hi'),
    ask('train', 'new', '--scen'),
    ask('ingest', 'a'),
    ask('explain', 'F-1'),
    'complete -p loggkoll\n',
  ].join('\n')
  const { stdout, status } = spawnSync('bash', ['--norc'], {
    cwd: folder,
    input: script,
    encoding: 'utf8',
    env: { PATH: `${installed()}:/usr/bin:/bin` },
  })
  expect(status).toBe(0)
  expect(stdout.trimEnd().split('\n')).toEqual([
    '[high]',
    '[--scenario]',
    expect.stringMatching(/^(\[archive\]\[a log.csv\]|\[a log.csv\]\[archive\])$/) as string,
    '[]',
    'complete -F _loggkoll loggkoll',
  ])
})

describe.each(['zsh', 'fish'] as const)('%s', (shell) => {
  it('reads the script', ({ skip }) => {
    // as a file: fish reads none from the socket that a process of Node's has for its input
    const script = join(folderWith({ script: completionScripts[shell] }), 'script')
    const read = spawnSync(shell, ['-n', script], { encoding: 'utf8' })
    if (read.error) skip(`${shell} is not installed: its script is not read`)
    expect([read.status, read.stderr]).toEqual([0, ''])
  })
})

it('completion prints the script that a shell asks for, and no other', async () => {
  for (const shell of shells) expect((await run(['completion', shell])).out).toBe(completionScripts[shell])
  expect((await run(['completion', 'tcsh'])).code).toBe(64)
})
