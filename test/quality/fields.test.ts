import { describe, expect, it } from 'vitest'
import { assess, checkOf, figureOf, patients, remarkOf, row, rowsOfDay, unit } from './log.ts'

/** A log of so many rows of which some lack a field; the source tells the cases of one test apart. */
function lacking(field: string, missing: number, amount: number, source = 'journal') {
  return rowsOfDay('2026-03-02', amount, { source_system: source }).map((one, place) =>
    place < missing ? { ...one, [field]: '' } : one,
  )
}

describe('the five mandatory fields', () => {
  const steps: [number, string][] = [
    [0, 'fit'],
    [1, 'low'],
    [6, 'low'],
    [7, 'medium'],
    [34, 'medium'],
    [35, 'high'],
    [349, 'high'],
    [350, 'critical'],
  ]

  it('weigh more the more rows lack one', async () => {
    const document = await assess(steps.flatMap(([missing]) => lacking('care_unit_id', missing, 700, `s${missing}`)))
    const about = (missing: number) => ({ subject: 'care_unit_id', source: `s${missing}` })
    const found = steps.map(([missing]) => [
      missing,
      remarkOf(document, 'mandatory-fields', 'field_missing', about(missing))?.severity ?? 'fit',
    ])
    expect(found).toEqual(steps)
    expect(remarkOf(document, 'mandatory-fields', 'field_missing', about(7))).toMatchObject({
      part: 7,
      whole: 700,
      places: [{ from: '2026-03-02', part: 7, whole: 700 }],
    })
    expect(figureOf(document, 'mandatory-fields', 'filled', about(7))).toMatchObject({ part: 693, whole: 700 })
    expect(document).toMatchObject({ answer: 'remark', severity: 'critical' })
  })

  it('of a log of few rows are never worse than medium, and name the units where most is missing', async () => {
    const other = { care_unit_id: 'SE5560000000-U200' }
    const document = await assess([
      ...lacking('patient_id', 3, 20),
      ...lacking('patient_id', 9, 20).map((one) => ({ ...one, ...other, record_id: `${one['record_id']}-o` })),
    ])
    const remark = remarkOf(document, 'mandatory-fields', 'field_missing')
    expect(remark).toMatchObject({ severity: 'medium', subject: 'patient_id' })
    expect(remark?.places.map(({ care_unit_id, part }) => [care_unit_id, part])).toEqual([
      ['SE5560000000-U200', 9],
      [unit, 3],
    ])
  })

  it('ask no patient of whoever logs in, and no unit of citizens and systems', async () => {
    const document = await assess([
      row({ activity: 'login', patient_id: '' }),
      row({ activity: 'logout', patient_id: '' }),
      row({ actor_kind: 'citizen', user_id: patients[1]!, care_unit_id: '' }),
      row({ actor_kind: 'system', user_id: '', care_unit_id: '' }),
    ])
    expect(checkOf(document, 'mandatory-fields')).toMatchObject({ answer: 'fit', remarks: [] })
    const whole = (subject: string) => figureOf(document, 'mandatory-fields', 'filled', { subject })?.whole
    expect([whole('patient_id'), whole('user_id'), whole('care_unit_id')]).toEqual([2, 3, 2])
  })

  it('count rows without a time with the files of the period', async () => {
    const log = lacking('occurred_at', 2, 60)
    const inside = await assess(log, { period: { from: '2026-03-01', to: '2026-04-01' } })
    expect(inside).toMatchObject({ events: 60, untimed: 2 })
    expect(remarkOf(inside, 'mandatory-fields', 'field_missing')).toMatchObject({
      subject: 'occurred_at',
      part: 2,
      whole: 60,
    })
    const outside = await assess(log, { period: { from: '2026-04-01', to: '2026-05-01' } })
    expect(outside.events).toBe(0)
  })

  it('take an unknown activity for unknown and an absent one for missing', async () => {
    const document = await assess([
      ...rowsOfDay('2026-03-02', 60),
      row({ activity: '', record_id: 'a' }),
      row({ activity: 'hoppa', record_id: 'b' }),
    ])
    expect(remarkOf(document, 'mandatory-fields', 'field_missing')?.part).toBe(1)
    expect(remarkOf(document, 'codes', 'unknown_codes')).toMatchObject({
      subject: 'activity',
      part: 1,
      severity: 'medium',
      facts: { words: 1 },
    })
    expect(JSON.stringify(document)).not.toContain('hoppa')
  })
})

describe('useful fields', () => {
  it('are said to be absent below one row in a hundred, and only then', async () => {
    const log = rowsOfDay('2026-03-02', 200).map((one, place) => ({
      ...one,
      workstation: place < 1 ? 'PC1' : '',
      purpose: place < 2 ? 'care' : '',
      session_id: '',
    }))
    const document = await assess(log)
    const absent = (subject: string) => remarkOf(document, 'useful-fields', 'field_absent', { subject })?.severity
    expect([absent('workstation'), absent('purpose'), absent('session_id')]).toEqual(['low', undefined, 'info'])
    expect(figureOf(document, 'useful-fields', 'filled', { subject: 'purpose' })).toMatchObject({ part: 2, whole: 200 })
  })
})
