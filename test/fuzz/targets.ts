import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { Exit } from '../../src/model/exit.ts'
import { allFingerprints } from '../store/tables.ts'
import type { Base } from './base.ts'
import { canary, type Chance } from './chance.ts'
import { type Ran, run } from './program.ts'
import { goodFiles, oldStore, wicked } from './samples.ts'

/** One of the things that the program reads. */
export interface Target {
  readonly name: string
  /** Files as they should be. */
  readonly good: readonly Buffer[]
  readonly wicked: readonly ((chance: Chance) => Buffer)[]
  /** It holds what people of the workspace wrote for the tool, and its words may be told back to them. */
  readonly own?: boolean
  /** Lets the program read a file; what is wrong with what it did, or undefined. */
  readonly read: (bytes: Buffer, chance: Chance) => Promise<string | undefined>
}

const codes: readonly number[] = Object.values(Exit)

/** How the last command ended. */
export const last = { code: 0 }

/** An outcome must be known, no fault in the tool, and quote nothing of what was read. */
function wrongIn({ code, out, err }: Ran): string | undefined {
  last.code = code
  if (!codes.includes(code) || code === Exit.fault) return `exit ${code}: ${err}`
  if (code !== Exit.done && err.includes(canary)) return `the message holds a value: ${err}`
  // oxlint-disable-next-line no-control-regex -- what a terminal would act on
  if (/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/.test(err))
    return `the message acts on a terminal: ${JSON.stringify(err)}`
  return code !== Exit.done && (out + err).trim() === '' ? `exit ${code} without a word` : undefined
}

/** All that can be fuzzed; each works in a folder of its own. */
export async function allTargets(base: Base, folder: string): Promise<Target[]> {
  const work = join(folder, 'work')
  const fresh = (): string => {
    rmSync(work, { recursive: true, force: true })
    cpSync(base.workspace, work, { recursive: true })
    return work
  }
  const kept = await allFingerprints(base.workspace)
  const inWorkspace = (name: string): Buffer => readFileSync(join(base.workspace, name))

  /** Reads a file of a workspace by some commands. */
  const file = (name: string, path: string, commands: readonly (readonly string[])[]): Target => ({
    name,
    own: !path.endsWith('.ndjson'),
    good: [inWorkspace(path)],
    wicked: path.endsWith('.yaml') ? wicked['yaml']! : [],
    read: async (bytes) => {
      fresh()
      writeFileSync(join(work, path), bytes)
      for (const words of commands) {
        const wrong = wrongIn(await run(['-w', work, ...words]))
        if (wrong !== undefined) return `${words.join(' ')}: ${wrong}`
      }
      return undefined
    },
  })

  const ingest = ([name, good]: readonly [string, readonly Buffer[]]): Target => ({
    name,
    good,
    wicked: wicked[name] ?? [],
    read: async (bytes, chance) => {
      fresh()
      const path = join(folder, 'fuzzed.file')
      writeFileSync(path, bytes)
      const ran = await run(['-w', work, '--format', 'json', 'ingest', path])
      const wrong = wrongIn(ran) ?? countedWrong(ran)
      if (wrong !== undefined) return wrong
      // Of an archive one file may be stored, and another refused.
      const isAll = ran.code !== Exit.done && !/= [1-9]\d* nya/.test(ran.err)
      if (isAll && chance.share() < 0.3 && !isDeepStrictEqual(await allFingerprints(work), kept)) {
        return 'half of it is stored'
      }
      return undefined
    },
  })

  const given = (name: string, good: readonly Buffer[], words: (path: string) => readonly string[]): Target => ({
    name,
    good,
    wicked: [],
    read: async (bytes) => {
      fresh()
      const path = join(folder, 'fuzzed.file')
      writeFileSync(path, bytes)
      return wrongIn(await run(['-w', work, ...words(path)]))
    },
  })

  const restored = join(folder, 'restored')
  const restore = (name: string, good: Buffer, more: readonly string[]): Target => ({
    name,
    good: [good],
    wicked: [],
    read: async (bytes) => {
      rmSync(restored, { recursive: true, force: true })
      const path = join(folder, 'fuzzed.file')
      writeFileSync(path, bytes)
      const ran = await run(['restore', path, restored, ...more])
      const left = readdirSync(folder).filter((one) => one.startsWith('restored.'))
      if (left.length > 0 || (ran.code !== Exit.done && existsSync(restored)))
        return `something is left: ${left.join()}`
      return wrongIn(ran)
    },
  })

  mkdirSync(work, { recursive: true })
  return [
    ...Object.entries(await goodFiles(folder)).map(ingest),
    file('profile', 'profiles/own.yaml', [['profile', 'list']]),
    file('config', 'loggkoll.yaml', [['trail', 'list']]),
    file('rule', 'rules/late-printing/rule.yaml', [['rules', 'list']]),
    file('rule-sql', 'rules/late-printing/rule.sql', [['rules', 'test', 'late-printing']]),
    file('suppressions', 'suppressions.yaml', [['audit', '--from', '2026-04-27', '--to', '2026-05-04']]),
    file('trail', 'trail.ndjson', [
      ['trail', 'list'],
      ['trail', 'verify'],
    ]),
    file('journal', 'review.ndjson', [
      ['review', 'status'],
      ['trail', 'verify'],
    ]),
    file('key', 'loggkoll.key', [['trail', 'list']]),
    { ...file('store', 'loggkoll.duckdb', [['trail', 'verify']]), good: [inWorkspace('loggkoll.duckdb'), oldStore] },
    given('answers', base.answers, (path) => ['review', 'import', path]),
    given('sealed', [base.sealed], (path) => [
      '-o',
      join(folder, 'opened'),
      'unseal',
      path,
      '--identity',
      base.identity,
    ]),
    given('identity', [readFileSync(base.identity)], (path) => [
      '-o',
      join(folder, 'opened'),
      'unseal',
      base.sealedFile,
      '--identity',
      path,
    ]),
    restore('backup', base.backup, []),
    restore('sealed-backup', base.sealed, ['--identity', base.identity]),
  ]
}

/** Rows in = stored + duplicate + rejected + conflict. */
function countedWrong({ code, out }: Ran): string | undefined {
  if (code !== Exit.done) return undefined
  const { files } = JSON.parse(out) as {
    files: Record<'rows' | 'stored' | 'duplicate' | 'rejected' | 'conflict', number>[]
  }
  const one = files.find(
    ({ rows, stored, duplicate, rejected, conflict }) => rows !== stored + duplicate + rejected + conflict,
  )
  return one && `rows are lost: ${JSON.stringify(one)}`
}
