import { expect, it } from 'vitest'
import { appendToJournal, readJournal } from '../../../src/workspace/journal.ts'
import { openWorkspace } from '../../../src/workspace/workspace.ts'
import { writer } from '../../workspace/journal-entries.ts'
import { clinic, draw, twoUnits, ward } from './world.ts'

const users = ['--method', 'users', '--size', '2', '--seed', '1']

it('nothing is drawn into what is signed; what was drawn before is still shown, and other units are drawn from', async () => {
  const folder = await twoUnits()
  const { journal, keyring } = openWorkspace(folder)
  expect(await draw(folder, [...users, '--unit', ward])).toMatchObject({ code: 0 })
  const [{ body }] = readJournal(journal) as [ReturnType<typeof readJournal>[number]]
  const { control_id } = body
  const reviewer = 'SE5560000000-R1'
  const part = { control_id, care_unit_id: ward, reviewer }
  const handed = {
    packet_id: 'P-1',
    role: 'reviewer' as const,
    run_id: 'R-1',
    rules: {},
    minutes: 0,
    cases: [],
    outside: 0,
  }
  appendToJournal(journal, keyring, writer, () => [{ entry: 'handed_out', ...part, ...handed }])
  appendToJournal(journal, keyring, writer, () => [
    { entry: 'signed', ...part, outcome: 'no_remark', cases: 0, note: '' },
  ])
  const before = readJournal(journal).length

  for (const words of [
    [...users, '--unit', ward, '--seed', '2'],
    [...users, '--unit', ward, '--seed', '2', '--dry-run'],
    [...users, '--by-unit', '--seed', '2'],
    users,
    ['--method', 'rotation'],
  ]) {
    const { code, out, err } = await draw(folder, words)
    expect({ words, code, out, err }).toMatchObject({ words, code: 77, out: '' })
    expect(err).toContain(`${ward} is signed`)
    expect(err).toContain('--unit')
  }
  expect(readJournal(journal)).toHaveLength(before)

  const known = await draw(folder, [...users, '--unit', ward])
  expect(known).toMatchObject({ code: 0 })
  expect(known.out).toContain('gjort tidigare')
  expect(await draw(folder, [...users, '--unit', clinic])).toMatchObject({ code: 0 })
})
