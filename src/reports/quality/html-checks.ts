import type { QualityCheck, QualityRemark } from '../../model/quality-document.ts'
import { priorityOf } from '../../model/severity.ts'
import { type Content, type Markup, markup } from '../html/markup.ts'
import { dataTable } from '../html/table.ts'
import {
  figureText,
  manySources,
  placeText,
  type QualityReading,
  remarkSentence,
  sourceName,
  unansweredSentences,
} from './reading.ts'

/** Every question with its answer, what it rests on, and what to do; of no events there is nothing to say one by one. */
export function checkSections(reading: QualityReading): Content {
  const { events, checks } = reading.report.document
  return events === 0 ? null : checks.map((check) => checkSection(reading, check))
}

function checkSection(reading: QualityReading, check: QualityCheck): Markup {
  const { words } = reading
  const own = words.checks[check.check]
  const open = unansweredSentences(reading, check)
  return markup`<section aria-labelledby="${check.check}">
<h2 id="${check.check}">${own.title}</h2>
<p>${own.question}</p>
<p${check.answer === 'remark' && markup` class="answer"`}>${words.answers[check.answer]}</p>
${check.remarks.map((remark) => remarkPart(reading, remark))}${
    open.length > 0 &&
    markup`${check.answer !== 'cannot_tell' && markup`<p class="label">${words.check.open}</p>\n`}<ul>${open.map((sentence) => markup`<li>${sentence}</li>`)}</ul>\n`
  }${figures(reading, check)}<div class="advice">
<div><p class="label">${words.check.why}</p><p>${own.why}</p></div>
${check.remarks.length > 0 && markup`<div><p class="label">${words.check.way}</p><p>${own.way}</p></div>\n`}</div>
</section>
`
}

function remarkPart(reading: QualityReading, remark: QualityRemark): Markup {
  const { words } = reading
  const priority = priorityOf(remark.severity)
  const places = remark.places.map((place) => placeText(reading, remark, place))
  const more = remark.more_places > 0 && places.length > 0 ? [words.check.more(remark.more_places)] : []
  return markup`<div class="finding">
<p class="said"><span class="priority priority-${priority}">${words.priority(priority)}</span> ${remarkSentence(reading, remark)}</p>
${places.length > 0 && markup`<ul class="small">${[...places, ...more].map((text) => markup`<li>${text}</li>`)}</ul>\n`}</div>
`
}

function figures(reading: QualityReading, check: QualityCheck): Content {
  const { words } = reading
  if (check.figures.length === 0) return null
  const many = manySources(reading) && check.figures.some((figure) => figure.source_system !== null)
  const shares = check.figures.some((figure) => figure.whole !== null)
  const table = dataTable(
    `${words.checks[check.check].title}: ${words.check.figures.toLowerCase()}`,
    [
      { title: words.check.figure },
      ...(many ? [{ title: words.check.source }] : []),
      { title: words.check.part, number: true },
      ...(shares
        ? [
            { title: words.check.whole, number: true },
            { title: words.check.share, number: true },
          ]
        : []),
    ],
    check.figures.map((figure) => [
      figureText(reading, figure),
      ...(many ? [figure.source_system === null ? '' : sourceName(reading, figure.source_system)] : []),
      words.count(figure.part),
      ...(shares
        ? figure.whole === null
          ? ['', '']
          : [words.count(figure.whole), words.share(figure.part, figure.whole)]
        : []),
    ]),
    { quietCaption: true, name: 'dense' },
  )
  // The five fields are what a supervisor asks for first.
  return markup`<details${check.check === 'mandatory-fields' && markup` open`}><summary>${words.check.figures}</summary>
${table}</details>
`
}
