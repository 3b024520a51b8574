import type { Reading } from '../reading.ts'
import { type Markup, markup } from './markup.ts'
import { dataTable } from './table.ts'

const hours = Array.from({ length: 24 }, (_, hour) => hour)
const weekdays = [1, 2, 3, 4, 5, 6, 7]
const levels = 5
const rowHeight = 24
const labelShare = 9
const cellShare = (100 - labelShare) / hours.length

/** Lookups by weekday and hour: a heat map, with its numbers as a table. */
export function hourPlot(reading: Reading): Markup {
  const { words, report } = reading
  const lookups = new Map<string, number>()
  for (const { weekday, hour, lookups: amount } of report.summary.by_hour) {
    const key = keyOf(weekday, hour)
    lookups.set(key, (lookups.get(key) ?? 0) + amount)
  }
  const most = Math.max(0, ...lookups.values())
  const heading = markup`<h3 id="hours">${words.plots.hours}</h3>\n`
  if (most === 0) return markup`${heading}<p>${words.plots.hoursEmpty}</p>\n`
  const at = (weekday: number, hour: number): number => lookups.get(keyOf(weekday, hour)) ?? 0
  return markup`${heading}<figure aria-labelledby="hours">
${heatMap(reading, at, most)}
<p class="legend" aria-hidden="true">${words.plots.fewest} ${Array.from({ length: levels + 1 }, (_, level) => markup`<span class="swatch heat-${level}"></span>`)} ${words.plots.most}</p>
<details><summary>${words.plots.table}</summary>
${dataTable(
  words.plots.hours,
  [{ title: words.plots.hour }, ...words.shortWeekdays.map((title) => ({ title, number: true }))],
  hours.map((hour) => [twoDigits(hour), ...weekdays.map((weekday) => words.count(at(weekday, hour)))]),
  { quietCaption: true, name: 'dense' },
)}</details>
</figure>
`
}

function heatMap(reading: Reading, at: (weekday: number, hour: number) => number, most: number): Markup {
  const { words } = reading
  const [weekday, hour] =
    weekdays
      .flatMap((day) => hours.map((hour) => [day, hour] as const))
      .find(([day, hour]) => at(day, hour) === most) ?? ([1, 0] as const)
  const peak = words.plots.hourAt(words.weekdays[weekday - 1] ?? '', twoDigits(hour))
  const height = weekdays.length * rowHeight
  return markup`<svg role="img" aria-labelledby="hours-title hours-desc" width="100%" height="${height + 20}">
<title id="hours-title">${words.plots.hours}</title>
<desc id="hours-desc">${words.plots.hoursDescription(peak, words.count(most))}</desc>
${weekdays.map(
  (day) => markup`<text x="0" y="${(day - 1) * rowHeight + 16}">${words.shortWeekdays[day - 1]}</text>
${hours.map((hour) => markup`<rect class="heat-${level(at(day, hour), most)}" x="${percent(labelShare + hour * cellShare)}" y="${(day - 1) * rowHeight}" width="${percent(cellShare)}" height="${rowHeight}" rx="3"/>`)}
`,
)}${hours
    .filter((hour) => hour % 3 === 0)
    .map(
      (hour) =>
        markup`<text class="tick" text-anchor="middle" x="${percent(labelShare + (hour + 0.5) * cellShare)}" y="${height + 16}">${twoDigits(hour)}</text>`,
    )}
</svg>`
}

/** None is its own level; the rest share the others evenly by their root, so that quiet hours still differ. */
function level(lookups: number, most: number): number {
  return lookups === 0 ? 0 : Math.max(1, Math.ceil(Math.sqrt(lookups / most) * levels))
}

function keyOf(weekday: number, hour: number): string {
  return `${weekday} ${hour}`
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 1000}%`
}

function twoDigits(hour: number): string {
  return String(hour).padStart(2, '0')
}
