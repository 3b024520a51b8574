import { type CoverageState, coverageStates } from '../../model/coverage-document.ts'
import type { Language } from '../../model/language.ts'
import { markup } from '../html/markup.ts'
import type { Block, Plot, PrintedDocument, Section, Table } from '../printed/document.ts'
import {
  coverageNotices,
  coveragePeriod,
  type CoverageReport,
  type CoverageTelling,
  coverageUnitName,
  lateControls,
  leadSentence,
  monthText,
  ownUnits,
  tellCoverage,
} from './telling.ts'

/** The coverage as pages: the numbers, the units, the months, what is missing. No member of staff is named. */
export function coveragePages(report: CoverageReport, language: Language): PrintedDocument {
  const telling = tellCoverage(report, language)
  const { words } = telling
  const { tool, prepared, archive_months } = report.document
  return {
    language,
    title: words.title,
    subtitle: coveragePeriod(telling),
    caseNumber: null,
    archive: words.archive(archive_months),
    tool,
    prepared,
    landscape: true,
    blocks: [
      ...opening(telling),
      section(words.units.heading, [unitTable(telling)]),
      section(words.months.heading, [
        { is: 'paragraph', text: words.rule },
        plot(telling),
        monthTable(telling),
        { is: 'paragraph', look: 'small', text: words.months.dash },
      ]),
      section(words.missing.heading, [missingTable(telling), { is: 'paragraph', look: 'small', text: words.purpose }]),
    ],
  }
}

function section(heading: string, blocks: readonly Block[]): Section {
  return { is: 'section', heading, blocks }
}

function opening(telling: CoverageTelling): Block[] {
  const { words, report } = telling
  const { staff, active, selected, judged, signed } = report.document.total
  const notices = coverageNotices(telling)
  return [
    { is: 'paragraph', look: 'lead', text: leadSentence(telling) },
    ...(notices.length === 0 ? [] : [{ is: 'notice' as const, heading: words.notices.heading, items: notices }]),
    {
      is: 'figures',
      figures: [
        { name: words.figures.staff, value: words.count(staff), note: words.figures.staffNote(active) },
        { name: words.figures.selected, value: words.count(selected), note: words.share(selected, staff) },
        { name: words.figures.judged, value: words.count(judged), note: words.share(judged, staff) },
        { name: words.figures.signed, value: words.count(signed), note: words.share(signed, staff) },
        { name: words.figures.late, value: words.count(lateControls(telling)), note: words.figures.lateNote },
      ],
    },
    { is: 'paragraph', text: words.introduction },
  ]
}

function unitTable(telling: CoverageTelling): Table {
  const { words } = telling
  const { units } = words
  return {
    is: 'table',
    name: units.sheet,
    caption: units.caption,
    columns: [
      { title: units.unit, share: 4 },
      { title: units.staff, number: true, share: 1 },
      { title: units.selected, number: true, share: 1 },
      { title: units.judged, number: true, share: 1 },
      { title: units.share, number: true, share: 1 },
      { title: units.signed, number: true, share: 1 },
    ],
    rows: ownUnits(telling).map((unit) => [
      coverageUnitName(telling, unit.care_unit_id),
      unit.staff,
      unit.selected,
      unit.judged,
      words.share(unit.judged, unit.staff),
      unit.signed,
    ]),
    empty: units.none,
  }
}

function monthTable(telling: CoverageTelling): Table {
  const { words, report } = telling
  // In twelve narrow columns.
  const short: Partial<Record<CoverageState, string>> = { nothing: '–', purged: words.months.purged }
  return {
    is: 'table',
    name: words.months.sheet,
    caption: words.months.caption,
    columns: [
      { title: words.units.unit, share: 2.5 },
      ...report.document.months.map(({ month }) => ({ title: monthText(telling, month), share: 1 })),
    ],
    rows: report.document.units.map((unit) => [
      coverageUnitName(telling, unit.care_unit_id),
      ...unit.months.map(({ state }) => short[state] ?? words.states[state]),
    ]),
    empty: words.units.none,
  }
}

const rowHeight = 40
const barHeight = 11

/** A bar for each month that has something due: done, then late. */
function plot(telling: CoverageTelling): Plot {
  const { words, report } = telling
  const { months } = report.document
  // Of a purged log there is a column only where there is one.
  const states = coverageStates.filter((state) => state !== 'purged' || months.some(({ purged }) => purged > 0))
  const done = months.reduce((sum, month) => sum + month.done, 0)
  const bars = months
    .map((month) => ({ month, whole: month.done + month.late + month.under_way + month.not_started }))
    .filter(({ whole }) => whole > 0)
  return {
    is: 'plot',
    title: words.months.plot,
    description: words.months.described(done, lateControls(telling)),
    height: bars.length * rowHeight,
    picture: markup`${bars.map(({ month, whole }, place) => {
      const top = place * rowHeight
      const said = words.months.bar(monthText(telling, month.month), words.partOf(month.done, whole), month.late)
      return markup`<text x="0" y="${top + 14}">${said}</text>
<rect class="track" x="0" y="${top + 20}" width="100%" height="${barHeight}" rx="2"/>
<rect class="unknown" x="0" y="${top + 20}" width="${percent(month.done + month.late, whole)}" height="${barHeight}" rx="2"/>
<rect class="bar" x="0" y="${top + 20}" width="${percent(month.done, whole)}" height="${barHeight}" rx="2"/>
`
    })}`,
    legend: [
      { look: 'bar', name: words.states.done },
      { look: 'unknown', name: words.states.late },
      { look: 'track', name: `${words.states.under_way}, ${words.states.not_started}` },
    ],
    numbers: {
      is: 'table',
      name: words.months.sumsSheet,
      caption: words.months.sums,
      columns: [
        { title: words.months.month, share: 1 },
        ...states.map((state) => ({ title: words.states[state], number: true, share: 1 })),
      ],
      rows: months.map((month) => [monthText(telling, month.month), ...states.map((state) => month[state])]),
    },
  }
}

function percent(part: number, whole: number): string {
  return `${Math.round((part / whole) * 10_000) / 100}%`
}

/** How many of each unit remain; who they are stands in the list that is made for whoever plans the controls. */
function missingTable(telling: CoverageTelling): Table {
  const { words, report } = telling
  const { missing } = words
  const { not_reviewed, not_by_own_unit, units_without_reviewer } = report.document
  const without = new Set(units_without_reviewer)
  const rows = ownUnits(telling).map(({ care_unit_id }) => {
    const here = (one: { readonly care_unit_id: string | null }): boolean => one.care_unit_id === care_unit_id
    const others = not_by_own_unit.filter(here)
    return {
      care_unit_id,
      notReviewed: not_reviewed.filter(here).length,
      central: others.filter(({ by }) => by === 'central').length,
      nobody: others.filter(({ by }) => by === 'nobody').length,
      isWithout: without.has(care_unit_id!),
    }
  })
  return {
    is: 'table',
    name: missing.sheet,
    caption: missing.caption,
    columns: [
      { title: words.units.unit, share: 4 },
      { title: missing.notReviewed, number: true, share: 1 },
      { title: missing.notByOwnUnit, number: true, share: 1 },
      { title: missing.nobody, number: true, share: 1 },
      { title: missing.withoutReviewer, share: 1 },
    ],
    rows: rows
      .filter((row) => row.notReviewed + row.central + row.nobody > 0 || row.isWithout)
      .map((row) => [
        coverageUnitName(telling, row.care_unit_id),
        row.notReviewed,
        row.central,
        row.nobody,
        row.isWithout ? missing.yes : '',
      ]),
    empty: missing.nothing,
  }
}
