import { createHash } from 'node:crypto'
import { gradeSentence, reportWords } from '../../language/report/index.ts'
import { activityWords } from '../../language/review/activities.ts'
import type { Language } from '../../model/language.ts'
import type { PacketCase, PacketRow } from '../../model/packet.ts'
import { formatPersonId } from '../../model/person-id.ts'
import type { StudyCase, StudyRow, StudySource, Text } from '../../model/study.ts'
import { activities } from '../../model/vocabulary.ts'
import { ruleById } from '../../rules/index.ts'
import { dayText } from '../moments.ts'

/** The cases of a self-study in the words of a reader: a card is told as that of a packet, by the rules' own words. */
export function makeStudy(sources: readonly StudySource[], language: Language): StudyCase[] {
  return sources.map((one, index) => ({
    shown: cardOf(one, index + 1, language),
    truth: one.truth,
    best: one.best,
    right: one.right,
    why: one.why[language],
    look: one.look[language],
    teaches: one.teaches[language],
  }))
}

function cardOf(one: StudySource, place: number, language: Language): PacketCase {
  const days = new Set(one.rows.map(({ day }) => day))
  const first = one.rows[0]!
  const last = one.rows.toSorted((a, b) => (`${a.day} ${a.to}` < `${b.day} ${b.to}` ? -1 : 1)).at(-1)!
  const end = first.day === last.day ? last.to : moment(last.day, last.to, language)
  const isMoment = one.rows.length === 1 && first.from === first.to
  return {
    // The name of the case would give it away.
    case_id: `Ö-${createHash('sha256').update(one.id).digest('hex').slice(0, 6)}`,
    source: one.source,
    place,
    priority: one.priority,
    who: 'name' in one.who ? one.who.name : one.who[language],
    title: 'name' in one.who ? one.who.title[language] : '',
    whose: 'name' in one.whose ? `${one.whose.name} (${formatPersonId(one.whose.number)})` : one.whose[language],
    masked: one.masked === true,
    units: one.unit[language],
    first: moment(first.day, first.from, language),
    last: isMoment ? moment(first.day, first.from, language) : end,
    days: days.size,
    lookups: one.rows.reduce((sum, { lookups = 1 }) => sum + lookups, one.more?.lookups ?? 0),
    events: one.rows.reduce((sum, { events }) => sum + events, one.more?.events ?? 0),
    activities: doneWords(one.rows, language),
    relation: one.source === 'rules' ? [...new Set(one.rows.map(({ grade }) => gradeSentence(grade, language)))] : [],
    questions: one.asked.map(({ rule, facts }) => questionOf(rule, facts, language)),
    against: one.against.map((text) => text[language]),
    minutes: 2,
    rows: one.rows.map((row) => rowOf(row, one, language)),
    more_rows: one.more?.lookups ?? 0,
  }
}

function rowOf(row: StudyRow, one: StudySource, language: Language): PacketRow {
  const clock = row.from === row.to ? row.from : `${row.from}–${row.to}`
  return {
    when: moment(row.day, clock, language),
    who: said(row.who, language),
    whose: said(row.whose, language),
    unit: said(row.unit ?? one.unit, language),
    activities: doneWords([row], language),
    relation: gradeSentence(row.grade, language),
    explained: row.grade !== null && !['C', 'D', 'E'].includes(row.grade),
  }
}

function said(text: string | Text | undefined, language: Language): string {
  return typeof text === 'object' ? text[language] : (text ?? '')
}

function moment(day: string, clock: string, language: Language): string {
  const words = reportWords(language)
  return words.at(dayText({ words }, day), clock)
}

function doneWords(rows: readonly StudyRow[], language: Language): string {
  const done = new Set(rows.flatMap(({ did }) => did))
  const mask = activities.reduce((bits, activity, place) => bits | (done.has(activity) ? 1 << place : 0), 0)
  return activityWords(mask, language)
}

/** What a rule asks, and what it saw, as its own words have it. */
function questionOf(
  id: string,
  given: StudySource['asked'][0]['facts'],
  language: Language,
): PacketCase['questions'][0] {
  const rule = ruleById(id)
  if (!rule) throw new Error(`there is no rule ${id}`)
  const words = rule.words[language]
  const sentence = words.finding(rule.facts.parse(given), rule.parameters.parse({}))
  return {
    rule: id,
    title: words.question,
    sentences: [sentence],
    ask: words.ask,
    explanations: [...words.explanations],
  }
}
