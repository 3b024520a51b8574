import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { readJournal } from '../../src/workspace/journal.ts'
import { root } from '../harness/paths.ts'
import { run } from './program.ts'

/** What every case starts from: a workspace in which each command has something to do, and files made from it. */
export interface Base {
  readonly workspace: string
  readonly backup: Buffer
  readonly sealed: Buffer
  /** The file that opens what is sealed. */
  readonly identity: string
  /** What reviewers send back: as JSON, as a workbook. */
  readonly answers: readonly Buffer[]
  /** Where what is sealed lies. */
  readonly sealedFile: string
}

/** Makes it in an empty folder. */
export async function makeBase(folder: string): Promise<void> {
  const workspace = join(folder, 'base')
  const kept = join(root, 'test/store/kept/files')
  const week = ['--from', '2026-04-27', '--to', '2026-05-04']
  const at = (name: string): string => join(folder, name)
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  writeFileSync(at('identity.txt'), `${identity}\n`)
  await must('init', workspace, '--seed', 'fuzz')
  await must('-w', workspace, '-q', 'ingest', ...readdirSync(kept).map((name) => join(kept, name)))
  await must('-w', workspace, '-q', 'audit', ...week)
  await must('-w', workspace, 'rules', 'new', 'late-printing')
  await must('-w', workspace, 'review', 'plan', ...week)
  await must('-w', workspace, '-o', at('packet.xlsx'), 'review', 'export', '--central')
  const journal = readJournal(join(workspace, 'review.ndjson'))
  const handed = journal.flatMap(({ body }) => (body.entry === 'handed_out' ? [body] : []))[0]
  if (handed === undefined) throw new Error('nothing was handed out')
  const answer = { verdict: 'explained', explanation: 'care', comment: 'en kommentar', due: null }
  const answers = {
    schema: 'loggkoll/answers/1',
    packet_id: handed.packet_id,
    control_id: handed.control_id,
    not_party: true,
    saved_at: '2026-06-01T08:00:00Z',
    minutes: 12,
    answers: handed.cases.map(({ case_id }) => ({ case_id, ...answer, employee_answer: null, not_asked_reason: null })),
  }
  await must('-w', workspace, '-o', at('copy.tar'), 'backup')
  await must('-w', workspace, '--seal', recipient, '-o', at('copy.tar'), 'backup')
  // What is commented out shows every setting.
  const settings = readFileSync(join(workspace, 'loggkoll.yaml'), 'utf8')
  writeFileSync(join(workspace, 'loggkoll.yaml'), settings.replaceAll(/^# (?!loggkoll:)(\w+:|  )/gm, '$1'))
  writeFileSync(at('answers.json'), JSON.stringify(answers))
  const profile = readFileSync(join(root, 'src/ingest/profiles/takecare.yaml'), 'utf8')
  writeFileSync(join(workspace, 'profiles/own.yaml'), profile.replace('profile: takecare', 'profile: own'))
  writeFileSync(
    join(workspace, 'suppressions.yaml'),
    'suppressions:\n  - rule: off-hours\n    care_unit_id: E1\n    reason: nattarbete enligt schema\n    owner: S1\n    expires: 2026-12-31\n',
  )
}

/** Reads what was made in a folder. */
export function readBase(folder: string): Base {
  const at = (name: string): string => join(folder, name)
  return {
    workspace: at('base'),
    backup: readFileSync(at('copy.tar')),
    sealed: readFileSync(at('copy.tar.age')),
    sealedFile: at('copy.tar.age'),
    identity: at('identity.txt'),
    answers: [readFileSync(at('answers.json')), readFileSync(at('packet.xlsx'))],
  }
}

async function must(...words: string[]): Promise<void> {
  const { code, err } = await run(words)
  if (code !== 0) throw new Error(`${words.join(' ')}: ${code} ${err}`)
}
