import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AuditDocument } from '../../src/model/audit-document.ts'
import { persons, world } from '../audit/world.ts'
import { run } from '../harness/program.ts'

const [patient, other] = persons(2)
const event = { user_id: 'NURSE-1', care_unit_id: 'unit-1', activity: 'read' }
const one = { rule: 'no-care-relation', user_id: 'NURSE-1', reason: 'The quality round of the spring', owner: 'HEAD-1' }
// The tests run on 1 June 2026.
const inAYear = '2027-03-01'

async function audited(suppressions: unknown, who: { user_id?: string; care_unit_id?: string } = {}) {
  const folder = await world(
    {
      access: [
        { ...event, ...who, patient_id: patient, occurred_at: '2026-03-10T10:00:00' },
        { ...event, patient_id: other, occurred_at: '2026-03-10T10:05:00', user_id: 'NURSE-2' },
      ],
      care_contact: [
        {
          contact_id: 'K',
          patient_id: persons(3)[2],
          care_unit_id: 'unit-1',
          kind: 'visit',
          start_time: '2026-03-10 09:00',
        },
      ],
    },
    { covers: '2026-01-01..2026-06-30' },
  )
  writeFileSync(join(folder, 'suppressions.yaml'), JSON.stringify(suppressions))
  return await run(['-w', folder, '--format', 'json', 'audit', '--rule', 'no-care-relation'])
}

describe('a suppression', () => {
  it('hides no finding, but opens no case for it', async () => {
    const { out, code } = await audited({ suppressions: [{ ...one, expires: inAYear }] })
    expect(code).toBe(0)
    const { findings } = AuditDocument.parse(JSON.parse(out))
    expect(findings.map(({ user_id, suppressed }) => [user_id, suppressed])).toEqual([
      ['NURSE-1', true],
      ['NURSE-2', false],
    ])
  })

  it('knows its people and units however they are written', async () => {
    const { user_id: _, ...rest } = one
    const abouts = [
      { user_id: 'se1-nurse' },
      { patient_id: `${patient!.slice(0, 8)}-${patient!.slice(8)}` },
      { care_unit_id: ' SE1-unit ' },
    ]
    for (const about of abouts) {
      const { out } = await audited(
        { suppressions: [{ ...rest, ...about, expires: inAYear }] },
        { user_id: 'SE1-NURSE', care_unit_id: 'SE1-UNIT' },
      )
      const { findings } = AuditDocument.parse(JSON.parse(out))
      expect(findings.map(({ suppressed }) => suppressed)).toEqual([true, false])
    }
  })

  it('that has expired hides nothing', async () => {
    const { out } = await audited({ suppressions: [{ ...one, expires: '2026-01-01' }] })
    expect(AuditDocument.parse(JSON.parse(out)).findings.some(({ suppressed }) => suppressed)).toBe(false)
  })

  it.each([
    ['of a rule that protects the patient', { ...one, rule: 'own-record' }, 'may never be suppressed'],
    ['of everyone', { ...one, user_id: undefined }, 'names neither user, patient nor unit'],
    ['without a reason', { ...one, reason: 'ok' }, 'says too little'],
    ['by the user concerned', { ...one, owner: 'nurse-1' }, 'is owned by the user concerned'],
    ['for ever', { ...one, expires: '2099-01-01' }, '12 months'],
    ['with a word that it does not have', { ...one, until: '2026-01-01' }, 'until'],
  ])('%s is refused', async (_, given, word) => {
    const { code, err } = await audited({ suppressions: [{ expires: inAYear, ...given }] })
    expect([code, err]).toEqual([78, expect.stringContaining(word) as string])
  })
})
