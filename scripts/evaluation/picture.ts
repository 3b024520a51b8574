import type { Figures } from './figures.ts'

const colours = ['#1b6ca8', '#d9822b'] as const
const panel = { width: 360, height: 210, left: 46, top: 40, bottom: 34 } as const

/** The made-up region as six small plots, one colour a size. */
export function regionPicture(figures: readonly Figures[]): string {
  const plots = [
    bars(
      'Lookups per user and day',
      figures.map(({ perUserDay }) => perUserDay),
      (place) => (place === 12 ? '60+' : String(place * 5)),
    ),
    bars(
      'Events by hour of the day',
      figures.map(({ hours }) => hours),
      (place) => (place % 3 === 0 ? String(place) : ''),
    ),
    bars(
      'Age of those whose record is opened',
      figures.map(({ ages }) => ages),
      (place) => (place === 9 ? '90+' : String(place * 10)),
    ),
    bars(
      'Weeks since the nearest contact began',
      figures.map(({ sinceContact }) => sinceContact),
      (place) => (place === 0 ? 'before' : place === 10 ? '9+' : String(place - 1)),
    ),
    bars(
      'Shares, against 94 % explained (Michigan)',
      figures.map(({ shares }) => shares.map(({ share }) => share)),
      (place) => figures[0]?.shares[place]?.what ?? '',
      0.94,
    ),
    bars(
      'Events per employee and day, against 62 (Helse Sør-Øst)',
      figures.map(({ eventsPerEmployeeDay }) => [eventsPerEmployeeDay]),
      () => 'all employees, all days',
      62,
      true,
    ),
  ]
  const [width, height] = [panel.width * 2, panel.height * 3 + 30]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="11">
<title>What the made-up region looks like</title>
<rect width="${width}" height="${height}" fill="#fff"/>
${figures.map(({ name }, place) => `<rect x="${20 + place * 110}" y="8" width="12" height="12" fill="${colours[place] ?? '#777'}"/><text x="${38 + place * 110}" y="18">${name}</text>`).join('')}
${plots.map((plot, place) => `<g transform="translate(${(place % 2) * panel.width} ${30 + Math.floor(place / 2) * panel.height})">${plot}</g>`).join('\n')}
</svg>
`
}

function bars(
  title: string,
  series: readonly (readonly number[])[],
  label: (place: number) => string,
  line?: number,
  isCount = false,
): string {
  const most = Math.max(0.0001, line ?? 0, ...series.flat())
  const [wide, high] = [panel.width - panel.left - 16, panel.height - panel.top - panel.bottom]
  const places = Math.max(1, ...series.map((values) => values.length))
  const step = wide / places
  const thick = Math.min(40, (step * 0.8) / Math.max(1, series.length))
  const yOf = (value: number): number => panel.top + high - (value / most) * high
  const shown = (value: number): string =>
    isCount ? value.toFixed(1) : `${(100 * value).toFixed(value < 0.1 ? 1 : 0)} %`
  const drawn = series.flatMap((values, which) =>
    values.map((value, place) => {
      const x = panel.left + place * step + step / 2 + (which - series.length / 2) * thick
      const text =
        places <= 3
          ? `<text x="${x + thick / 2}" y="${yOf(value) - 3}" text-anchor="middle" font-size="9">${shown(value)}</text>`
          : ''
      return `<rect x="${x.toFixed(1)}" y="${yOf(value).toFixed(1)}" width="${thick.toFixed(1)}" height="${(panel.top + high - yOf(value)).toFixed(1)}" fill="${colours[which] ?? '#777'}"/>${text}`
    }),
  )
  const ticks = [0, 0.5, 1].map((share) => {
    const value = share * most
    return `<text x="${panel.left - 4}" y="${yOf(value) + 4}" text-anchor="end" fill="#444">${shown(value)}</text><line x1="${panel.left}" x2="${panel.left + wide}" y1="${yOf(value)}" y2="${yOf(value)}" stroke="#ddd"/>`
  })
  const labels = Array.from(
    { length: places },
    (_, place) =>
      `<text x="${panel.left + place * step + step / 2}" y="${panel.top + high + 14}" text-anchor="middle" fill="#444">${label(place)}</text>`,
  )
  const mark =
    line === undefined
      ? ''
      : `<line x1="${panel.left}" x2="${panel.left + wide}" y1="${yOf(line)}" y2="${yOf(line)}" stroke="#a00" stroke-dasharray="4 3"/>`
  return `<text x="${panel.left}" y="${panel.top - 16}" font-weight="bold">${title}</text>${ticks.join('')}${drawn.join('')}${mark}${labels.join('')}`
}
