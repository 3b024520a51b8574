import type { Language } from '../../model/language.ts'
import type { QualityReport } from '../../model/quality-document.ts'
import { type Markup, markup, render } from '../html/markup.ts'
import { htmlPage } from '../html/page.ts'
import { styleSheet } from '../html/style.ts'
import { whole } from '../html/whole.ts'
import { checkSections } from './html-checks.ts'
import { methodSection, sourcesSection } from './html-sources.ts'
import { summarySection } from './html-summary.ts'
import { periodOf, type QualityReading, readQuality } from './reading.ts'

/** Is the log fit for review? One HTML file that needs nothing else, in the look of the audit report. */
export function qualityHtml(report: QualityReport, language: Language): string {
  const reading = readQuality(report, language)
  const { words } = reading
  const { tool } = report.document
  return render(
    htmlPage({
      language,
      title: words.title(periodOf(reading)),
      tool,
      style: styleSheet({ confidential: words.mark, page: words.page }),
      skip: words.skip,
      body: markup`<header class="opening">
<h1>${words.heading}</h1>
<p>${whole(periodOf(reading))}. ${words.introduction}</p>
</header>
${contents(reading)}
<main id="content" tabindex="-1">
${summarySection(reading)}
${checkSections(reading)}
${sourcesSection(reading)}
${methodSection(reading)}
</main>
<footer><p>loggkoll ${tool} · ${words.mark}</p></footer>`,
    }),
  )
}

function contents({ words, report }: QualityReading): Markup {
  const sections: [string, string][] = [
    ['summary', words.summary.heading],
    ...(report.document.events === 0
      ? []
      : report.document.checks.map(({ check }): [string, string] => [check, words.checks[check].title])),
    ['sources', words.sources.heading],
    ['method', words.method.heading],
  ]
  return markup`<nav aria-labelledby="contents">
<p id="contents">${words.contents}</p>
<ol>${sections.map(([id, heading]) => markup`<li><a href="#${id}">${heading}</a></li>\n`)}</ol>
</nav>`
}
