import { plants } from './plant.ts'
import type { Outcome } from './run.ts'
import { variants } from './variants.ts'

export interface Counted {
  readonly title: string
  readonly about: string
  /** In the order of the variants. */
  readonly outcomes: readonly Outcome[]
}

const protectedRule = 'protected-identity'
/** So many lines have room on a page of A4. */
const linesOnPage = 40

/** docs/workload.md: what one control is, counted on two made-up months. */
export function workloadPage(months: readonly Counted[]): string {
  const budget = months[0]?.outcomes[0]?.summary.budget ?? 0
  return `# A month, counted

How much work is one control? Two months, made up by \`npm run workload\` with the parts that make \`samples/ward-week\`,
are read in and audited with the settings that the tool comes with: a budget of ${budget} cases for each unit. Nobody in
them exists. Written by the script; do not edit.

**The aim**: at most ${budget} cases and one page of protected persons (${linesOnPage} lines) for each month, with the
${Object.keys(plants).length} planted cases among them.

Each month is counted four times: with everything loaded, and without what a controller is often without.

| variant | is without |
|---|---|
${lines(variants.map(({ name, without }) => [name, without]))}

The log begins more than 90 days before the month, so that a first lookup is known as one. Contacts are loaded until
three weeks after it, so that all of it is settled. Robots' lookups are not among the lookups.

${months.map(section).join('\n')}
## What is planted

Five cases in each month, each by another member of staff, at work. A planted case counts as handed out when a case that
is handed out holds half of its lookups or more; with fewer of them it is handed out *in part*.

| planted case | what was done |
|---|---|
${lines(Object.entries(plants))}

## What else is in the months

Telephone calls and messages, most of them registered by a system and some by whoever took the call; 6 % of the
contacts registered days late and 1 % never; listing as the only reason; students; administration and quality work on
assignments; list views that the journal system marks as incidental; a robot that writes reminders at night; people who
work at two units, and after their shift; staff and their next of kin as patients, two of them treated by their own;
wrong persons picked from a list of hits, advice that nobody registered, and former patients looked up again; protected
persons, one among the staff; other providers' notes read with consent, nearly always; papers after a death; an
assignment that has ended in the directory alone.
`
}

function section({ title, about, outcomes }: Counted): string {
  const heads = variants.map(({ name }) => name)
  const row = (label: string, value: (outcome: Outcome) => string | number): string[] => [
    label,
    ...outcomes.map((outcome) => String(value(outcome))),
  ]
  const rules = [...new Set(outcomes.flatMap(({ document }) => document.run.rules.map(({ rule }) => rule)))]
  return `## ${title}

${about}

${table(
  ['', ...heads],
  [
    row('lookups', ({ document }) => document.run.lookups),
    row('explained', ({ document: { run } }) => percent(run.explained, run.lookups)),
    row('first lookups', ({ document }) => document.run.first_lookups),
    row('of them explained', ({ document: { run } }) => percent(run.first_explained, run.first_lookups)),
    row('findings', ({ document }) => document.findings.length),
    row('cases in all', ({ cases }) => cases.length),
    row('**cases handed out**', ({ cases }) => `**${handedOut(cases).length}**`),
    row('by unit', byUnit),
    row('**planted cases among them**', (outcome) => `**${plantedOf(outcome)}**`),
    row("**protected persons' lookups listed**", (outcome) => `**${listed(outcome).length}**`),
    row('pages of them', (outcome) => Math.ceil(listed(outcome).length / linesOnPage)),
    row(
      'of them of medium severity or above',
      (outcome) => listed(outcome).filter(({ severity }) => severity !== 'info' && severity !== 'low').length,
    ),
    row('aim met', aim),
    row('units with a notice', ({ summary }) => summary.unit_notices.length),
  ],
)}

Findings by rule / cases with a finding of it / of those, handed out. A dash: the rule is not applicable.

${table(
  ['rule', ...heads],
  rules.map((rule) => row(`\`${rule}\``, (outcome) => counts(outcome, rule))),
)}

Planted cases: their place among the cases of their unit, when handed out.

${table(
  ['planted case', ...heads],
  Object.keys(plants).map((plant) => row(plant, (outcome) => placeOf(outcome, plant))),
)}
`
}

type Cases = Outcome['cases']

function handedOut(cases: Cases): Cases {
  return cases.filter(({ handed_out }) => handed_out)
}

function byUnit({ cases, summary }: Outcome): string {
  const names = new Map(summary.by_unit.map(({ care_unit_id, name }) => [care_unit_id, name]))
  const units = Map.groupBy(handedOut(cases), ({ care_unit_id }) => care_unit_id)
  return [...units].map(([unit, own]) => `${names.get(unit) ?? unit ?? 'no unit'} ${own.length}`).join(', ')
}

function listed({ document }: Outcome): Outcome['document']['findings'] {
  return document.findings.filter(({ rule }) => rule === protectedRule)
}

function counts({ document, cases }: Outcome, rule: string): string {
  const run = document.run.rules.find((one) => one.rule === rule)
  if (!run || run.outcome === 'not_applicable') return '–'
  if (run.outcome === 'failed') return 'failed'
  const own = new Set(document.findings.filter((finding) => finding.rule === rule).map(({ finding_id }) => finding_id))
  const holding = cases.filter(({ finding_ids }) => finding_ids.some((id) => own.has(id)))
  return `${own.size} / ${holding.length} / ${handedOut(holding).length}`
}

/** The planted lookups of each case that is handed out, with its place in its unit. */
function placesOf({ document, cases, plantOf }: Outcome, plant: string): { place: number; share: number }[] {
  const wanted = new Set([...plantOf].filter(([, one]) => one === plant).map(([lookup]) => lookup))
  const byId = new Map(document.findings.map((finding) => [finding.finding_id, finding]))
  const passed = new Map<string | null, number>()
  return cases.flatMap(({ care_unit_id, finding_ids, handed_out }) => {
    const place = (passed.get(care_unit_id) ?? 0) + 1
    passed.set(care_unit_id, place)
    const lookups = new Set(finding_ids.flatMap((id) => byId.get(id)?.lookup_ids ?? []))
    const share = [...wanted].filter((id) => lookups.has(id)).length / wanted.size
    return handed_out && share > 0 ? [{ place, share }] : []
  })
}

function placeOf(outcome: Outcome, plant: string): string {
  const places = placesOf(outcome, plant)
  const whole = places.find(({ share }) => share >= 0.5)
  if (whole) return String(whole.place)
  return places.length > 0 ? `in part (${places.map(({ place }) => place).join(', ')})` : 'not handed out'
}

/** Whether a month is as little work as it should be, and what is too much. */
function aim(outcome: Outcome): string {
  const cases = handedOut(outcome.cases).length
  const missed = [
    cases > outcome.summary.budget && 'cases',
    listed(outcome).length > linesOnPage && 'protected persons',
    foundIn(outcome).length < Object.keys(plants).length && 'planted cases',
  ].filter((one) => one !== false)
  return missed.length === 0 ? 'yes' : `no: ${missed.join(', ')}`
}

function foundIn(outcome: Outcome): string[] {
  return Object.keys(plants).filter((plant) => placesOf(outcome, plant).some(({ share }) => share >= 0.5))
}

function plantedOf(outcome: Outcome): string {
  return `${foundIn(outcome).length} of ${Object.keys(plants).length}`
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `| ${head.join(' | ')} |\n|${head.map((_, place) => (place === 0 ? '---' : '---:')).join('|')}|\n${lines(rows)}`
}

function lines(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `| ${row.join(' | ')} |`).join('\n')
}
