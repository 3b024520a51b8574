import { verdictWords } from '../../language/packet/index.ts'
import { gradeSentence } from '../../language/report/index.ts'
import { verdicts } from '../../model/review-words.ts'
import { priorityOf } from '../../model/severity.ts'
import type { CaseReading } from '../case-reading.ts'
import { clockSpan, clockText, dayText, weekdayText } from '../moments.ts'
import { caseNames, isMasked, unitName } from '../naming.ts'
import { scoreText } from '../notices.ts'
import type { Reading } from '../reading.ts'
import { askedParts } from './asked-part.ts'
import { lookupTable } from './lookup-table.ts'
import { type Content, type Markup, markup } from './markup.ts'
import { whole } from './whole.ts'

const mostRows = 40

/** A case as a reviewer reads it, with room for a judgement on paper. */
export function caseCard(reading: Reading, one: CaseReading): Markup {
  const id = `case-${one.place}`
  return markup`<article class="case" id="${id}" aria-labelledby="${id}-names">
${heading(reading, one, id)}
${knownFacts(reading, one)}
${one.file.subject === 'unit' ? unitPart(reading, one) : questions(reading, one, id)}
<p class="small score">${reading.words.cases.score} ${scoreText(reading, one.file.score, one.file.score_parts)}</p>
${judgement(reading)}
</article>
`
}

/** The place of a case that stands on the page of the protected persons. */
export function movedCard(reading: Reading, one: CaseReading): Markup {
  const { words } = reading
  const priority = priorityOf(one.file.severity)
  return markup`<article class="case" aria-labelledby="moved-${one.place}">
<p class="over"><span class="priority priority-${priority}">${words.cases.priority(priority)}</span></p>
<h3 id="moved-${one.place}">${words.cases.place(one.place)}</h3>
<p>${words.cases.onOwnPage} <a class="to-own-page" href="#case-${one.place}">${words.cases.toOwnPage} ${one.place}</a></p>
</article>
`
}

function heading(reading: Reading, one: CaseReading, id: string): Markup {
  const { words } = reading
  const priority = priorityOf(one.file.severity)
  const { who, whose } = caseNames(reading, one.file)
  return markup`<p class="over"><span>${words.cases.place(one.place)}</span> <span class="priority priority-${priority}">${words.cases.priority(priority)}</span> <span class="source">${one.file.case_id}</span></p>
<h3 id="${id}-names"><bdi>${who}</bdi> <span class="unseen"> – </span><span class="whose"><bdi>${whole(whose)}</bdi></span></h3>`
}

function knownFacts(reading: Reading, one: CaseReading): Markup {
  const { words } = reading
  const facts: [string, Content][] = [[words.cases.unit, one.units.map((unit) => unitName(reading, unit)).join(', ')]]
  if (one.days.length > 0)
    facts.push([one.days.length === 1 ? words.cases.day : words.cases.dayHeads, whole(when(reading, one))])
  const events = one.events === null ? '' : ` (${words.cases.events(one.events)})`
  facts.push([words.cases.lookups, `${words.count(one.lookups)}${events}`])
  if (one.grades.length > 0) {
    facts.push([
      words.cases.relation,
      one.grades.map((grade, place) => markup`${place > 0 && markup`<br>`}${gradeSentence(grade, reading.language)}`),
    ])
  }
  return markup`<dl class="facts">${facts.map(([name, fact]) => markup`<dt>${name}</dt><dd>${fact}</dd>`)}</dl>`
}

function when(reading: Reading, one: CaseReading): string {
  const { words } = reading
  const [first = '', last = first] = [one.days.toSorted()[0], one.days.toSorted().at(-1)]
  if (one.days.length === 1) {
    return words.at(weekdayText(reading, first), clockSpan(one.first_time, one.last_time))
  }
  const from = words.at(dayText(reading, first), clockText(one.first_time))
  const to = words.at(dayText(reading, last), clockText(one.last_time))
  return `${words.cases.days(one.days.length)}: ${from} – ${to}`
}

function questions(reading: Reading, one: CaseReading, id: string): Markup {
  const { words } = reading
  // A case of several patients may hold some who are protected: they are told of on their own page alone.
  const apart = one.masked ? 0 : one.findings.filter((finding) => hidden(reading, finding)).length
  const shown = one.asked
    .map((asked) => ({
      ...asked,
      findings: one.masked ? asked.findings : asked.findings.filter((finding) => !hidden(reading, finding)),
    }))
    .filter((asked) => asked.findings.length > 0)
  return markup`${askedParts(reading, shown, id, one.file.subject)}${apart > 0 && markup`<p class="small">${words.cases.protectedElsewhere(apart)}</p>\n`}${one.absent > 0 && markup`<p class="small">${words.cases.notShown(one.absent)}</p>\n`}`
}

function unitPart(reading: Reading, one: CaseReading): Markup {
  const { words } = reading
  const open = one.findings.filter((finding) => !hidden(reading, finding))
  const apart = one.findings.length - open.length
  return markup`<p>${words.cases.unitAdvice}</p>
${open.length > 0 && lookupTable(reading, open.slice(0, mostRows), words.cases.lookups, 'unit')}${open.length > mostRows && markup`<p class="small">${words.cases.moreElsewhere(open.length - mostRows)}</p>\n`}${apart > 0 && markup`<p class="small">${words.cases.protectedElsewhere(apart)}</p>\n`}${one.absent > 0 && markup`<p class="small">${words.cases.notShown(one.absent)}</p>\n`}`
}

function hidden(reading: Reading, finding: { user_id: string | null; patient_id: string | null }): boolean {
  return isMasked(reading, finding.user_id) || isMasked(reading, finding.patient_id)
}

function judgement({ words, language }: Reading): Markup {
  const { verdicts: named } = verdictWords(language)
  return markup`<div class="judgement">
<p class="label">${words.cases.judgement}</p>
<ul>${verdicts.map((verdict) => markup`<li>${named[verdict].name}</li>`)}</ul>
<p class="note">${words.cases.note}</p>
<p class="sign"><span>${words.cases.date}</span><span>${words.cases.signature}</span></p>
</div>`
}
