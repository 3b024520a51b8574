import type { PrintedDocument } from './document.ts'

/** What a printed document needs beside the common style sheet: lines to sign on, boxes to tick, notes below a row. */
export function printedStyle({ landscape }: PrintedDocument): string {
  return `${extra}${landscape ? '@page { size: A4 landscape; }\n@media (min-width: 72rem) { .frame { max-width: 80rem; } }\n' : ''}`
}

const extra = `.opening .mark { display: inline-block; margin-right: 0.5rem; }
.mark + .mark { border-color: var(--quiet); color: var(--quiet); }
.lead { font-size: 1.1rem; font-weight: 600; }
.quiet { color: var(--quiet); }
code { font: 0.86em/1.5 ui-monospace, "SF Mono", "Cascadia Mono", Consolas, monospace; overflow-wrap: anywhere; }
main > section:first-child > h2:first-child { margin-top: 2rem; }
.noted > tr:not(:last-child) > * { padding-bottom: 0.1rem; border-bottom: 0; }
.noted > tr + tr > td { padding: 0 0 0.6rem; }
.noted p { margin: 0.15rem 0; padding-left: 0.8rem; border-left: 2px solid var(--line); max-width: 84ch; }
main > :first-child:not(section) { margin-top: 2rem; }
tfoot th, tfoot td { font-weight: 650; border-bottom: 0; border-top: 1px solid var(--quiet); }
.choices { margin: 0 0 1rem; padding: 0; border: 0; }
.choices ul { display: flex; flex-wrap: wrap; gap: 0.3rem 1.6rem; padding: 0; list-style: none; max-width: none; }
.box { display: inline-block; width: 0.9rem; height: 0.9rem; margin-right: 0.45rem; border: 1px solid var(--ink); vertical-align: -0.1rem; }
.box.ticked::after { content: "×"; display: block; font: 700 1.25rem/0.78rem system-ui, sans-serif; text-align: center; }
.signer { margin: 0 0 2rem; }
.signer p { margin: 0 0 2.4rem; }
.signer dl { display: grid; grid-template-columns: 1fr 1.4fr 1.4fr; gap: 1.5rem; max-width: none; margin: 0; color: var(--quiet); font-size: 0.85rem; }
.signer dl > div { padding-top: 0.25rem; border-top: 1px solid var(--quiet); }
.signer dt, .signer dd { display: inline; margin: 0; }
.signer dd { color: var(--ink); }
@media print {
  .new-page { break-before: page; }
  .new-page > h2, .new-page > h3 { margin-top: 0; }
  .together, .signer, .choices, tbody.noted { break-inside: avoid; }
  tfoot { display: table-row-group; }
  details > :not(summary), details::details-content { content-visibility: visible; display: revert; }
}
`
