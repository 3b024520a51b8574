import { packetWords } from '../../language/packet/index.ts'
import { studyWords } from '../../language/study/index.ts'
import type { Language } from '../../model/language.ts'
import type { StudyCase } from '../../model/study.ts'
import { markup } from '../html/markup.ts'
import { scriptedPage } from '../html/scripted-page.ts'
import { styleSheet } from '../html/style.ts'
import { packetStyle } from '../packet/style.ts'
import { studyScript } from './page-script.ts'

/** Minutes that a case takes at an easy pace, with its answer. */
const minutesEach = 5 / 3

/** What the self-study needs beside the style of the reviewer's page. */
const studyStyle = `
.frame { max-width: 50rem; }
.judge .taken { margin: 0 0 0.6rem; padding-left: 0.9rem; border-left: 4px solid currentColor; font-size: 1.15rem; }
p.taken { font-weight: 600; margin-bottom: 0.5rem; }
.taken:focus { outline-offset: 6px; }
.told-of { margin: 1rem 0; }
.told-of dt { font-size: 0.85rem; font-weight: 650; }
.told-of dd { margin: 0 0 0.8rem; }
.begin { padding: 0.7rem 1.6rem; }
.numbers { grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); }
@media (min-width: 72rem) { .frame { grid-template-columns: minmax(0, 1fr); } .frame > * { grid-column: 1; } .bar { position: sticky; padding: 0.6rem 0; background: var(--page); border-block: 1px solid var(--line); grid-row: auto; } html { scroll-padding-top: 5rem; } }
`

/** The self-study: one HTML file that needs no network, keeps nothing and sends nothing. */
export function studyPage(cases: readonly StudyCase[], language: Language): string {
  const packet = packetWords(language)
  const study = studyWords(language)
  const { start } = study
  const amount = String(cases.length)
  return scriptedPage({
    language,
    title: study.title,
    style: `${styleSheet({ confidential: study.mark, page: packet.page })}${packetStyle}${studyStyle}`,
    script: studyScript,
    data: { cases, packet, study },
    body: markup`<a class="skip" href="#content">${study.skip}</a>
<div class="frame">
<header class="opening">
<p class="mark">${study.mark}</p>
<h1>${study.title}</h1>
</header>
<main id="content" tabindex="-1">
<noscript><p class="wrong">${start.noScript}</p></noscript>
<p>${start.introduction.replace('{n}', amount)}</p>
<p>${start.law}</p>
<dl class="numbers">
<div><dt>${start.amount}</dt><dd class="figure">${amount}</dd></div>
<div><dt>${start.minutes}</dt><dd class="figure">${String(Math.round(cases.length * minutesEach))}</dd><dd class="small">${start.about}</dd></div>
</dl>
<h2>${start.heading}</h2>
<ol class="steps">
${start.steps.map((step) => markup`<li>${step}</li>\n`)}</ol>
<p>${start.unknown}</p>
<p><button type="button" class="strong begin" id="start" hidden>${start.button}</button></p>
<p class="small">${start.offline}</p>
</main>
<footer><p>${packet.tool} · ${study.mark}</p></footer>
</div>`,
  })
}
