import type { Packet, PacketCase, PacketRow } from '../../src/model/packet.ts'

export const passphrase = 'hösten-tåget-grå-9-lönn'

/** Fixed bytes in place of chance, so that two seals can be compared. */
export const chance = { salt: new Uint8Array(16).fill(7), iv: new Uint8Array(12).fill(9) }

function row(when: string, given: Partial<PacketRow> = {}): PacketRow {
  return {
    when,
    who: '',
    whose: '',
    unit: 'Vårdcentralen Eken',
    activities: 'läst',
    relation: 'Ingen vårdrelation hittad i inlästa uppgifter',
    explained: false,
    ...given,
  }
}

function packetCase(place: number, given: Partial<PacketCase>): PacketCase {
  return {
    case_id: `C-${String(place).padStart(12, '0')}`,
    source: 'rules',
    place,
    priority: 3,
    who: 'Karin Lindqvist',
    title: 'sjuksköterska',
    whose: 'Tolvan Tolvansson, 19121212-1212',
    masked: false,
    units: 'Vårdcentralen Eken',
    first: '4 mars 2026 kl. 21:14',
    last: '21:39',
    days: 1,
    lookups: 1,
    events: 7,
    activities: 'läst, sökt',
    relation: ['Ingen vårdrelation hittad i inlästa uppgifter.'],
    questions: [
      {
        rule: 'no-care-relation',
        title: 'Öppnades en journal utan att någon vårdrelation syns?',
        sentences: ['Ingen vårdkontakt, bokning, remiss eller annan grund hittades för öppningen.'],
        ask: 'Vad var skälet till att journalen öppnades den kvällen?',
        explanations: ['Kollegan svarade i telefon åt enheten.', 'Patienten kom oanmäld och registrerades senare.'],
      },
    ],
    against: ['Användaren hade ett pass på enheten den kvällen.'],
    minutes: 3,
    rows: [row('4 mars 2026 kl. 21:14–21:39')],
    more_rows: 0,
    ...given,
  }
}

const hostile = '<img src=x onerror="document.title=1"> </script><script>boom()</script>'

/** Four cases: a plain one, one whose data try to escape, a protected person, and a drawn day. */
export const packet: Packet = {
  schema: 'loggkoll/packet/1',
  packet_id: 'P-4f19c2a7b0de',
  control_id: 'K-2026-03-EKEN',
  language: 'sv',
  prepared: '1 juni 2026 kl. 10:00',
  prepared_on: '2026-06-01',
  unit: 'Vårdcentralen Eken',
  care_unit_id: 'SEPROV0001-EKEN',
  reviewer: 'Maria Ek, verksamhetschef',
  period: '1–31 mars 2026',
  kind: 'Återkommande kontroll',
  reason: null,
  case_number: 'VEK 2026/118',
  archive: '5 år',
  minutes: 14,
  notices: ['Uppgifter om bokningar saknas för 12–14 mars. Öppningar de dagarna kan ha en bokning som inte syns här.'],
  outside: 3,
  elsewhere: 1,
  trail_head: '9d0f'.repeat(16),
  cases: [
    packetCase(1, { priority: 1 }),
    packetCase(2, {
      priority: 2,
      who: `=HYPERLINK("http://x","y") ${hostile}`,
      title: '+undersköterska',
      whose: 'Örjan \u202eneslO <b>Nisse</b>, 20170101-2393',
      activities: `läst, utskrivet ${hostile}`,
      relation: [`@SUM(1) ${hostile}`, 'Vårdkontakt vid enheten för mer än ett år sedan.'],
      days: 2,
      lookups: 2,
      first: '9 mars 2026 kl. 08:02',
      last: '11 mars 2026 kl. 17:40',
      rows: [
        row('9 mars 2026 kl. 08:02–08:10', {}),
        row('11 mars 2026 kl. 17:36–17:40', { activities: hostile, unit: 'Jourmottagningen Eken' }),
      ],
      against: [],
    }),
    packetCase(3, {
      whose: 'skyddad-7f3a09c1d2e4 (skyddade personuppgifter)',
      masked: true,
      more_rows: 4,
      questions: [
        {
          rule: 'protected-identity',
          title: 'Öppnades journalen för en person med skyddade personuppgifter?',
          sentences: ['Alla öppningar av dessa journaler granskas.'],
          ask: 'Vilken uppgift hade medarbetaren hos patienten?',
          explanations: [],
        },
      ],
    }),
    packetCase(4, {
      case_id: 'S-0a1b2c3d4e5f',
      source: 'draw',
      priority: null,
      who: 'Per Bo Åkesson',
      title: 'läkare',
      whose: 'Journaler för flera patienter',
      first: '17 mars 2026 kl. 08:05',
      last: '15:52',
      lookups: 16,
      events: 81,
      relation: ['14 av 16 uppslag förklaras av vård eller uppdrag.'],
      questions: [],
      against: [],
      rows: Array.from({ length: 16 }, (_, place) =>
        row(`17 mars 2026 kl. ${String(8 + Math.floor(place / 2)).padStart(2, '0')}:${place % 2 === 0 ? '05' : '40'}`, {
          whose: place % 3 === 0 ? 'Tolvan Tolvansson, 19121212-1212' : 'Lilly Testdotter, 19900101-2384',
          explained: place !== 5 && place !== 11,
          relation:
            place === 5 || place === 11
              ? 'Ingen vårdrelation hittad i inlästa uppgifter'
              : 'Patienten hade ett besök hos användaren',
        }),
      ),
    }),
  ],
}

/** The same packet for a reader of English, in which the made-up data stay as they are. */
export const english: Packet = { ...packet, language: 'en' }

/** A packet of so many rows, a number to each case. */
export function largePacket(cases: number, rows: number): Packet {
  return {
    ...packet,
    packet_id: `P-large-${cases}`,
    notices: [],
    cases: Array.from({ length: cases }, (_, place) =>
      packetCase(place + 1, {
        rows: Array.from({ length: rows }, (_, one) =>
          row(`${(one % 28) + 1} mars 2026 kl. 10:${String(one % 60).padStart(2, '0')}`, {
            whose: 'Tolvan Tolvansson, 19121212-1212',
          }),
        ),
        lookups: rows,
      }),
    ),
  }
}
