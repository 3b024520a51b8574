import type { TrendMonth, TrendRule } from '../../model/trend-document.ts'
import { markup } from '../html/markup.ts'
import type { Plot } from '../printed/document.ts'
import { monthText, titleOf, type TrendTelling } from './telling.ts'

const rowHeight = 24
/** Where the bars begin, and how wide the whole is, in percent of the page. */
const [begin, wide] = [34, 50]
const longestName = 30

/** The share explained of each month that may show it; made of shown counts alone. */
export function lookupsPlot(telling: TrendTelling): Plot[] {
  const { own, document } = telling
  const shares = document.months.flatMap((month) => {
    const share = shareExplained(month)
    return share === null ? [] : [{ name: monthText(telling, month.month), share }]
  })
  if (shares.length === 0) return []
  const said = ({ name, share }: (typeof shares)[number]): string => `${name} ${own.share(share, 1)}`
  return [
    {
      is: 'plot',
      title: own.lookups.plot,
      description: own.lookups.plotDescription(said(shares[0]!), said(shares.at(-1)!)),
      height: shares.length * rowHeight + 4,
      picture: markup`${shares.map(({ name, share }, place) => {
        const top = place * rowHeight
        return markup`<text class="tick" x="0" y="${top + 15}">${name}</text>
<rect class="track" x="${begin}%" y="${top + 5}" width="${wide}%" height="11"/>
<rect class="bar" x="${begin}%" y="${top + 5}" width="${percent(share)}%" height="11"/>
<text class="tick" x="${begin + wide + 1.5}%" y="${top + 15}">${own.share(share, 1)}</text>
`
      })}`,
      legend: [
        { look: 'bar', name: own.lookups.explained },
        { look: 'track', name: own.lookups.rest },
      ],
    },
  ]
}

/** The share explained of a month; null where its counts are not shown. */
export function shareExplained({ lookups, explained }: TrendMonth): number | null {
  return lookups?.count && explained?.count ? explained.count / lookups.count : null
}

/** The precision of each rule that has one, on a scale from none to all, with the interval that it lies in. */
export function precisionPlot(telling: TrendTelling): Plot[] {
  const { own, document } = telling
  const rules = document.rules.filter(({ precision }) => precision !== null)
  if (rules.length === 0) return []
  return [
    {
      is: 'plot',
      title: own.rules.plot,
      description: own.rules.plotDescription(rules.length),
      height: rules.length * rowHeight + 4,
      picture: markup`${rules.map((rule, place) => precisionRow(telling, rule, place * rowHeight))}`,
      legend: [
        { look: 'bar', name: own.rules.legend.bar },
        { look: 'unknown', name: own.rules.legend.unknown },
      ],
    },
  ]
}

function precisionRow(telling: TrendTelling, { rule, precision }: TrendRule, top: number) {
  const { low, high, share } = precision!
  const name = titleOf(telling, rule)
  const short =
    Array.from(name).length > longestName
      ? `${Array.from(name)
          .slice(0, longestName - 1)
          .join('')}…`
      : name
  return markup`<text class="tick" x="0" y="${top + 15}">${short}</text>
<rect class="track" x="${begin}%" y="${top + 9}" width="${wide}%" height="3"/>
<rect class="unknown" x="${begin + percent(low)}%" y="${top + 5}" width="${percent(high - low)}%" height="11"/>
${share !== null && markup`<rect class="bar" x="${begin + percent(share) - 0.3}%" y="${top + 2}" width="0.6%" height="17"/>`}<text class="tick" x="${begin + wide + 1.5}%" y="${top + 15}">${precisionText(telling, precision)}</text>
`
}

/** The precision as people say it. */
export function precisionText({ own }: TrendTelling, precision: TrendRule['precision']): string {
  if (precision === null) return own.rules.unknown
  if (precision.share !== null) return own.percent(precision.share)
  return own.rules.below(own.percent(precision.below ?? 1))
}

function percent(part: number): number {
  return Math.round(part * wide * 100) / 100
}
