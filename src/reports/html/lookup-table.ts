import { gradeSentence } from '../../language/report/index.ts'
import type { Finding } from '../../model/finding.ts'
import { priorityOf, severities } from '../../model/severity.ts'
import { inTime } from '../case-reading.ts'
import { clockSpan, dayText } from '../moments.ts'
import { patientLabel, unitName, userLabel } from '../naming.ts'
import type { Reading } from '../reading.ts'
import { ruleTitle } from '../rule-words.ts'
import { type Content, type Markup, markup } from './markup.ts'
import { type Column, dataTable } from './table.ts'
import { whole } from './whole.ts'

/** Whose lookups, or whose record, a table is to name; in a table of a unit all but the unit. */
type Shown = 'unit' | 'user' | 'patient'

/** Lookups in a table, each once, with all that was asked about it. The reader may know already who, or whose. */
export function lookupTable(reading: Reading, findings: readonly Finding[], caption: string, shown: Shown): Markup {
  const { words } = reading
  const columns: Column[] = [{ title: words.cases.when }]
  if (shown !== 'patient') columns.push({ title: words.cases.who })
  if (shown !== 'user') columns.push({ title: words.cases.whose })
  columns.push({ title: words.cases.known }, { title: words.cases.priorityHead, number: true })
  const lookups = Map.groupBy(findings, (finding) => finding.lookup_ids.join(' ') || finding.finding_id)
  const rows = [...lookups.values()]
    .toSorted((a, b) => inTime(a[0]!, b[0]!))
    .map((group) => lookupRow(reading, group, shown))
  return dataTable(caption, columns, rows, { name: 'lookups', wide: true })
}

function lookupRow(reading: Reading, group: readonly Finding[], shown: Shown): Content[] {
  const { words } = reading
  const [one] = group as [Finding, ...Finding[]]
  const gravest = group.reduce((a, b) => (severities.indexOf(b.severity) > severities.indexOf(a.severity) ? b : a))
  const row: Content[] = [
    markup`<span class="whole">${dayText(reading, one.day)}</span><br><span class="whole">${clockSpan(one.first_time, one.last_time)}</span>`,
  ]
  if (shown !== 'patient') {
    row.push(
      markup`<bdi>${userLabel(reading, one.user_id)}</bdi>${shown !== 'unit' && markup`<br><span class="small">${unitName(reading, one.care_unit_id)}</span>`}`,
    )
  }
  if (shown !== 'user') row.push(markup`<bdi>${whole(patientLabel(reading, one.patient_id))}</bdi>`)
  row.push(
    markup`${gradeSentence(one.relation_grade, reading.language)}<br><span class="small">${[...new Set(group.map((finding) => ruleTitle(reading, finding.rule)))].join(', ')} · ${words.cases.events(one.event_count)} · ${group.map((finding, place) => markup`${place > 0 && ', '}<span class="whole">${finding.finding_id}</span>`)}</span>`,
    words.count(priorityOf(gravest.severity)),
  )
  return row
}
