import type { AuditSummary } from '../../model/audit-document.ts'
import type { Reading } from '../reading.ts'
import { unitName } from '../naming.ts'
import { type Markup, markup } from './markup.ts'
import { dataTable } from './table.ts'

type UnitShare = AuditSummary['by_unit'][number]

const unitsInPicture = 20
const rowHeight = 62
const longestName = 44

/** The share of lookups explained, by unit: bars, with their numbers as a table. */
export function unitPlot(reading: Reading): Markup {
  const { words, report } = reading
  const units = report.summary.by_unit
  if (units.length === 0) return markup``
  const shown = units.toSorted((a, b) => b.unexplained - a.unexplained).slice(0, unitsInPicture)
  const all = units.length
  return markup`<h3 id="units">${words.plots.units}</h3>
<figure aria-labelledby="units">
${bars(reading, shown)}
<p class="legend" aria-hidden="true">${legend(reading)}</p>
${shown.length < all && markup`<p class="small">${words.plots.unitsShown(shown.length, all)}</p>\n`}<details><summary>${words.plots.table}</summary>
${dataTable(
  words.plots.units,
  [
    { title: words.plots.unit },
    { title: words.plots.lookups, number: true },
    { title: words.plots.explained, number: true },
    { title: words.plots.share, number: true },
    { title: words.plots.firstShare, number: true },
    { title: words.plots.unexplained, number: true },
    { title: words.plots.unknown, number: true },
  ],
  units.map((unit) => [
    unitName(reading, unit.care_unit_id),
    words.count(unit.lookups),
    words.count(unit.explained),
    words.share(unit.explained, unit.lookups),
    words.share(unit.first_explained, unit.first_lookups),
    words.count(unit.unexplained),
    words.count(unit.unknown),
  ]),
  { quietCaption: true, name: 'dense', wide: true },
)}</details>
</figure>
`
}

function legend({ words }: Reading): Markup[] {
  const parts: [string, string][] = [
    ['bar', words.plots.explained],
    ['unknown', words.plots.unknown],
    ['track', words.plots.unexplained],
  ]
  return parts.map(([look, name]) => markup`<span class="swatch ${look}"></span> <span class="whole">${name}</span> `)
}

function bars(reading: Reading, units: readonly UnitShare[]): Markup {
  const { words } = reading
  return markup`<svg role="img" aria-labelledby="units-title units-desc" width="100%" height="${units.length * rowHeight}">
<title id="units-title">${words.plots.units}</title>
<desc id="units-desc">${words.plots.unitsDescription(units.length)}</desc>
${units.map((unit, place) => bar(reading, unit, place * rowHeight))}</svg>`
}

function bar(reading: Reading, unit: UnitShare, top: number): Markup {
  const { words } = reading
  return markup`<text x="0" y="${top + 14}">${shortened(unitName(reading, unit.care_unit_id))}</text>
<rect class="track" x="0" y="${top + 21}" width="100%" height="11" rx="2"/>
<rect class="unknown" x="0" y="${top + 21}" width="${percent(unit.explained + unit.unknown, unit.lookups)}" height="11" rx="2"/>
<rect class="bar" x="0" y="${top + 21}" width="${percent(unit.explained, unit.lookups)}" height="11" rx="2"/>
<text class="tick" x="0" y="${top + 47}">${words.partOf(unit.explained, unit.lookups)}${unit.unknown > 0 && `, ${words.plots.untold(unit.unknown)}`}</text>
`
}

function percent(part: number, all: number): string {
  return all === 0 ? '0%' : `${Math.round((part / all) * 10_000) / 100}%`
}

function shortened(name: string): string {
  const letters = Array.from(name)
  return letters.length <= longestName ? name : `${letters.slice(0, longestName - 1).join('')}…`
}
