import type { Evidence, Finding } from '../../model/finding.ts'
import { priorityOf } from '../../model/severity.ts'
import { wordsFor } from '../../language/report/index.ts'
import type { Asked } from '../case-reading.ts'
import { clockSpan, dayText } from '../moments.ts'
import type { Reading } from '../reading.ts'
import { ruleWords, sentenceOf } from '../rule-words.ts'
import { lookupTable } from './lookup-table.ts'
import { type Markup, markup } from './markup.ts'
import { whole } from './whole.ts'

const mostInFull = 6
const mostRows = 40

/** The questions of a case in order; what several say of one lookup is told where it comes first. */
export function askedParts(reading: Reading, questions: readonly Asked[], id: string): Markup[] {
  const told = new Set<string>()
  return questions.map((asked, place) => askedPart(reading, asked, `${id}-${place + 1}`, told))
}

/** One question: its findings with what speaks for and against, and once what to ask and what is common. */
function askedPart(reading: Reading, asked: Asked, id: string, told: Set<string>): Markup {
  const { words } = reading
  const rule = ruleWords(reading, asked.rule)
  const full = asked.findings.slice(0, mostInFull)
  const rest = asked.findings.slice(mostInFull)
  return markup`<section class="asked" aria-labelledby="${id}">
<h4 id="${id}">${rule?.question ?? asked.rule}</h4>
${rule && markup`<p class="over">${rule.title}</p>\n`}${full.map((finding, place) => findingPart(reading, finding, `${id}-${place + 1}`, told))}${
    rest.length > 0 &&
    markup`${lookupTable(reading, rest.slice(0, mostRows), words.cases.more(rest.length), 'patient')}${rest.length > mostRows && markup`<p class="small">${words.cases.moreElsewhere(rest.length - mostRows)}</p>\n`}`
  }${
    rule &&
    markup`<div class="advice">
<div><p class="label">${words.cases.ask}</p>
<p>${rule.ask}</p></div>
<div><p class="label" id="${id}-common">${words.cases.explanations}</p>
<ul aria-labelledby="${id}-common">${rule.explanations.map((explanation) => markup`<li>${explanation}</li>`)}</ul></div>
</div>
`
  }</section>
`
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
    words.at(dayText(reading, finding.day), clockSpan(finding.first_time, finding.last_time)),
    words.cases.events(finding.event_count),
    words.cases.priority(priorityOf(finding.severity)),
    ...(finding.state === 'new' ? [] : [wordsFor(words.states, finding.state)]),
  ]
  return markup`<div class="finding">
<p class="said">${whole(sentence)}</p>
<p class="small">${told.join(' · ')}</p>
<p class="source">${words.cases.finding} ${finding.finding_id} · ${words.cases.lookup} ${finding.lookup_ids.join(', ')}${(speaking.length > 0 || repeats) && own.map((evidence) => ` · ${words.cases.source} ${evidence.source}`)}</p>
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
