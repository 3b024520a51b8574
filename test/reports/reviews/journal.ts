import { type Explanation, HandedCase, type Noted, type ReviewEntry, type Verdict } from '../../../src/model/review.ts'
import { type Control, readControls } from '../../../src/review/controls.ts'

/** A made-up case: what asked about it, and how it was judged; null is not judged. */
export interface MadeCase {
  readonly rules: readonly string[]
  readonly verdict: Verdict | null
}

const explained: Explanation = 'care'

/** The journal of controls of one unit, one of each month, each with its cases. */
function madeJournal(months: Readonly<Record<string, readonly MadeCase[]>>): Noted[] {
  const entries: Noted[] = []
  const note = (body: ReviewEntry): void => {
    const sequence = entries.length + 1
    entries.push({ sequence, time: '2026-06-01T08:00:00.000Z', os_user: 'tester', as: 'S1', body })
  }
  for (const [month, cases] of Object.entries(months)) {
    const control_id = `K-${month}`
    const [from, to] = [`${month}-01`, `${month}-28`]
    const target = { user_id: null, patient_id: null, care_unit_id: null }
    note({
      entry: 'planned',
      control_id,
      kind: 'recurring',
      from,
      to,
      cause: null,
      reason: null,
      target,
      case_number: null,
    })
    const handed = cases.map((one, place) =>
      HandedCase.parse({
        case_id: `C-${month}-${place}`,
        source: one.rules.length > 0 ? 'rules' : 'draw',
        subject: 'user_patient',
        user_id: 'U1',
        patient_id: 'P1',
        care_unit_id: 'E1',
        lookups: [{ lookup_id: `L-${month}-${place}`, user_id: 'U1', patient_id: 'P1', grade: 'E' }],
        findings: one.rules.map((rule) => ({ finding_id: `F-${month}-${place}-${rule}`, rule, severity: 'medium' })),
      }),
    )
    note({
      entry: 'handed_out',
      control_id,
      packet_id: `P-${month}`,
      care_unit_id: 'E1',
      reviewer: 'S1',
      role: 'reviewer',
      run_id: 'R-1',
      rules: {},
      minutes: 20,
      cases: handed,
      outside: 0,
    })
    for (const [place, { verdict }] of cases.entries()) {
      if (verdict === null) continue
      const judged = {
        entry: 'decided' as const,
        control_id,
        case_id: `C-${month}-${place}`,
        packet_id: null,
        explanation: verdict === 'explained' ? explained : null,
        comment: '',
        due: null,
        employee_answer: null,
        not_asked_reason: 'skäl',
        verdict,
      }
      note({ ...judged, answer_id: `A-${month}-${place}`, reviewer: 'S1', second: false })
      if (verdict === 'unjustified') note({ ...judged, answer_id: `B-${month}-${place}`, reviewer: 'S2', second: true })
    }
  }
  return entries
}

/** The controls of such a journal. */
export function madeControls(months: Readonly<Record<string, readonly MadeCase[]>>): Control[] {
  return readControls(madeJournal(months))
}

/** So many cases alike. */
export function cases(amount: number, verdict: Verdict | null, ...rules: readonly string[]): MadeCase[] {
  return Array.from({ length: amount }, () => ({ rules, verdict }))
}

/** Half a year of controls, with rules that hit more and less often. */
export const halfYear: Readonly<Record<string, readonly MadeCase[]>> = {
  '2026-01': [
    ...cases(22, 'explained', 'no-care-relation'),
    ...cases(6, 'unjustified', 'own-family', 'no-care-relation'),
    ...cases(9, 'mistake', 'no-care-relation'),
    ...cases(2, 'undecidable', 'crowd'),
    ...cases(8, 'explained'),
  ],
  '2026-02': [
    ...cases(31, 'explained', 'no-care-relation'),
    ...cases(7, 'not_person', 'no-care-relation'),
    ...cases(3, 'unjustified', 'own-family'),
    ...cases(5, 'mistake', 'no-care-relation'),
    ...cases(12, 'explained', 'protected-identity'),
  ],
  '2026-03': [
    ...cases(18, 'explained', 'no-care-relation'),
    ...cases(1, 'unjustified', 'own-record'),
    ...cases(14, 'explained', 'protected-identity'),
    ...cases(9, 'explained', 'own-family'),
    ...cases(11, null, 'no-care-relation'),
  ],
}
