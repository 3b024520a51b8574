import type { UnitWords } from '../../language/unit/index.ts'
import type { UnitMonth } from '../../model/unit-document.ts'
import { type Markup, markup } from '../html/markup.ts'
import type { Plot } from '../printed/document.ts'

const rowHeight = 20
/** Where the bars begin, and how wide they are at most, in percent of the page. */
const [begin, wide] = [30, 52]

/** The share explained of each period, the oldest first: a bar for each. */
export function unitPlot(
  months: readonly UnitMonth[],
  own: UnitWords,
  period: (from: string, to: string) => string,
): Plot {
  const said = (month: UnitMonth): string =>
    `${period(month.from, month.to)} ${own.share(month.explained, month.lookups)}`
  return {
    is: 'plot',
    title: own.plot.title,
    description: own.plot.description(months.length, said(months[0]!), said(months.at(-1)!)),
    height: months.length * rowHeight + 4,
    picture: markup`${months.map((month, place) => bar(month, place * rowHeight, own, period(month.from, month.to)))}`,
    legend: [
      { look: 'bar', name: own.plot.explained },
      { look: 'track', name: own.plot.rest },
    ],
  }
}

function bar({ lookups, explained }: UnitMonth, top: number, own: UnitWords, name: string): Markup {
  const part = lookups === 0 ? 0 : Math.round((explained / lookups) * wide * 100) / 100
  return markup`<text class="tick" x="0" y="${top + 13}">${name}</text>
<rect class="track" x="${begin}%" y="${top + 3}" width="${wide}%" height="11"/>
<rect class="bar" x="${begin}%" y="${top + 3}" width="${part}%" height="11"/>
<text class="tick" x="${begin + wide + 1.5}%" y="${top + 13}">${own.plot.ofLookups(explained, lookups)}</text>
`
}
