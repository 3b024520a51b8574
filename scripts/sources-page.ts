import { existsSync, readdirSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { standardFormats } from '../src/formats/index.ts'
import { loadProfiles, type Profile } from '../src/ingest/profile.ts'

const statusWords = { draft: 'draft', verified: 'verified against a published layout' } as const

/** What a standard format is for a reader who looks for a system. */
const servedByStandard: Readonly<
  Record<string, { readonly system: string; readonly export: string; readonly limits: string }>
> = {
  'riv-auditing-log': {
    system: 'NPÖ, Pascal, Webcert and all that send to the national log (Säkerhetstjänster)',
    export:
      'The answers of the services GetLogs and GetLogsByOrder (the file of an order comes as a ZIP, can be fetched once and ' +
      'is kept for 24 hours), and what a system sends by StoreLog. Whether the XML of a log report in the web interface ' +
      'of Säkerhetstjänster has the same form we have not seen.',
    limits:
      'At most 10,000 rows an answer, and 18 months back. Local time without zone: an hour of October stands twice. A row ' +
      'may lack the patient, and purposes and activities are free words. Emergency access is an activity, with no reason.',
  },
}

/** `docs/sources.md`: each system, what its log holds, and how honestly we know it. */
export function sourcesPage(root: string): string {
  const profiles = loadProfiles(undefined)
    .filter(({ profile }) => profile !== 'canonical')
    .sort((a, b) => (a.system ?? a.profile).localeCompare(b.system ?? b.profile, 'sv'))
  const logs = profiles.filter(({ kind }) => kind === 'access')
  const reference = profiles.filter(({ kind }) => kind !== 'access')
  const sampleOf = samples(join(root, 'samples', 'sources'))
  return [
    ...introduction,
    '## Logs',
    '',
    '| system | what is in it | profile | status | sample |',
    '|---|---|---|---|---|',
    ...logs.map((profile) => row(profile, sampleOf)),
    '',
    '## Logs by a standard',
    '',
    'These need no profile: the tool reads them by the specification, and recognises them by what they hold.',
    '',
    '| system | what is in it | format | status | sample |',
    '|---|---|---|---|---|',
    ...standardFormats.flatMap(({ id, description }) => {
      const served = servedByStandard[id]
      const cells = [served?.system, description, `[\`${id}\`](#${id})`, statusWords.verified, sampleOf(id)]
      return served ? [`| ${cells.join(' | ')} |`] : []
    }),
    '',
    '## Reference data',
    '',
    '| system | what is in it | profile, table | status | sample |',
    '|---|---|---|---|---|',
    ...reference.map((profile) => row(profile, sampleOf)),
    '',
    '## Each of them',
    '',
    ...[...logs, ...reference].flatMap((profile) => section(profile)),
    ...standardFormats.flatMap(({ id, based_on }) => {
      const served = servedByStandard[id]
      if (!served) return []
      return about(id, served.system, statusWords.verified, { based_on, ...served }, [])
    }),
  ].join('\n')
}

const introduction = [
  '# Sources',
  '',
  'The systems whose files the tool has a profile for, and what is known of each. Made from `src/ingest/profiles`.',
  '',
  '**Read the status.** *Draft* means that nobody has held the profile against a real export: the vendor has not published',
  'the layout, or has published what the log holds and not the form of a file. Its headers are then our guess, and a real',
  'file will look different. Try it with `loggkoll profile check FILE`, copy the profile into the workspace’s `profiles/`',
  'under a name of its own, and mend it ([profiles.md](profiles.md)). *Verified against a published layout* is said only of',
  'what is read by a published specification.',
  '',
  'Where no page or contract is named as what a profile rests on, what the log holds and how one gets it is said from what',
  'the system is for: ask its administrator.',
  '',
  'The samples are small and made up, in the form that the profile expects, about the people of the',
  '[made-up week](../samples/ward-week/README.md).',
  '',
]

function samples(folder: string): (id: string) => string {
  const files = existsSync(folder) ? readdirSync(folder) : []
  return (id) => {
    const file = files.find((name) => basename(name, extname(name)) === id)
    return file === undefined ? 'none' : `[${file}](../samples/sources/${file})`
  }
}

function row(profile: Profile, sampleOf: (id: string) => string): string {
  const { profile: id, kind, system = id, logs = '', status } = profile
  const link = `[\`${id}\`](#${id})`
  const cells = [system, logs, kind === 'access' ? link : `${link}, \`${kind}\``, statusWords[status], sampleOf(id)]
  return `| ${cells.join(' | ')} |`
}

function section(profile: Profile): string[] {
  const { profile: id, system = id, status, lacks, source_system } = profile
  const facts = [
    ...(lacks.length > 0 ? [`- Never in it: ${lacks.map((field) => `\`${field}\``).join(', ')}.`] : []),
    ...(source_system === undefined ? [] : [`- Name of the source: \`${source_system}\`.`]),
  ]
  return about(id, system, statusWords[status], profile, facts)
}

interface Told {
  readonly based_on: string
  readonly export?: string | undefined
  readonly limits?: string | undefined
}

function about(id: string, system: string, status: string, told: Told, facts: readonly string[]): string[] {
  return [
    `### ${id}`,
    '',
    `${system}. Status: **${status}**.`,
    '',
    `- How one gets the file: ${told.export ?? 'not known.'}`,
    `- What it rests on: ${told.based_on}`,
    `- What it lacks, and what cannot be answered: ${told.limits ?? 'not known.'}`,
    ...facts,
    '',
  ]
}
