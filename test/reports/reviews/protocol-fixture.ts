import type {
  ProtocolCase,
  ProtocolDecision,
  ProtocolDocument,
  ProtocolPart,
} from '../../../src/model/protocol-document.ts'

const camilla = { user_id: 'SE5560000000-S021', name: 'Camilla Rosenqvist', title: 'Sjuksköterska' }
const margareta = { user_id: 'SE5560000000-S042', name: 'Margareta Zetterlöf', title: 'Kvalitetssamordnare' }

/** Texts that a person wrote to be taken for something else. */
export const hostile = '=HYPERLINK("http://x","y") <script>alert(1)</script> \u001b[31m\u202e| **x** [a](http://y)'

/** One judgement of a protocol. */
function decision(more: Partial<ProtocolDecision> = {}): ProtocolDecision {
  return {
    time: '2026-05-12T08:05:00Z',
    reviewer: camilla,
    second: false,
    verdict: 'explained',
    explanation: 'care',
    comment: '',
    due: null,
    employee_answer: null,
    not_asked_reason: null,
    ...more,
  }
}

/** One case of a protocol, closed as explained by care. */
function protocolCase(place: number, more: Partial<ProtocolCase> = {}): ProtocolCase {
  return {
    case_id: `C-${String(place).padStart(16, '0')}`,
    source: 'rules',
    subject: 'user_patient',
    who: 'Daniel Eriksson',
    title: 'Läkare',
    whose: 'Stefan Lindström (19630731-2774)',
    masked: false,
    units: 'Medicinmottagningen',
    first: '27 april 2026 kl. 08:43',
    last: '08:51',
    lookups: 1,
    events: 2,
    activities: 'läst, sökt',
    relation: ['Ingen vårdrelation hittad i inlästa uppgifter'],
    questions: [
      {
        rule: 'no-care-relation',
        version: 3,
        title: 'Öppnades en journal utan något som förklarar det?',
        sentences: ['Ingen vårdrelation hittad i inlästa uppgifter.'],
      },
    ],
    against: ['Användaren hade den dagen ett uppdrag på enheten: Vård och behandling.'],
    status: 'closed',
    verdict: 'explained',
    decisions: [decision()],
    held: null,
    ...more,
  }
}

function part(cases: readonly ProtocolCase[], more: Partial<ProtocolPart>): ProtocolPart {
  return {
    care_unit_id: 'SE5560000000-U120',
    unit: 'Medicinmottagningen',
    care_provider_id: 'SE5560000000-P1',
    care_provider: 'Region Almvik',
    stage: 'signed',
    outcome: 'no_remark',
    signed: { time: '2026-05-13T11:00:00Z', reviewer: camilla, role: 'reviewer', note: '' },
    second_reviewers: [],
    packets: [
      {
        packet_id: 'P-10d025313ca1bb84',
        handed_at: '2026-05-11T07:00:00Z',
        reviewer: camilla,
        role: 'reviewer',
        run_id: 'R-0ae866e0157654f6',
        cases: cases.length,
        minutes: 18,
        declared_at: '2026-05-12T08:00:00Z',
      },
    ],
    outside: 8,
    population: 246,
    cases: [...cases],
    follow_ups: [],
    ...more,
  }
}

/** A protocol of one unit. */
function protocol(cases: readonly ProtocolCase[], more: Partial<ProtocolPart> = {}): ProtocolDocument {
  const one = part(cases, more)
  return {
    schema: 'loggkoll/protocol/1',
    language: 'sv',
    tool: '0.1.0',
    zone: 'Europe/Stockholm',
    prepared: '2026-06-01T08:00:00Z',
    control_id: 'K-6cbd53228a66e5fc',
    kind: 'recurring',
    cause: null,
    reason: null,
    target: null,
    from: '2026-04-27',
    to: '2026-05-04',
    case_number: 'HSN-2026-1',
    archive_months: 60,
    planned: { time: '2026-05-11T06:00:00Z', by: 'SE5560000000-S042' },
    draft: one.stage !== 'signed',
    masked: 0,
    revealed_for: null,
    parts: [one],
    draws: [
      {
        draw_id: 'D-1',
        method: 'users',
        unit: 'Medicinmottagningen',
        from: '2026-04-27',
        to: '2026-05-04',
        size: '10%',
        seed: 4711,
        population: 12,
        population_sha256: 'ab'.repeat(32),
        drawn: 2,
        minutes: 6,
        left_out: [{ who: 'Camilla Rosenqvist', cause: 'reviewer' }],
        items: [
          {
            case_id: 'S-1',
            who: 'Helena Stjernfält, Läkare',
            whose: 'journaler för flera patienter',
            unit: 'Medicinmottagningen',
            day: '2026-04-28',
            lookups: 7,
            handed_out: true,
          },
        ],
      },
    ],
    runs: [
      {
        run_id: 'R-0ae866e0157654f6',
        kept: true,
        tool: '0.1.0',
        lookups: 2389,
        explained: 2279,
        rules: [
          {
            rule: 'no-care-relation',
            version: 3,
            title: 'Ingen vårdrelation',
            outcome: 'answered',
            assessed: 2389,
            flagged: 84,
            unknown: 26,
            unknown_by_cause: { no_coverage: 22, no_unit: 4 },
          },
          {
            rule: 'off-hours',
            version: 2,
            title: 'Utanför arbetstid',
            outcome: 'not_applicable',
            assessed: 0,
            flagged: 0,
            unknown: 0,
            unknown_by_cause: {},
          },
        ],
        inputs: [
          { source_system: 'cosmic', kind: 'access', file: 'logg.csv', sha256: 'cd'.repeat(32), rows: 9560 },
          { source_system: 'default', kind: 'staff', file: 'staff.csv', sha256: 'ef'.repeat(32), rows: 45 },
        ],
      },
    ],
    trail_head: '51'.repeat(32),
  }
}

/** Nothing is signed: one case is open, and of one the employee is asked. */
export const unsigned = protocol(
  [
    protocolCase(1, { status: 'open', verdict: null, decisions: [] }),
    protocolCase(2, {
      status: 'ask',
      verdict: 'ask',
      decisions: [decision({ verdict: 'ask', explanation: null, due: '2026-05-20' })],
    }),
  ],
  { stage: 'handed_out', outcome: null, signed: null },
)

/** Signed, everything explained. */
export const withoutRemark = protocol([
  protocolCase(1),
  protocolCase(2, {
    source: 'draw',
    questions: [],
    relation: [],
    against: [],
    decisions: [decision({ comment: hostile })],
  }),
])

const unjustified = { verdict: 'unjustified' as const, explanation: null }

/** Signed, with one opening that two reviewers found unjustified. */
export const withRemark = protocol(
  [
    protocolCase(1, {
      verdict: 'unjustified',
      decisions: [
        decision({ ...unjustified, employee_answer: hostile, comment: 'Ingen del i vården' }),
        decision({ ...unjustified, second: true, reviewer: margareta, not_asked_reason: 'Har redan hörts' }),
      ],
      held: { reason: 'Polisanmälan', until: null },
    }),
    protocolCase(2, { verdict: 'mistake', decisions: [decision({ verdict: 'mistake', explanation: null })] }),
  ],
  {
    outcome: 'remark',
    second_reviewers: [margareta],
    signed: {
      time: '2026-05-13T11:00:00Z',
      reviewer: camilla,
      role: 'reviewer',
      note: 'Tas upp på arbetsplatsträffen',
    },
    follow_ups: [
      {
        case_id: 'C-0000000000000001',
        aware_at: '2026-05-12T08:05:00Z',
        authority_due: '2026-05-15T08:05:00Z',
        second_due: '2026-05-13',
        confirmed: true,
        closed: false,
        steps: [
          { step: 'log_secured', day: '2026-05-12', comment: 'Kopia sparad' },
          { step: 'search_widened', day: null, comment: '' },
          { step: 'imy_notified', day: null, comment: '' },
        ],
      },
    ],
  },
)
