import { z } from 'zod'
import type { Finding } from '../model/finding.ts'
import type { Exit } from '../model/exit.ts'
import { type NightDocument } from '../model/night-document.ts'
import { inputKinds, type InputKind } from '../model/reference.ts'
import { countCases, countFindings } from '../model/run-tally.ts'
import { severities } from '../model/severity.ts'
import { toolVersion } from '../model/version.ts'
import type { Store } from '../store/store.ts'
import type { Night } from './run-night.ts'

const count = z.coerce.number()
const IngestedRow = z.object({
  kind: z.enum(inputKinds as [InputKind, ...InputKind[]]),
  batches: count,
  rows: count,
  stored: count,
  duplicate: count,
  rejected: count,
  conflict: count,
})

type Change = 'new' | 'reopened' | 'closed' | 'explained_later' | 'gone'
type Kind = Pick<Finding, 'rule' | 'severity'>

/** What a night has changed, in numbers: no person is in it. */
export async function tellNight(
  store: Store,
  { seenBefore, months, waiting }: Night,
  about: {
    readonly zone: string
    readonly exit_code: Exit
    readonly trail_head: string
    readonly timings: NightDocument['timings']
  },
): Promise<NightDocument> {
  const { timings, ...rest } = about
  const changed = months.flatMap(({ changes: { fresh, reopened, closed, gone, later } }): [Change, Kind][] => [
    ...fresh.map((one): [Change, Kind] => ['new', one]),
    ...reopened.map((one): [Change, Kind] => ['reopened', one]),
    ...closed.map(({ finding }): [Change, Kind] => ['closed', finding]),
    ...gone.map((one): [Change, Kind] => ['gone', one]),
    ...later.map((one): [Change, Kind] => [one.state, one]),
  ])
  const explained = months.flatMap(({ changes: { closed, later } }) => [
    ...closed.map(({ finding, reason_id }) => ({ ...kindOf(finding), reason: reason_id })),
    ...later.flatMap((one) => (one.reason_id === null ? [] : [{ ...kindOf(one), reason: one.reason_id }])),
  ])
  return {
    schema: 'loggkoll/night/1',
    tool: toolVersion,
    ...rest,
    outcome: months.length === 0 ? 'nothing_new' : 'asked',
    ingested: await store.rows('nightly/ingested', IngestedRow, { seen_batch: seenBefore }),
    months: months.map(({ made: { run, tally } }) => {
      const { from, to, run_id, lookups, explained: known, first_lookups, first_explained, rules } = run
      return {
        from,
        to,
        run_id,
        lookups,
        explained: known,
        first_lookups,
        first_explained,
        findings: countFindings(tally, () => true),
        cases: countCases(tally).cases,
        not_answered: rules.flatMap(({ rule, outcome }) => (outcome === 'answered' ? [] : [{ rule, outcome }])),
      }
    }),
    waiting: [...waiting],
    findings: grouped(changed, ([, kind]) => kindOf(kind)).map(([kind, group]) => {
      const of = (change: Change): number => group.filter(([what]) => what === change).length
      return {
        ...kind,
        new: of('new'),
        reopened: of('reopened'),
        closed: of('closed'),
        explained_later: of('explained_later'),
        gone: of('gone'),
      }
    }),
    explained_by: grouped(explained, (one) => one).map(([one, group]) => ({ ...one, findings: group.length })),
    ...(timings === undefined ? {} : { timings }),
  }
}

function kindOf({ rule, severity }: Kind): Kind {
  return { rule, severity }
}

/** Rows by what they have in common, the gravest first, then by name. */
function grouped<T, Key extends Kind>(rows: readonly T[], keyOf: (row: T) => Key): [Key, T[]][] {
  const groups = [...Map.groupBy(rows, (row) => JSON.stringify(keyOf(row))).values()]
  return groups
    .map((group): [Key, T[]] => [keyOf(group[0]!), group])
    .toSorted(
      ([a], [b]) =>
        severities.indexOf(b.severity) - severities.indexOf(a.severity) ||
        (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1),
    )
}
