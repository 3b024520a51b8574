import { persons, type Rows, world } from '../../audit/world.ts'
import { run } from '../../harness/program.ts'

export const ward = 'SE5560000000-U100'
export const clinic = 'SE5560000000-U200'
export const user = (place: number): string => `SE5560000000-S${String(place).padStart(3, '0')}`
export const head = user(1)
export const robot = 'SE5560000000-R001'
export const protectedUser = user(20)
export const patients = persons(40)

const day = (place: number): string => `2026-03-${String(place + 1).padStart(2, '0')}`

/** One lookup a day for each, at their own unit, in records that go round. */
function log(): Rows {
  const rows: Record<string, string>[] = []
  // 1 to 12 at the ward, 13 to 20 at the clinic.
  for (let one = 1; one <= 20; one++) {
    for (let place = 0; place < 20; place++) {
      // Most have not opened anything on every day.
      if ((one + place) % 3 === 0) continue
      for (const more of [0, 7]) {
        rows.push({
          occurred_at: `${day(place)}T10:${String(one).padStart(2, '0')}:0${more === 0 ? 1 : 2}`,
          user_id: user(one),
          care_unit_id: one <= 12 ? ward : clinic,
          patient_id: patients[(one * 3 + place + more) % 40]!,
          activity: 'read',
        })
      }
    }
  }
  const other = { care_unit_id: ward, patient_id: patients[0]!, activity: 'read' }
  return [
    ...rows,
    { ...other, occurred_at: '2026-03-05T03:00:00', user_id: robot },
    { ...other, occurred_at: '2026-03-05T04:00:00', user_id: patients[0]!, actor_kind: 'citizen', care_unit_id: '' },
    { ...other, occurred_at: '2026-03-05T05:00:00', user_id: 'SYSTEM', actor_kind: 'system' },
    // Only a list on a screen: nobody is drawn for it.
    { ...other, occurred_at: '2026-03-05T06:00:00', user_id: user(30), incidental: 'true' },
  ]
}

/** A ward of twelve and a clinic of eight, one of them protected; a head of the ward who reviews it. */
export function twoUnits(): Promise<string> {
  return world({
    access: log(),
    staff: [
      ...Array.from({ length: 20 }, (_, place) => ({
        user_id: user(place + 1),
        given_name: `Provia${place + 1}`,
        family_name: 'Provsson',
        title: 'Sjuksköterska',
        kind: 'person',
        protection: user(place + 1) === protectedUser ? 'confidentiality_flag' : 'none',
      })),
      { user_id: robot, kind: 'robot', protection: 'none' },
    ],
    care_unit: [
      { care_unit_id: ward, name: 'Provby avdelning 1' },
      { care_unit_id: clinic, name: 'Provby mottagning' },
      { care_unit_id: 'SE5560000000-U300', name: 'Provby dagvård' },
    ],
    reviewer: [{ care_unit_id: ward, user_id: head, role: 'reviewer' }],
    absence: [{ user_id: user(12), kind: 'leave', valid_from: '2026-02-20', valid_to: '2026-04-02' }],
  })
}

export const march = ['--month', '2026-03'] as const

/** Runs `sample` for March; what it writes. */
export function draw(folder: string, words: readonly string[], before: readonly string[] = []) {
  return run(['-w', folder, ...before, 'sample', ...march, ...words])
}
