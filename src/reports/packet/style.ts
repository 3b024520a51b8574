/** What the reviewer's page needs beside the style that it shares with the other reports. */
export const packetStyle = `
[hidden] { display: none !important; }
html { scroll-padding-top: 7.5rem; }
button, select, textarea, input { font: inherit; color: inherit; }
button { cursor: pointer; border-radius: 6px; padding: 0.5rem 1rem; border: 1px solid var(--accent); background: transparent; color: var(--accent); }
button:hover { background: var(--soft); }
button.strong { background: var(--accent); color: var(--page); font-weight: 600; }
button.strong:hover { filter: brightness(1.08); }
button.plain { padding: 0.25rem 0.6rem; border-color: var(--line); font-size: 0.88rem; }
button[aria-disabled="true"] { opacity: 0.6; cursor: progress; }
input:not([type="radio"], [type="checkbox"], [type="file"]), select, textarea { max-width: 100%; padding: 0.5rem 0.7rem; border: 1px solid var(--quiet); border-radius: 6px; background: var(--page); }
textarea { display: block; width: 100%; min-height: 4.2rem; resize: vertical; field-sizing: content; }
input[type="radio"], input[type="checkbox"] { width: 1.15rem; height: 1.15rem; margin: 0; accent-color: var(--accent); flex: none; }
[aria-invalid] { border-color: var(--grave) !important; }
h1:focus { outline: none; }
section:focus, .warned:focus { outline-offset: 6px; }
.case .over { margin-bottom: 0.6rem; }
fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
legend { padding: 0; font-size: 0.85rem; font-weight: 650; margin-bottom: 0.5rem; }
.sealed { max-width: 40rem; }
.lock { max-width: 26rem; margin: 2rem 0; }
.lock > label:first-of-type, .field > label { display: block; font-size: 0.88rem; font-weight: 650; margin-bottom: 0.3rem; }
.lock #passphrase { width: 100%; padding: 0.7rem 0.9rem; background: var(--surface); }
.lock .show { display: flex; gap: 0.5rem; align-items: center; margin: 0.7rem 0 1.2rem; font-size: 0.92rem; }
.lock button { width: 100%; padding: 0.7rem; }
#said, .said-of-file { min-height: 1.6em; margin: 0.8rem 0 0; }
.wrong, .warning { color: var(--grave); }
.well { color: var(--accent); font-weight: 600; }
.warning { margin: 0.35rem 0 0; font-size: 0.9rem; }
.warning:empty { display: none; }
.ids { color: var(--quiet); font-size: 0.88rem; font-variant-numeric: tabular-nums; }
.ids span { overflow-wrap: anywhere; }
.numbers { grid-template-columns: repeat(2, minmax(0, 11rem)); }
.steps { padding-left: 1.3rem; max-width: 66ch; }
.party { margin-top: 2.5rem; padding: 1.35rem 1.75rem 1.25rem; background: var(--surface); border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: 8px; }
.party h2 { margin: 0 0 0.8rem; font-size: 1.25rem; }
.tick { display: flex; gap: 0.7rem; align-items: center; width: fit-content; margin-bottom: 0.6rem; padding: 0.3rem 0.6rem 0.3rem 0; font-size: 1.08rem; font-weight: 600; cursor: pointer; }
.load { margin-top: 1.1rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.load input { font-size: 0.9rem; max-width: 100%; }
.load .said-of-file:empty { display: none; }
/* Only many cards are left to be drawn when they come into sight: a short page is whole at once. */
.case { content-visibility: visible; contain-intrinsic-size: none; }
#cases.many .case { content-visibility: auto; contain-intrinsic-size: auto 56rem; }
.case h3 { scroll-margin-top: 3.5rem; }
.case h4 { margin-bottom: 0.35rem; }
.case .facts { margin-bottom: 0; }
.against { margin-top: 1.1rem; }
.against ul, .against p, .asked p { margin-bottom: 0.4rem; }
.case details { margin: 1rem 0; }
.case .wide { margin: 1.1rem 0 0; }
.case details .wide { margin-top: 0.4rem; }
.case .rows { font-size: 0.9rem; }
.case .rows th, .case .rows td { padding-block: 0.4rem; }
.rows td { overflow-wrap: anywhere; min-width: 5.5rem; }
input::file-selector-button { margin-right: 0.8rem; padding: 0.3rem 0.8rem; border: 1px solid var(--line); border-radius: 6px; background: transparent; color: var(--accent); font: inherit; cursor: pointer; }
.judge { margin: 1.5rem -1.75rem 0; padding: 1.25rem 1.75rem 0; border-top: 1px solid var(--line); }
.judge h4 { margin-bottom: 0.8rem; font-size: 1.05rem; }
.fields:disabled { opacity: 0.55; }
.grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(16.5rem, 1fr)); gap: 0.5rem; }
.step { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 0.7rem; align-items: start; padding: 0.6rem 0.8rem; border: 1px solid var(--line); border-radius: 6px; cursor: pointer; }
.step input { grid-row: 1 / span 2; margin-top: 0.2rem; }
.step .small { grid-column: 2; line-height: 1.4; }
.step-name { font-weight: 600; }
.step:hover { border-color: var(--quiet); }
.step:has(:checked) { border-color: var(--accent); background: var(--soft); box-shadow: inset 0 0 0 1px var(--accent); }
.fields:disabled .step { cursor: not-allowed; }
.field { margin-top: 1rem; }
.field > .small { display: block; margin: -0.2rem 0 0.3rem; }
.heard > p { margin: 1rem 0 0; }
.clear, .onward { margin: 1rem 0 0; }
.onward { text-align: right; max-width: none; }
.save { padding-bottom: 1rem; }
.warned { margin: 1rem 0; padding: 1.1rem 1.35rem 0.35rem; background: var(--warm); border-radius: 6px; }
.bar { position: sticky; top: 0; z-index: 2; margin: 0; padding: 0.6rem 0; background: var(--page); border-block: 1px solid var(--line); }
.bar p { margin: 0; font-variant-numeric: tabular-nums; }
.bar progress { width: 100%; height: 0.45rem; margin: 0.35rem 0 0.55rem; appearance: none; border: 0; border-radius: 3px; overflow: hidden; background: var(--heat-1); display: block; }
.bar progress::-webkit-progress-bar { background: var(--heat-1); }
.bar progress::-webkit-progress-value { background: var(--accent); }
.bar progress::-moz-progress-bar { background: var(--accent); }
.ways { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
.ways .strong { padding: 0.35rem 0.8rem; }
.ways a { margin-left: auto; padding: 0.25rem 0; }
nav .chips { display: none; }
@media (min-width: 72rem) {
  html { scroll-padding-top: 1.5rem; }
  .sealed { grid-template-columns: minmax(0, 1fr); }
  .sealed > * { grid-column: 1; }
  .bar { padding: 3.75rem 0 2rem; background: none; border: 0; }
  .ways { display: grid; grid-template-columns: 1fr 1fr; margin-top: 1rem; }
  .ways .strong, .ways a { grid-column: 1 / -1; }
  .ways a { margin: 0.4rem 0 0; }
  nav .chips { display: grid; grid-template-columns: repeat(auto-fill, minmax(2.2rem, 1fr)); gap: 0.4rem; margin-top: 1.5rem; }
  nav .chips li { margin: 0; }
  .chips a { display: block; padding: 0.3rem 0; text-align: center; border: 1px solid var(--line); border-radius: 5px; color: var(--quiet); font-variant-numeric: tabular-nums; }
  .chips a:hover { text-decoration: none; border-color: var(--accent); }
  .chips .done { background: var(--accent); border-color: var(--accent); color: var(--page); }
}
@media (max-width: 36rem) {
  .judge { margin-inline: -1rem; padding-inline: 1rem; }
  .party { padding: 1.1rem 1rem; margin-inline: -0.5rem; }
  .ways .plain { display: none; }
}
@media (forced-colors: active) { .step:has(:checked) { outline: 2px solid Highlight; } .chips .done { text-decoration: underline; } }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  .load, .clear, .onward, .locked, .how, .save, button { display: none; }
  #cases.many .case { content-visibility: visible; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .fields:disabled { opacity: 1; }
  .judge, .asked, .against, .field, .step { break-inside: avoid; }
  .judge { margin: 1rem -1.1rem 0; padding: 0.8rem 1.1rem 0; }
  .grid { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 0.35rem; }
  .step { padding: 0.35rem 0.5rem; }
  .case.long { break-inside: auto; }
  .case h3 { margin-bottom: 0.5rem; }
  .known { break-inside: avoid; break-after: avoid; }
  .party { break-inside: avoid; padding: 0.9rem 1.1rem; }
  .case .wide, .against { margin-top: 0.7rem; }
  .rows th, .rows td { padding-block: 0.2rem; }
}
`
