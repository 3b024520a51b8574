import { gradeSentence } from '../../language/report/index.ts'
import { activityWords } from '../../language/review/activities.ts'
import { reviewWords } from '../../language/review/index.ts'
import type { CaseFile } from '../../model/audit-document.ts'
import type { Evidence, Finding } from '../../model/finding.ts'
import type { Packet, PacketCase, PacketRow } from '../../model/packet.ts'
import { minutesToRead } from '../../model/reading-time.ts'
import { priorityOf } from '../../model/severity.ts'
import { clockSpan, clockText, dayText } from '../moments.ts'
import { isMasked, patientLabel, unitName, userLabel } from '../naming.ts'
import type { Reading } from '../reading.ts'
import { ruleWords, sentenceOf } from '../rule-words.ts'

/** A lookup as a packet tells of it; already masked. */
export interface PacketLookup {
  readonly user_id: string
  readonly patient_id: string | null
  readonly care_unit_id: string | null
  readonly day: string
  readonly first_time: string
  readonly last_time: string
  readonly event_count: number
  readonly activities: number
  readonly relation_grade: string | null
}

/** A case to be told: of the rules (with its file) or drawn. */
export interface PacketSubject {
  readonly case_id: string
  readonly source: 'rules' | 'draw' | 'target'
  readonly subject: CaseFile['subject'] | 'unit_day'
  readonly user_id: string | null
  readonly patient_id: string | null
  readonly file: CaseFile | undefined
  /** Findings that the reviewer is asked about; those that only hide nothing more are left out. */
  readonly findings: readonly Finding[]
  readonly rows: readonly PacketLookup[]
}

type Frame = Omit<Packet, 'schema' | 'minutes' | 'cases'>

/** No one reads more rows than these before asking; all of them are shown on a logged request. */
const mostRows = 60

/** What a reviewer gets: minimal data, in words, the cases in the order in which they are to be read. */
export function makePacket(reading: Reading, frame: Frame, subjects: readonly PacketSubject[]): Packet {
  const cases = subjects.map((subject, index) => packetCase(reading, subject, index + 1))
  return {
    schema: 'loggkoll/packet/1',
    ...frame,
    minutes: cases.reduce((sum, { minutes }) => sum + minutes, 0),
    cases,
  }
}

/** How long one case takes to read, in minutes. */
export function minutesOf({ file, rows }: Pick<PacketSubject, 'file' | 'rows'>): number {
  return file?.minutes ?? minutesToRead(rows.length)
}

/** One case in words, masked as its subject is. */
export function packetCase(reading: Reading, one: PacketSubject, place: number): PacketCase {
  const { language } = reading
  const days = [...new Set(one.rows.map(({ day }) => day))].toSorted()
  const first = one.rows[0]
  const last = one.rows.toSorted((a, b) => (a.last_time < b.last_time ? -1 : 1)).at(-1)
  const { who, title, whose } = namesOf(reading, one)
  const fromRules = one.source === 'rules'
  return {
    case_id: one.case_id,
    source: one.source,
    place,
    priority: one.file ? priorityOf(one.file.severity) : null,
    who,
    title,
    whose,
    masked: isMasked(reading, one.user_id) || isMasked(reading, one.patient_id),
    units: [...new Set(one.rows.map(({ care_unit_id }) => unitName(reading, care_unit_id)))].join(', '),
    first: first ? moment(reading, first.day, first.first_time) : '',
    last: last && first ? endMoment(reading, first, last) : '',
    days: days.length,
    lookups: one.rows.length,
    events: one.rows.reduce((sum, row) => sum + row.event_count, 0),
    activities: activityWords(
      one.rows.reduce((mask, row) => mask | row.activities, 0),
      language,
    ),
    relation: fromRules
      ? [...new Set(one.rows.map(({ relation_grade }) => gradeSentence(relation_grade, language)))]
      : [],
    questions: fromRules ? questionsOf(reading, one.findings) : [],
    against: fromRules ? againstOf(one.findings) : [],
    minutes: minutesOf(one),
    rows: one.rows.slice(0, mostRows).map((row) => packetRow(reading, one, row)),
    more_rows: Math.max(0, one.rows.length - mostRows),
  }
}

function namesOf(reading: Reading, one: PacketSubject): { who: string; title: string; whose: string } {
  const words = reviewWords(reading.language)
  const users = new Set(one.rows.map(({ user_id }) => user_id))
  const patients = new Set(one.rows.map(({ patient_id }) => patient_id))
  const [user = one.user_id] = users
  const [patient = one.patient_id] = patients
  const isOne = users.size <= 1 && one.subject !== 'unit_day' && one.subject !== 'unit'
  const known = isOne && user !== null && !isMasked(reading, user) ? reading.report.names.users.get(user) : undefined
  return {
    who: isOne ? (known?.name ?? userLabel(reading, user)) : words.severalUsers(users.size),
    title: known?.title ?? '',
    whose: patients.size <= 1 ? patientLabel(reading, patient) : words.severalPatients(patients.size),
  }
}

function moment(reading: Reading, day: string, time: string): string {
  return reading.words.at(dayText(reading, day), clockText(time))
}

/** The end of it: on the same day the clock says enough. */
function endMoment(reading: Reading, first: PacketLookup, last: PacketLookup): string {
  if (clockText(first.first_time) === clockText(last.last_time) && first.day === last.day)
    return moment(reading, first.day, first.first_time)
  return first.day === last.last_time.slice(0, 10)
    ? clockText(last.last_time)
    : moment(reading, last.last_time.slice(0, 10), last.last_time)
}

function packetRow(reading: Reading, one: PacketSubject, row: PacketLookup): PacketRow {
  const severalUsers = new Set(one.rows.map(({ user_id }) => user_id)).size > 1
  const severalPatients = new Set(one.rows.map(({ patient_id }) => patient_id)).size > 1
  return {
    when: reading.words.at(dayText(reading, row.day), clockSpan(row.first_time, row.last_time)),
    who: severalUsers ? userLabel(reading, row.user_id) : '',
    whose: severalPatients ? patientLabel(reading, row.patient_id) : '',
    unit: unitName(reading, row.care_unit_id),
    activities: activityWords(row.activities, reading.language),
    relation: gradeSentence(row.relation_grade, reading.language),
    explained: row.relation_grade !== null && !['C', 'D', 'E'].includes(row.relation_grade),
  }
}

/** The questions of a case, the gravest first, each with what it saw. */
function questionsOf(reading: Reading, findings: readonly Finding[]): PacketCase['questions'] {
  const byRule = Map.groupBy(findings, ({ rule }) => rule)
  return [...byRule]
    .toSorted(([, a], [, b]) => gravity(b) - gravity(a))
    .map(([rule, group]) => {
      const words = ruleWords(reading, rule)
      return {
        rule,
        title: words?.question ?? rule,
        sentences: [...new Set(group.map((finding) => sentenceOf(reading, finding)))],
        ask: words?.ask ?? '',
        explanations: [...(words?.explanations ?? [])],
      }
    })
}

function gravity(findings: readonly Finding[]): number {
  return Math.max(...findings.map(({ severity }) => -priorityOf(severity)))
}

/** What may explain the openings; the same thing is said once, whatever the lookup. */
function againstOf(findings: readonly Finding[]): string[] {
  const said = findings.flatMap(({ evidence }) => evidence.filter(isAgainst).map(({ text }) => text))
  return [...new Set(said)].filter((text) => text !== '')
}

function isAgainst({ direction }: Evidence): boolean {
  return direction === 'against'
}
