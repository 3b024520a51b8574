import { dark, light, properties } from './palette.ts'

/** The style sheet: screen, narrow screen, dark, and A4. Words in the page's margin come from the language. */
export function styleSheet(words: { readonly confidential: string; readonly page: string }): string {
  return `:root { color-scheme: light dark; ${properties(light)} }
@media (prefers-color-scheme: dark) { :root { ${properties(dark)} } }
${screen}@media print { :root { color-scheme: light; ${properties({ ...light, page: '#ffffff' })} } }
@page { size: A4; margin: 15mm 16mm 18mm;
  @bottom-left { content: "${words.confidential}"; font: 8.5pt system-ui, sans-serif; color: #566168; }
  @bottom-right { content: "${words.page} " counter(page) " / " counter(pages); font: 8.5pt system-ui, sans-serif; color: #566168; } }
${print}`
}

const screen = `*, *::before, *::after { box-sizing: border-box; }
html { font: 100%/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink); overflow-wrap: break-word; }
.frame { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 3.5rem; max-width: 50rem; margin: 0 auto; padding: 0 1.25rem; }
h1, h2, h3, h4 { line-height: 1.25; }
h1, h2, h3 { text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 1.3rem + 2.2vw, 2.5rem); font-weight: 650; letter-spacing: -0.015em; margin: 0.25rem 0 1.25rem; }
h2 { font-size: 1.45rem; font-weight: 650; letter-spacing: -0.01em; margin: 4rem 0 1rem; }
h3 { font-size: 1.1rem; font-weight: 650; margin: 2.25rem 0 0.75rem; }
h4 { font-size: 1rem; font-weight: 650; margin: 0; }
p, ul, dl { margin: 0 0 1rem; max-width: 66ch; }
ul { padding-left: 1.15rem; }
li { margin-bottom: 0.3rem; }
li::marker { color: var(--quiet); }
a { color: var(--accent); text-underline-offset: 0.18em; text-decoration-thickness: 1px; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 3px; }
:target { scroll-margin-top: 1.5rem; }
.skip { position: absolute; left: 1rem; top: -6rem; padding: 0.6rem 1rem; background: var(--surface); z-index: 1; }
.skip:focus { top: 1rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.small, small, .source { font-size: 0.82rem; color: var(--quiet); }
.source, .hash { overflow-wrap: anywhere; }
.hash { font: 0.78rem/1.5 ui-monospace, "SF Mono", "Cascadia Mono", Consolas, monospace; }
.opening { padding-top: 3.5rem; }
.opening > p { font-size: 1.06rem; }
.whole { white-space: nowrap; }
.mark { width: fit-content; margin: 0 0 0.9rem; padding: 0.15rem 0.6rem; border: 1px solid var(--grave); border-radius: 3px; color: var(--grave); font-size: 0.82rem; font-weight: 600; letter-spacing: 0.01em; }
.opening .selection { margin: 1.5rem 0; padding: 0.1rem 0 0.1rem 1.1rem; border-left: 3px solid var(--accent); font-size: 1.2rem; font-weight: 600; }
nav { margin-top: 2rem; padding: 1rem 0; border-block: 1px solid var(--line); font-size: 0.92rem; }
nav p { margin: 0 0 0.4rem; font-weight: 650; }
nav ol { margin: 0; padding: 0; list-style: none; columns: 17rem; }
nav li { break-inside: avoid; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
.notices { padding: 1.1rem 1.35rem 0.35rem; background: var(--warm); border-radius: 6px; }
.notices h3 { margin-top: 0; color: var(--notice); }
.numbers { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1.5rem 2rem; max-width: none; margin: 1.25rem 0; }
.numbers div { padding-top: 0.7rem; border-top: 1px solid var(--line); }
.numbers dt { color: var(--quiet); font-size: 0.9rem; }
.numbers dd { margin: 0; }
.numbers .figure { font-size: 1.9rem; line-height: 1.3; font-weight: 600; letter-spacing: -0.015em; font-variant-numeric: tabular-nums; }
table { width: 100%; border-collapse: collapse; margin: 0 0 1.25rem; font-size: 0.94rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding: 0 0 0.5rem; color: var(--quiet); font-size: 0.9rem; }
th, td { padding: 0.6rem 0 0.6rem 1.1rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); font-weight: 400; }
th:first-child, td:first-child { padding-left: 0; }
thead th { color: var(--quiet); font-size: 0.82rem; vertical-align: bottom; border-bottom-color: var(--quiet); }
.number { text-align: right; white-space: nowrap; }
thead .number { white-space: normal; }
.dense th, .dense td { padding-block: 0.25rem; }
.lookups thead th:nth-last-child(2) { width: 44%; }
.wide { overflow-x: auto; margin-bottom: 1.25rem; }
.wide table { margin: 0; }
.rules tbody th { font-weight: 600; }
.rules tbody tr:first-child > * { padding-bottom: 0; border-bottom: 0; }
.rules td[colspan] { padding: 0 0 0.6rem; }
.rules ul { margin: 0.15rem 0 0; }
.rules p { margin: 0; max-width: 60ch; }
.answer { color: var(--notice); font-weight: 600; }
figure { margin: 0 0 1.5rem; }
svg { display: block; overflow: visible; font-size: 0.85rem; }
svg text { fill: var(--ink); font-variant-numeric: tabular-nums; }
svg .tick { fill: var(--quiet); font-size: 0.8rem; }
.track { fill: var(--heat-1); background: var(--heat-1); }
.bar { fill: var(--accent); background: var(--accent); }
.unknown { fill: var(--heat-3); background: var(--heat-3); }
svg rect[class^="heat"] { stroke: var(--page); stroke-width: 2px; }
${Array.from({ length: 6 }, (_, level) => `.heat-${level} { fill: var(--heat-${level}); background: var(--heat-${level}); }`).join('\n')}
.legend { display: flex; flex-wrap: wrap; align-items: center; gap: 0.3rem; margin: 0.5rem 0 0.75rem; color: var(--quiet); font-size: 0.82rem; }
.swatch { width: 1.1rem; height: 0.75rem; border-radius: 2px; }
.legend .bar, .legend .unknown, .legend .track { margin-left: 0.6rem; }
.legend .bar { margin-left: 0; }
details { margin-bottom: 1rem; font-size: 0.94rem; }
summary { cursor: pointer; color: var(--accent); width: fit-content; }
details[open] > summary { margin-bottom: 0.75rem; }
.case { margin: 1.75rem 0; padding: 1.5rem 1.75rem 1.25rem; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; }
/* A report of thousands of cases opens at once: what is not on the screen is laid out when it comes there. */
@media screen { .case { content-visibility: auto; contain-intrinsic-size: auto 48rem; } }
.case h3 { margin: 0.35rem 0 1rem; font-size: 1.25rem; overflow-wrap: anywhere; }
.case h3 .whose { display: block; margin-top: 0.1rem; font-weight: 400; font-size: 1.1rem; }
.case svg rect[class^="heat"] { stroke: var(--surface); }
.over { display: flex; flex-wrap: wrap; gap: 0.35rem 0.9rem; align-items: center; max-width: none; margin: 0; color: var(--quiet); font-size: 0.88rem; }
.priority { padding: 0.05rem 0.5rem; border: 1px solid currentColor; border-radius: 3px; color: var(--quiet); font-weight: 600; font-size: 0.82rem; white-space: nowrap; }
.priority-1, .priority-2 { color: var(--grave); }
.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.2rem 1.25rem; max-width: none; margin: 0 0 1rem; font-size: 0.96rem; }
.facts dt { color: var(--quiet); }
.facts dd { margin: 0; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.asked { margin-top: 1.25rem; padding-top: 1.1rem; border-top: 1px solid var(--line); }
.asked > .over { margin: 0.15rem 0 0.75rem; }
.finding { margin: 0 0 1.1rem; }
.finding > p { margin-bottom: 0.25rem; }
.said { font-size: 1.02rem; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 0.75rem 2rem; margin-top: 0.75rem; }
.label { margin: 0 0 0.25rem; font-size: 0.85rem; font-weight: 650; }
.sides ul, .advice ul { margin: 0; font-size: 0.94rem; }
.sides .source { display: block; }
.advice { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 0.75rem 2rem; padding: 0.85rem 1.1rem; background: var(--soft); border-radius: 6px; }
.advice p:last-child { margin: 0; font-size: 0.94rem; }
.score { margin: 1rem 0 0; max-width: none; }
.judgement { display: none; }
.misses dd { margin: 0 0 0.8rem; }
.case > p:last-of-type { margin-bottom: 0; }
.limit { font-size: 1.1rem; font-weight: 600; }
footer { margin: 4rem 0 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.85rem; }
@media (min-width: 72rem) {
  .frame { grid-template-columns: 13rem minmax(0, 46rem); max-width: 64rem; }
  header, main, footer { grid-column: 2; }
  nav { grid-column: 1; grid-row: 1 / span 3; align-self: start; position: sticky; top: 0; max-height: 100vh; overflow-y: auto; margin: 0; padding: 3.75rem 0 2rem; border: 0; }
  nav ol { columns: auto; }
  nav li { margin-bottom: 0.5rem; line-height: 1.35; }
}
@media (max-width: 36rem) {
  .opening { padding-top: 2rem; }
  h2 { margin-top: 3rem; }
  .numbers { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.25rem; }
  .numbers .figure { font-size: 1.6rem; }
  th, td { padding-left: 0.7rem; }
  table { font-size: 0.88rem; }
  .case { padding: 1.1rem 1rem; margin-inline: -0.5rem; }
  .wide table { min-width: 40rem; }
  .facts { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .facts dd { margin-bottom: 0.5rem; }
}
@media (forced-colors: active) { svg rect { forced-color-adjust: none; } .swatch { forced-color-adjust: none; } }
`

const print = `@media print {
  html { font-size: 9pt; line-height: 1.4; }
  body { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .frame { display: block; max-width: none; padding: 0; }
  .opening { padding-top: 0; }
  nav, .skip, summary, .to-own-page { display: none; }
  a { color: inherit; text-decoration: none; }
  h2 { margin-top: 2.2rem; }
  h2, h3, h4, caption, .label { break-after: avoid; }
  p, li { orphans: 3; widows: 3; }
  thead { display: table-header-group; }
  tr, .rules tbody, li, figure, svg, .finding, .advice, .numbers, .judgement, .misses div { break-inside: avoid; }
  .cases, .own-page { break-before: page; }
  .cases > h2, .own-page > h2 { margin-top: 0; }
  .cases > p { break-inside: avoid; }
  thead, thead tr { break-after: avoid; }
  tbody:first-of-type > tr:first-child { break-before: avoid; }
  th, td { padding-block: 0.4rem; }
  .case { break-inside: avoid; box-decoration-break: clone; padding: 0.9rem 1.1rem; margin: 1rem 0; }
  .asked { margin-top: 0.7rem; padding-top: 0.65rem; }
  .asked > .over { margin-bottom: 0.35rem; }
  .finding { margin-bottom: 0.7rem; }
  .finding > .small, .finding > .source { display: inline; }
  .finding > .source::before { content: " · "; }
  .sides { margin-top: 0.4rem; }
  .score { margin-top: 0.6rem; }
  .advice { padding: 0.6rem 0.9rem; }
  .case li { margin-bottom: 0.15rem; }
  .notices { break-inside: avoid; }
  .own-page { break-after: page; }
  .wide { overflow: visible; }
  .wide table { min-width: 0; }
  .advice { display: block; font-size: 0.94rem; }
  .advice .label, .advice p, .advice ul, .advice li { display: inline; }
  .advice .label { margin-right: 0.4rem; }
  .advice ul { padding: 0; }
  .advice li + li::before { content: " · "; }
  .judgement { display: block; margin-top: 0.7rem; padding-top: 0.7rem; border-top: 1px solid var(--line); }
  .judgement ul { display: flex; flex-wrap: wrap; gap: 0.3rem 1.6rem; margin: 0 0 0.6rem; padding: 0; list-style: none; max-width: none; }
  .judgement li::before { content: ""; display: inline-block; width: 0.85rem; height: 0.85rem; margin-right: 0.45rem; border: 1px solid var(--ink); vertical-align: -0.1rem; }
  .note { height: 3.2rem; margin: 0; border-bottom: 1px solid var(--quiet); max-width: none; color: var(--quiet); font-size: 0.85rem; }
  .sign { display: grid; grid-template-columns: 1fr 2fr; gap: 2rem; max-width: none; margin: 1.6rem 0 0; color: var(--quiet); font-size: 0.85rem; }
  .sign span { padding-top: 0.25rem; border-top: 1px solid var(--quiet); }
}
`
