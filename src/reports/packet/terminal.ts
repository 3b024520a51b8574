import { packetWords } from '../../language/packet/index.ts'
import type { Language } from '../../model/language.ts'
import type { PacketCase } from '../../model/packet.ts'
import { plainText } from '../plain-text.ts'

/** One case as a terminal shows it: what a reviewer's page shows of it, in the same words. */
export function caseText(one: PacketCase, all: number, language: Language): string {
  const { case: words } = packetWords(language)
  const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
  const heads = [
    filled(words.place, { n: one.place, all }),
    one.priority === null ? words.drawn : filled(words.priority, { n: one.priority }),
    one.case_id,
  ]
  const lines = [
    heads.join(' · '),
    `${one.who}${one.title === '' ? '' : `, ${one.title}`}`,
    `${words.whose}: ${one.whose}`,
    ...(one.masked ? [words.masked] : []),
    `${words.unit}: ${one.units}`,
    `${words.when}: ${one.first === one.last ? one.first : filled(words.span, { first: one.first, last: one.last })}`,
    `${words.activities}: ${one.activities}`,
    ...one.relation.map((sentence) => `${words.relation}: ${sentence}.`),
    ...one.questions.flatMap((question) => [
      '',
      question.title,
      ...question.sentences.map((sentence) => `  • ${sentence}`),
      `  ${words.ask}: ${question.ask}`,
    ]),
    ...(one.questions.length > 0 ? ['', `${words.against}:`] : []),
    ...(one.questions.length > 0 && one.against.length === 0 ? [`  ${words.nothingAgainst}`] : []),
    ...one.against.map((sentence) => `  • ${sentence}`),
    ...(one.rows.length > 1 ? ['', `${words.rows}:`] : []),
    ...(one.rows.length > 1 ? one.rows.map(rowText) : []),
  ]
  return lines.map((line) => `${plainText(line)}\n`).join('')
}

function rowText({ when, who, whose, activities, relation }: PacketCase['rows'][number]): string {
  return `  ${[when, who, whose, activities, relation].filter((part) => part !== '').join(' · ')}`
}
