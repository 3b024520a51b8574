import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { commandTree } from '../../scripts/man-page.ts'
import { root } from '../harness/paths.ts'
import { scratchFolder } from '../harness/program.ts'

const folder = join(root, 'docs/operations')
const files = readdirSync(folder)
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8')

/** The words after the program's name in every command line of a text. */
function commandsIn(text: string): string[][] {
  return [...text.matchAll(/(?:^|[\s;|&]|\/usr\/bin\/)loggkoll((?: +(?:-{1,2}[\w-]+|[\w./:\\-]+))+)/gm)]
    .map((match) => match[1]!.trim().split(/ +/))
    .filter((words) => words[0] !== 'loggkoll')
}

/** Goes down the tree of commands; what it does not know is told. */
function unknownIn(words: readonly string[]): string[] {
  let command = commandTree('en')
  const unknown: string[] = []
  let isValue = false
  let given = 0
  for (const word of words) {
    if (word.startsWith('-')) {
      const option = optionOf(command, word)
      if (!option) unknown.push(word)
      isValue = option?.required === true
    } else if (isValue) isValue = false
    else if (command.commands.length > 0) {
      const next = command.commands.find((one) => one.name() === word)
      if (!next) return [...unknown, word]
      command = next
    } else if (++given > command.registeredArguments.length) unknown.push(word)
  }
  return unknown
}

function optionOf(command: Command, flag: string): Command['options'][number] | undefined {
  const own = command.options.find(({ long, short }) => long === flag || short === flag)
  return own ?? (command.parent ? optionOf(command.parent, flag) : undefined)
}

describe('the files to be copied', () => {
  it.each(['loggkoll-ingest.service', 'loggkoll-audit.service', 'loggkoll.cron', 'loggkoll-task.xml'])(
    '%s calls the program as it is called',
    (name) => {
      const text = name.endsWith('.xml')
        ? textOf(name).replaceAll(/<Arguments>(.*)<\/Arguments>/g, '\nloggkoll $1\n')
        : textOf(name)
            .replaceAll(/^#.*$/gm, '')
            .replaceAll(/^30 2 \* \* \* loggkoll|^0 7 \* \* 1 loggkoll/gm, '')
      const commands = commandsIn(text).filter(([first]) => first !== '-')
      const named = commands.filter((words) => words.some((word) => ['ingest', 'audit', 'doctor'].includes(word)))
      expect(named.length).toBeGreaterThan(0)
      for (const words of named) expect(unknownIn(words), words.join(' ')).toEqual([])
    },
  )

  it('knows a wrong command when it sees one', () => {
    expect(unknownIn(['-q', 'audit', '--old'])).toEqual(['--old'])
    expect(unknownIn(['-w', 'x', 'inspect'])).toEqual(['inspect'])
    expect(unknownIn(['trail', 'verify', 'all'])).toEqual(['all'])
    expect(unknownIn(['-w', 'x', 'ingest', 'a', '--max-rejects', '5'])).toEqual([])
  })

  it('the page names each of them', () => {
    const page = readFileSync(join(root, 'docs/operations.md'), 'utf8')
    for (const name of files) expect(page).toContain(`(operations/${name})`)
  })

  it('the task is well formed, and the settings of Vector are YAML', () => {
    const parser = new SaxesParser()
    parser.on('error', (error) => {
      throw error
    })
    parser.write(textOf('loggkoll-task.xml')).close()
    expect(parse(textOf('vector.yaml'))).toMatchObject({ sources: { loggkoll: { type: 'file' } } })
  })
})

describe('the units', () => {
  const units = files.filter((name) => /\.(service|timer)$/.test(name))
  /** As they are, but for a program that need not be installed to be looked at. */
  const installed = (): string => {
    const to = scratchFolder()
    for (const name of units) writeFileSync(join(to, name), textOf(name).replaceAll(/\/usr\/bin\/\w+/g, '/bin/true'))
    return to
  }
  const analyze = (words: readonly string[], cwd: string) =>
    spawnSync('systemd-analyze', words, {
      cwd,
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin', SYSTEMD_UNIT_PATH: `${cwd}:` },
    })

  it('are read by systemd without a complaint', ({ skip }) => {
    const to = installed()
    const names = units.map((name) => `./${name.replace('@.', '@x.')}`)
    const read = analyze(['verify', '--man=no', ...names], to)
    if (read.error) skip('systemd-analyze is not installed: the units are not read')
    expect([read.status, read.stderr.replaceAll(/.*(?:Failed to|Cannot) connect.*\n/g, '')]).toEqual([0, ''])
  })

  it.each(['loggkoll-ingest.service', 'loggkoll-audit.service'])(
    '%s is exposed to nothing that it can do without',
    (name) => {
      // What systemd-analyze security weighs, so that it holds where there is no systemd too.
      for (const setting of [
        'PrivateNetwork=yes',
        'ProtectSystem=strict',
        'ProtectHome=yes',
        'NoNewPrivileges=yes',
        'CapabilityBoundingSet=',
        'MemorySwapMax=0',
        'UMask=0077',
        'User=loggkoll',
        'SystemCallFilter=~@privileged @resources',
      ])
        expect(textOf(name).split('\n')).toContain(setting)
    },
  )

  it('and systemd finds them safe', ({ skip }) => {
    const to = installed()
    for (const name of ['loggkoll-ingest.service', 'loggkoll-audit.service']) {
      const seen = analyze(['security', '--offline=true', '--no-pager', '--threshold=10', `./${name}`], to)
      if (seen.error || /unrecognized option|Unknown/.test(seen.stderr))
        skip('systemd-analyze cannot look at files here')
      expect([name, seen.status]).toEqual([name, 0])
    }
  })
})
