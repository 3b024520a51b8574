import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { practiceWords } from '../../src/language/practice/index.ts'
import type { Answers } from '../../src/model/answers.ts'
import { AuditDocument } from '../../src/model/audit-document.ts'
import { GradeDocument } from '../../src/model/grade-document.ts'
import { Packet } from '../../src/model/packet.ts'
import { run, scratchFolder } from '../harness/program.ts'

it('a newcomer makes an exercise, reviews it with the ordinary commands, and has it marked', async () => {
  const folder = join(scratchFolder(), 'ovning')
  const at = (name: string): string => join(folder, name)
  const key = join(scratchFolder(), 'facit.json')
  const done = async (...words: string[]) => {
    const ran = await run(words)
    expect(ran.code, `${words.join(' ')}\n${ran.err}`).toBe(0)
    return ran
  }
  const made = await done(
    '--lang',
    'sv',
    'train',
    'new',
    folder,
    '--scenario',
    'ex-partner',
    '--seed',
    '7',
    '--key',
    key,
  )
  const { workspace, file } = practiceWords('sv')
  expect(made.err).toContain('frö 7')
  expect(readdirSync(folder).sort()).toEqual([file, 'invanare', workspace, 'logg', 'register'])
  expect(statSync(key).mode & 0o777).toBe(0o600)
  expect(readFileSync(at(file), 'utf8')).toContain('audit --month 2026-03')
  const loggkoll = (...words: string[]) => done('-w', at(workspace), '--lang', 'sv', ...words)
  await loggkoll('-q', 'ingest', at('register'))
  await loggkoll('-q', 'ingest', at('logg'), '--profile', 'cosmic-draft')
  await loggkoll('-q', 'ingest', at('invanare'), '--profile', '1177-journalen')
  const audit = await loggkoll('-q', '--format', 'json', 'audit', '--month', '2026-03')
  const { lookups, explained } = AuditDocument.parse(JSON.parse(audit.out)).run
  expect(explained / lookups).toBeGreaterThan(0.9)
  expect(explained / lookups).toBeLessThan(0.995)
  await loggkoll('-q', 'review', 'plan', '--month', '2026-03')
  const reviewers: { care_unit_id: string; role: string }[] = parse(readFileSync(at('register/reviewer.csv')), {
    columns: true,
  })
  const unit = reviewers.find(({ role }) => role === 'reviewer')!.care_unit_id
  await loggkoll('-q', '-o', at('packet.json'), 'review', 'export', '--unit', unit)
  const packet = Packet.parse(JSON.parse(readFileSync(at('packet.json'), 'utf8')))
  expect(packet.cases.length).toBeGreaterThan(0)

  // Nothing of the exercise tells what was planted.
  const told = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && /\.(?:md|csv|json|yaml|ndjson)$/.test(one.name))
    .map((one) => readFileSync(join(one.parentPath, one.name), 'utf8'))
  expect(told.filter((text) => /"truth"|unjustified-|training-key/.test(text))).toEqual([])

  writeFileSync(
    at('svar.json'),
    JSON.stringify({
      schema: 'loggkoll/answers/1',
      packet_id: packet.packet_id,
      control_id: packet.control_id,
      not_party: true,
      saved_at: '2026-06-01T09:00:00Z',
      minutes: 24,
      answers: packet.cases.map(({ case_id, questions }) => {
        // Who reads the card asks where kin are concerned, and closes the rest.
        const asks = questions.some(({ rule }) => rule === 'own-family' || rule === 'repeated-lookup')
        return {
          case_id,
          verdict: asks ? 'ask' : 'explained',
          explanation: asks ? null : 'care',
          comment: '',
          due: null,
          employee_answer: null,
          not_asked_reason: null,
        }
      }),
    } satisfies Answers),
  )
  await loggkoll('review', 'import', at('svar.json'))
  const marked = await loggkoll('--format', 'json', 'train', 'grade', '--key', key)
  const { trainees, not_handed, planted } = GradeDocument.parse(JSON.parse(marked.out))
  expect(trainees).toHaveLength(1)
  expect(planted.unjustified.part).toBeGreaterThan(0)
  expect(trainees[0]).toMatchObject({ passed: true, steps: { wrong: 0, open: 0 } })
  expect(trainees[0]!.sensitivity.part).toBe(trainees[0]!.sensitivity.whole)
  expect(not_handed.every(({ story }) => story !== '')).toBe(true)
  const text = (await loggkoll('train', 'grade', at('svar.json'), '--key', key)).out
  expect(text).toContain('är godkänd.')
})
