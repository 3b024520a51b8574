import type { Figures } from './figures.ts'
import type { Outcome, Played } from './run.ts'

/** docs/evaluation.md: what the control finds of what was planted, and what it does not. */
export function evaluationPage(all: readonly Played[], figures: readonly Figures[], seed: number): string {
  const items = all.flatMap(({ outcomes }) => outcomes)
  const unjustified = items.filter(({ item }) => item.truth === 'unjustified')
  const byRule = unjustified.filter(isByRule)
  const apart = unjustified.filter((one) => !isByRule(one))
  const alike = items.filter(({ item }) => item.truth === 'justified')
  return `# What the control finds of what was planted

The practice cases of \`loggkoll train scenarios\`, each made anew with seed ${seed} at its own size, read in as a trainee
would, audited with the settings that the tool comes with, and held against the answer key. Nobody in them exists.
Written by \`npm run evaluation\`; do not edit.

- **Planted for a rule**: made so that a rule named in the key ought to ask.
- **Planted independently**: thought out without a look at the rules. Two of the three kinds that every case has lie where the
  unit has the patient in its care, so that nothing in the log tells them from work.
- **Asked about**: a case holds at least one of its lookups. **Handed out**: one of those cases is among the
  ${all[0]?.summary.budget ?? 10} that a unit gets.
- **Look-alike**: justified, and put there to look unjustified. Left alone: no case of it is handed out.

## In all

| | items | asked about | handed out |
|---|---:|---:|---:|
| planted for a rule | ${byRule.length} | ${rate(byRule, (one) => one.cases > 0)} | ${rate(byRule, (one) => one.handed > 0)} |
| planted independently | ${apart.length} | ${rate(apart, (one) => one.cases > 0)} | ${rate(apart, (one) => one.handed > 0)} |
| look-alikes, left alone | ${alike.length} | ${rate(alike, (one) => one.cases === 0)} | ${rate(alike, (one) => one.handed === 0)} |

**The independent ones are mostly missed.** ${missedInWords(apart)}
What somebody tells, a drawn sample or a question to the ward may find these; that is why a control draws by lot too. They
are what is improved next. What was planted for a rule is told so that a trainee meets it: the first row says that the
practice cases work, not how much is found in the world.

Some that are known: what reads like work at the unit has no mark in the log at all (\`lingering\`, \`next-bed\`); a single
opening of a stranger is one among the hundreds a month that follow from nothing registered (\`passing\`); a note that the
reader wrote explains the reader's *later* openings of the same patient (\`note\`, in \`covering-note\`).

## By practice case

Recall counts items; \`3/4\` is three of four. A dash: none of that kind.

| practice case | size | lookups | explained | first lookups explained | cases | handed out | for a rule: asked, handed out | independently: asked, handed out | look-alikes left alone |
|---|---|---:|---:|---:|---:|---:|---:|---:|---:|
${all.map(line).join('\n')}

## By independent kind

| kind | items | asked about | handed out |
|---|---:|---:|---:|
${kinds(apart)}

## Every planted item

| practice case | item | truth | lookups in the control | behind a finding | cases | handed out | rules that asked | rules that ought to |
|---|---|---|---:|---:|---:|---:|---|---|
${all.flatMap(({ scenario, outcomes }) => outcomes.map((one) => itemLine(scenario.id, one))).join('\n')}

## Does the made-up region look like a real one?

![Lookups per user and day, hours, share explained, first lookups, ages](images/made-up-region.svg)

| what | made up | in what is published |
|---|---|---|
| lookups explained | ${all.map(({ document }) => document.run).reduce((least, run) => Math.min(least, run.explained / run.lookups), 1) < 0.9 ? 'see the table: below 90 % only where data are missing' : 'over 90 % in every log'} | over 94 % of all accesses (Michigan) |
| events per employee and day | ${figures.map(({ name, eventsPerEmployeeDay }) => `${eventsPerEmployeeDay.toFixed(0)} (${name})`).join(', ')}, all employees and all days | 62 look-ups (Helse Sør-Øst, 1.3 billion a year, 57,000 employees) |
| events without a patient | a login and a logout three times a shift | the law's five mandatory fields do not hold for them: they are counted apart |
| what a single control finds by lot | one reader, 15 patients, 2 weeks | 81 look-ups of 15 patients in 2 weeks; some 500 behind them (\`behind-sample\`) |
| a media week | 18 readers, none unjustified | 49 openings reviewed, none proved (Nora); 32 persons, none (Eva) |

What it does not have: other journal systems beside it than what patients read themselves, staff who work at several units,
sharing across regions.
`
}

function isByRule({ item }: Outcome): boolean {
  return item.rules.length > 0
}

function rate(all: readonly Outcome[], holds: (one: Outcome) => boolean): string {
  if (all.length === 0) return '–'
  const count = all.filter(holds).length
  return `${count} (${Math.round((100 * count) / all.length)} %)`
}

function missedInWords(apart: readonly Outcome[]): string {
  const missed = apart.filter(({ cases }) => cases === 0).length
  const unseen = apart.filter(({ handed }) => handed === 0).length
  return `Of ${apart.length} items ${missed} raise no question at all, and ${unseen} reach no reviewer.`
}

function line({ scenario, size, document: { run }, cases, outcomes }: Played): string {
  const of = (kind: readonly Outcome[], holds: (one: Outcome) => boolean): string =>
    kind.length === 0 ? '–' : `${kind.filter(holds).length}/${kind.length}`
  const planted = outcomes.filter(({ item }) => item.truth === 'unjustified')
  const [byRule, apart] = [planted.filter(isByRule), planted.filter((one) => !isByRule(one))]
  const pair = (kind: readonly Outcome[]): string =>
    kind.length === 0 ? '–' : `${of(kind, ({ cases }) => cases > 0)}, ${of(kind, ({ handed }) => handed > 0)}`
  return `| ${[
    `\`${scenario.id}\``,
    size,
    run.lookups,
    percent(run.explained, run.lookups),
    percent(run.first_explained, run.first_lookups),
    cases.length,
    cases.filter(({ handed_out }) => handed_out).length,
    pair(byRule),
    pair(apart),
    of(
      outcomes.filter(({ item }) => item.truth === 'justified'),
      ({ handed }) => handed === 0,
    ),
  ].join(' | ')} |`
}

function kinds(apart: readonly Outcome[]): string {
  return [...Map.groupBy(apart, ({ item }) => item.id)]
    .map(
      ([kind, all]) =>
        `| ${kind.replace('independent-', '')} | ${all.length} | ${rate(all, ({ cases }) => cases > 0)} | ${rate(all, ({ handed }) => handed > 0)} |`,
    )
    .join('\n')
}

function itemLine(scenario: string, { item, lookups, behind, cases, handed, rules }: Outcome): string {
  const words = (ids: readonly string[]): string => ids.map((id) => `\`${id}\``).join(' ') || '–'
  return `| \`${scenario}\` | ${[item.id, item.truth, lookups, behind, cases, handed, words(rules), words(item.rules)].join(' | ')} |`
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`
}
