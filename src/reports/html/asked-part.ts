import type { Evidence, Finding, Subject } from '../../model/finding.ts'
import { priorityOf } from '../../model/severity.ts'
import { wordsFor } from '../../language/report/index.ts'
import { type Asked, daysOf } from '../case-reading.ts'
import { clockSpan, dayText, spanText } from '../moments.ts'
import type { Reading } from '../reading.ts'
import { ruleWords, sentenceOf } from '../rule-words.ts'
import { lookupTable } from './lookup-table.ts'
import { type Markup, markup } from './markup.ts'
import { whole } from './whole.ts'

const mostInFull = 6
const mostRows = 40
const mostIds = 3

/**
 * The questions of a case in order; what several say of one lookup is told where it comes first. In a case of several
 * users or patients single lookups stand in a table that names them.
 */
export function askedParts(reading: Reading, questions: readonly Asked[], id: string, subject: Subject): Markup[] {
  const told = new Set<string>()
  return questions.map((asked, place) => askedPart(reading, asked, `${id}-${place + 1}`, told, subject))
}

/** One question: its findings with what speaks for and against, and once what to ask and what is common. */
function askedPart(reading: Reading, asked: Asked, id: string, told: Set<string>, subject: Subject): Markup {
  const { words } = reading
  const rule = ruleWords(reading, asked.rule)
  const isPair = subject === 'user_patient'
  const full = isPair ? asked.findings.slice(0, mostInFull) : asked.findings.filter(isGathered)
  const rest = isPair ? asked.findings.slice(mostInFull) : asked.findings.filter((finding) => !isGathered(finding))
  const caption = full.length > 0 && isPair ? words.cases.more(rest.length) : words.cases.lookups
  return markup`<div class="asked" role="group" aria-labelledby="${id}">
<h4 id="${id}">${rule?.question ?? asked.rule}</h4>
${rule && markup`<p class="over">${rule.title}</p>\n`}${full.map((finding, place) => findingPart(reading, finding, `${id}-${place + 1}`, told))}${
    rest.length > 0 &&
    markup`${lookupTable(reading, rest.slice(0, mostRows), caption, subject === 'patient' ? 'user' : 'patient')}${rest.length > mostRows && markup`<p class="small">${words.cases.moreElsewhere(rest.length - mostRows)}</p>\n`}`
  }${
    rule &&
    markup`<div class="advice">
<div><p class="label">${words.cases.ask}</p>
<p>${rule.ask}</p></div>
<div><p class="label" id="${id}-common">${words.cases.explanations}</p>
<ul aria-labelledby="${id}-common">${rule.explanations.map((explanation) => markup`<li>${explanation}</li>`)}</ul></div>
</div>
`
  }</div>
`
}

/** Does it rest on several lookups, and stand for itself? */
function isGathered({ lookup_ids, relation_grade }: Finding): boolean {
  return relation_grade === null && lookup_ids.length > 0
}

function findingPart(reading: Reading, finding: Finding, id: string, before: Set<string>): Markup {
  const { words } = reading
  const sentence = sentenceOf(reading, finding)
  // The rule's own sentence stands above the lists: it is not said twice, and its row is named there.
  const own = finding.evidence.filter((evidence) => evidence.text === sentence)
  const others = finding.evidence.filter((evidence) => evidence.text !== sentence)
  const fresh = others.filter((evidence) => !before.has(keyOf(finding, evidence)))
  for (const evidence of others) before.add(keyOf(finding, evidence))
  const repeats = fresh.length < others.length
  const speaking = fresh.filter((evidence) => evidence.direction === 'for')
  const told = [
    whenText(reading, finding),
    words.cases.events(finding.event_count),
    words.cases.priority(priorityOf(finding.severity)),
    ...(finding.state === 'new' ? [] : [wordsFor(words.states, finding.state)]),
  ]
  return markup`<div class="finding">
<p class="said">${whole(sentence)}</p>
<p class="small">${told.join(' · ')}</p>
<p class="source">${words.cases.finding} ${finding.finding_id} · ${words.cases.lookup} ${someOf(finding.lookup_ids)}${(speaking.length > 0 || repeats) && own.map((evidence) => ` · ${words.cases.source} ${evidence.source}`)}</p>
${
  finding.evidence.length === 0
    ? markup`<p class="source">${words.cases.noEvidenceAtAll}</p>`
    : repeats && fresh.length === 0
      ? markup`<p class="source">${words.cases.evidenceAbove}</p>`
      : markup`<div class="sides">
${side(reading, words.cases.evidenceFor, speaking.length > 0 ? speaking : own, `${id}-for`)}
${side(
  reading,
  words.cases.evidenceAgainst,
  fresh.filter((evidence) => evidence.direction === 'against'),
  `${id}-against`,
)}
</div>`
}
</div>
`
}

function whenText(reading: Reading, finding: Finding): string {
  const [first = finding.day, last = first] = daysOf(finding)
  if (first !== last) return spanText(reading, first, last)
  return reading.words.at(dayText(reading, first), clockSpan(finding.first_time, finding.last_time))
}

/** The first few ids; `explain` has them all. */
function someOf(ids: readonly string[]): string {
  return ids.length > mostIds ? `${ids.slice(0, mostIds).join(', ')} … (${ids.length})` : ids.join(', ')
}

function keyOf(finding: Finding, evidence: Evidence): string {
  return [finding.lookup_ids.join(' '), evidence.direction, evidence.code, evidence.source, evidence.text].join('\n')
}

function side(reading: Reading, label: string, list: readonly Evidence[], id: string): Markup {
  const { words } = reading
  return markup`<div><p class="label" id="${id}">${label}</p>
<ul aria-labelledby="${id}">${
    list.length === 0
      ? markup`<li>${words.cases.noEvidence}</li>`
      : list.map(
          (evidence) =>
            markup`<li>${whole(evidence.text || evidence.code)} <span class="source">${words.cases.source} ${evidence.source}</span></li>`,
        )
  }</ul></div>`
}
