import type { AuditReport } from '../audit-report.ts'
import type { Language } from '../../model/language.ts'
import { casesHandedOut } from '../case-reading.ts'
import { periodText } from '../moments.ts'
import { readIn, type Reading } from '../reading.ts'
import { casesSection, notSelectedSection } from './cases.ts'
import { hourPlot } from './hour-plot.ts'
import { lawSection, missesSection, purposeSection } from './limits.ts'
import { type Markup, markup, render } from './markup.ts'
import { methodSection } from './method.ts'
import { htmlPage } from './page.ts'
import { protectedSection } from './protected.ts'
import { ruleAnswers } from './rule-answers.ts'
import { styleSheet } from './style.ts'
import { summarySection } from './summary.ts'
import { unitPlot } from './unit-plot.ts'
import { whole } from './whole.ts'

/** The report of a run for a reviewer: one HTML file that needs nothing else, for screen, keyboard, voice and paper. */
export function htmlReport(report: AuditReport, language: Language, options: { readonly title?: string } = {}): string {
  const reading = readIn(report, language)
  const { words } = reading
  const cases = casesHandedOut(reading)
  const title = options.title ?? words.title(periodText(reading))
  return render(
    htmlPage({
      language,
      title,
      tool: report.document.run.tool,
      style: styleSheet(words),
      skip: words.skip,
      body: markup`<header class="opening">
<p class="mark">${words.confidential}</p>
<h1>${whole(title)}</h1>
<p>${words.introduction} ${words.lookupMeans}</p>
<p class="selection">${words.selection}</p>
</header>
${contents(reading)}
<main id="content" tabindex="-1">
${summarySection(reading)}
${ruleAnswers(reading)}
<section aria-labelledby="plots">
<h2 id="plots">${words.plots.heading}</h2>
${hourPlot(reading)}${unitPlot(reading)}</section>
${casesSection(reading, cases)}
${notSelectedSection(reading)}
${protectedSection(reading, cases)}
${methodSection(reading)}
${missesSection(reading)}
${purposeSection(reading)}
${lawSection(reading)}
</main>
<footer><p>loggkoll ${report.document.run.tool} · ${words.confidential}</p></footer>`,
    }),
  )
}

function contents({ words }: Reading): Markup {
  const sections: [string, string][] = [
    ['summary', words.summary.heading],
    ['rules', words.rules.heading],
    ['plots', words.plots.heading],
    ['cases', words.cases.heading],
    ['not-selected', words.notSelected.heading],
    ['protected', words.protected.heading],
    ['method', words.method.heading],
    ['misses', words.misses.heading],
    ['purpose', words.purpose.heading],
    ['law', words.law.heading],
  ]
  return markup`<nav aria-labelledby="contents">
<p id="contents">${words.contents}</p>
<ol>${sections.map(([id, heading]) => markup`<li><a href="#${id}">${heading}</a></li>\n`)}</ol>
</nav>`
}
