import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../harness/paths.ts'

/** Which rooms each room may import, and why not the others. */
const arrows: Readonly<Record<string, { may: readonly string[]; because: string }>> = {
  model: { may: [], because: 'nouns know nobody' },
  shipped: { may: ['model'], because: 'it finds what the program brings along, and does not know what it says' },
  queries: {
    may: ['shipped'],
    because: 'SQL text knows nobody, and everyone who reads it has seen all that can happen to the data',
  },
  language: { may: ['model'], because: 'words know what they speak of, not how it was found' },
  rules: { may: ['model', 'shipped'], because: 'a rule is law and words; it meets its SQL by name only' },
  store: { may: ['model', 'queries'], because: 'the one door to DuckDB does not know what it is used for' },
  workspace: { may: ['model', 'store'], because: 'a workspace is files, settings, key and trail' },
  formats: { may: ['model'], because: 'a format turns a file into rows, and knows neither store nor rules' },
  ingest: { may: ['model', 'shipped', 'formats', 'store'], because: 'reading a log knows no rules' },
  audit: {
    may: ['model', 'shipped', 'queries', 'rules', 'store'],
    because: 'an audit finds; how it is said is not its concern',
  },
  review: {
    may: ['model', 'queries', 'store', 'audit', 'rules'],
    because: 'it says what a review is, and who may judge what; how it is kept and told is not its concern',
  },
  quality: {
    may: ['model', 'queries', 'rules', 'store', 'audit'],
    because: 'it looks at the log as a whole, and takes from the audit only its calendar',
  },
  evaluation: {
    may: ['model', 'queries', 'store', 'audit', 'rules'],
    because: 'it asks as an audit does, and compares; what it prints is not its concern',
  },
  nightly: {
    may: ['model', 'queries', 'store', 'audit', 'review', 'rules'],
    because: 'it says what is to be asked again and what has changed; asking and reviewing are done elsewhere',
  },
  training: {
    may: ['model', 'queries', 'store', 'audit', 'rules'],
    because: 'it makes logs that nobody left; where they are written is not its concern',
  },
  reports: { may: ['model', 'language', 'rules'], because: 'a report is a pure function of what was found' },
  page: { may: ['model', 'language'], because: 'it runs in a reviewer’s browser, and takes along only types' },
  commands: {
    may: [
      'model',
      'shipped',
      'language',
      'queries',
      'rules',
      'store',
      'workspace',
      'formats',
      'ingest',
      'audit',
      'review',
      'quality',
      'evaluation',
      'training',
      'nightly',
      'reports',
    ],
    because: 'commands open, call, print and return',
  },
  'cli.ts': { may: ['commands', 'model'], because: 'the front door only opens' },
}

/** Packages and modules that only some rooms may touch. */
const reserved: readonly { what: RegExp; rooms: readonly string[]; because: string }[] = [
  { what: /^@duckdb\//, rooms: ['store'], because: 'the store is the only door to DuckDB' },
  {
    what: /^node:fs/,
    rooms: ['shipped', 'rules', 'workspace', 'formats', 'ingest', 'commands'],
    because: 'only these rooms touch the disk',
  },
  { what: /^commander$/, rooms: ['commands'], because: 'only commands read the command line' },
  { what: /^node:(net|http|https|http2|dgram|dns|tls)/, rooms: [], because: 'the data stays here: no network, ever' },
]

interface Import {
  readonly file: string
  readonly target: string
  /** Only a type is taken, which is not there when the code runs. */
  readonly typeOnly?: boolean
}

export function faultsOf(imports: readonly Import[]): string[] {
  return imports.flatMap(({ file, target, typeOnly }) => {
    const room = file.split('/')[0]!
    const wall = arrows[room]
    if (!wall) return [`${file}: ${room} is no room`]
    const forbidden = reserved.find(({ what, rooms }) => what.test(target) && !rooms.includes(room))
    if (forbidden) return [`${file} imports ${target}: ${forbidden.because}`]
    if (!target.startsWith('.')) return []
    const other = join(file, '..', target).split('/')[0]!
    if (other === room || (wall.may.includes(other) && (room !== 'page' || typeOnly))) return []
    return [`${file} imports ${other}: ${wall.because}`]
  })
}

function importsOf(folder: string): Import[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  return files.flatMap((name) => {
    const text = readFileSync(join(folder, name), 'utf8')
    const found = text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s*'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g,
    )
    return [...found].map((match) => ({
      file: relative(folder, join(folder, name)),
      target: match[1] ?? match[2] ?? match[3]!,
      typeOnly: /^\s*(?:import|export) type\b/.test(match[0]),
    }))
  })
}

describe('the arrows between the rooms', () => {
  const imports = importsOf(join(root, 'src'))

  it('reads the whole house', () => {
    expect(new Set(imports.map(({ file }) => file)).size).toBeGreaterThan(60)
    expect(new Set(imports.map(({ file }) => file.split('/')[0]))).toEqual(new Set(Object.keys(arrows)))
  })

  it('hold', () => {
    expect(faultsOf(imports)).toEqual([])
  })

  it.each([
    ['rules/own-record.ts', '../store/store.ts'],
    ['reports/csv.ts', 'node:fs'],
    ['audit/mask.ts', '@duckdb/node-api'],
    ['model/finding.ts', '../rules/index.ts'],
    ['ingest/profile.ts', '../rules/rule.ts'],
    ['store/store.ts', 'node:https'],
    ['helpers/thing.ts', './other.ts'],
    ['page/open.ts', '../reports/plain-text.ts'],
    ['page/open.ts', '../model/review.ts'],
  ])('stop a planted import: %s of %s', (file, target) => {
    expect(faultsOf([{ file, target }])).toHaveLength(1)
  })
})
