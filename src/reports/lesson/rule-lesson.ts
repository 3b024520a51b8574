import { lessonWords, type LessonWords } from '../../language/lesson/index.ts'
import type { Language } from '../../model/language.ts'
import type { Lesson, LessonPart } from '../../model/lesson.ts'
import type { Finding } from '../../model/finding.ts'
import type { Rule } from '../../rules/rule.ts'
import { dayText } from '../moments.ts'
import { isMasked, unitName } from '../naming.ts'
import type { Reading } from '../reading.ts'
import { sentenceOf } from '../rule-words.ts'

/** So many hits are shown. */
const mostExamples = 3

/**
 * A lesson of one rule, of its own words, with hits of the latest run as examples. It is read aloud before a class: no
 * one in the examples is named, protected or not.
 * @param reading the latest run; undefined where there is none
 */
export function ruleLesson(rule: Rule, language: Language, reading: Reading | undefined): Lesson {
  const words = lessonWords(language)
  const said = rule.words[language]
  const { rule: heads } = words
  return {
    title: heads.title(said.title),
    pages: [
      {
        heading: heads.question,
        parts: [
          said.question,
          said.why,
          { list: rule.law.map(({ act, place, heading }) => `${act}, ${place}: ${heading[language]}`) },
        ],
      },
      {
        heading: heads.judge,
        parts: [`${heads.ask}: ${said.ask}`, `${heads.explanations}:`, { list: said.explanations }],
      },
      { heading: heads.misses, parts: [said.misses, heads.remember] },
      { heading: heads.examples, parts: examples(rule, reading, words) },
    ],
  }
}

/** How many hits of the run a lesson shows. */
export function examplesOf(rule: Rule, { report }: Reading): readonly Finding[] {
  const found = report.document.findings.filter((one) => one.rule === rule.id && !one.suppressed)
  // Of each user one: the same case in other words teaches nothing more.
  const byUser = Map.groupBy(found, ({ user_id, patient_id }) => user_id ?? patient_id)
  return [...byUser.values()].map(([first]) => first!).slice(0, mostExamples)
}

function examples(rule: Rule, reading: Reading | undefined, { rule: words }: LessonWords): LessonPart[] {
  // The sentences of a workspace's own rule may hold anything, ids too.
  if (reading === undefined || rule.own) return [words.noRun]
  const shown = examplesOf(rule, reading)
  if (shown.length === 0) return [words.noExamples]
  return [words.masked, ...shown.map((one): LessonPart => ({ list: exampleLines(reading, one, words) }))]
}

function exampleLines(reading: Reading, finding: Finding, words: LessonWords['rule']): string[] {
  const { user_id, care_unit_id, day } = finding
  const title = isMasked(reading, user_id) ? null : reading.report.names.users.get(user_id ?? '')?.title
  const unit = unitName(reading, care_unit_id)
  const against = finding.evidence.filter(({ direction, text }) => direction === 'against' && text !== '')
  return [
    words.example(title ?? words.someUser, unit, dayText(reading, day)),
    sentenceOf(reading, finding),
    ...(against.length === 0 ? [words.nothingAgainst] : against.slice(0, 3).map(({ text }) => words.against(text))),
  ]
}
