import { z } from 'zod'
import { makeCases } from '../audit/cases.ts'
import { beginFinding, nameFindings } from '../audit/findings.ts'
import { gradeLookups } from '../audit/grade-lookups.ts'
import { type AuditSettings, beginAsking, daysBack } from '../audit/run-audit.ts'
import { runRule } from '../audit/run-rule.ts'
import { countLookups, findUnitNotices } from '../audit/summarise.ts'
import type { RuleRun } from '../model/audit-document.ts'
import type { EvaluatedRule, EvaluationDocument } from '../model/evaluation-document.ts'
import type { Period } from '../model/period.ts'
import { severities } from '../model/severity.ts'
import { toolVersion } from '../model/version.ts'
import type { Rule } from '../rules/rule.ts'
import type { Store } from '../store/store.ts'
import type { AnswerKey } from './answer-key.ts'
import { askByChance, type Chance } from './chance.ts'
import { type Behind, type Found, lookupsOf, readBehind } from './found.ts'
import { tryKey, type TriedKey } from './try-key.ts'

export interface EvaluationChoice {
  readonly seed: number
  readonly rounds: number
  readonly key: AnswerKey | null
}

const MadeCase = z.object({ case_id: z.string(), severity: z.enum(severities) })
const FoundRow = z.object({ rule: z.string(), case_id: z.string(), lookup_no: z.coerce.number() })
const Explained = z.object({ lookups: z.coerce.number(), explained: z.coerce.number() })

interface Answered {
  readonly rule: Rule
  readonly run: RuleRun
  readonly explained: z.infer<typeof Explained>
  readonly behind: ReadonlyMap<number, Behind>
}

/**
 * How well do the rules tell what they ask from chance? Asks them of the lookups as they are, then of the same lookups with
 * the patients shuffled, and holds what was found against an answer key. Keeps nothing in the store. It is rules that are
 * evaluated: what a workspace suppresses is found all the same.
 */
export async function evaluateRules(
  store: Store,
  rules: readonly Rule[],
  period: Period,
  settings: AuditSettings,
  choice: EvaluationChoice,
): Promise<EvaluationDocument> {
  await gradeLookups(store, period, settings, undefined, daysBack(rules, settings))
  settings.onStep?.('grade')
  const { lookups, explained, first_lookups, first_explained } = await countLookups(store)
  const notices = await findUnitNotices(store)
  const asking = await beginAsking(store, period, settings)
  await beginFinding(store, [])
  const answers: Answered[] = []
  for (const rule of rules) {
    const { run } = await runRule(rule, asking)
    const some = run.flagged > 0
    answers.push({
      rule,
      run,
      explained: some
        ? await store.row('evaluation/explained-behind', Explained, {}, lookupsOf(rule))
        : { lookups: 0, explained: 0 },
      behind: some && choice.key ? await readBehind(store, rule) : new Map(),
    })
    settings.onStep?.(rule.id)
  }
  await nameFindings(store, period.from)
  await makeCases(store, notices, period.from, settings.budget)
  const cases = await store.rows('evaluation/cases', MadeCase)
  const runs = answers.map(({ run }) => run)
  const tried = choice.key
    ? await tryKey(store, choice.key, { period, runs, cases, found: await readFound(store, answers) }, choice)
    : null
  settings.onStep?.('key')
  const shuffled = answers.filter(({ rule, run }) => rule.pairs === 'lookups' && run.outcome === 'answered')
  const chances = await askByChance(
    store,
    { rules: shuffled.map(({ rule }) => rule), asked: rules },
    period,
    settings,
    choice,
  )
  return {
    schema: 'loggkoll/evaluation/1',
    tool: toolVersion,
    zone: settings.zone,
    ...period,
    seed: choice.seed,
    rounds: choice.rounds,
    lookups,
    explained,
    first_lookups,
    first_explained,
    cases: cases.length,
    rules: answers.map((answer) => evaluatedRule(answer, chances.get(answer.rule.id), tried)),
    key: tried?.key ?? null,
  }
}

/** The findings as they stand in cases, with what they rest on. */
async function readFound(store: Store, answers: readonly Answered[]): Promise<Found[]> {
  const behind = new Map(answers.map((answer) => [answer.rule.id, answer.behind]))
  const findings = await store.rows('evaluation/found', FoundRow)
  return findings.flatMap(({ rule, case_id, lookup_no }) => {
    const rests = behind.get(rule)?.get(lookup_no)
    return rests ? [{ rule, case_id, ...rests }] : []
  })
}

function evaluatedRule(
  { rule, run, explained }: Answered,
  chance: Chance | 'failed' | undefined,
  tried: TriedKey | null,
): EvaluatedRule {
  const answered = run.outcome === 'answered'
  const observed_rate = answered ? rateOf(run) : null
  const expected_rate = chance && chance !== 'failed' ? rateOf(chance) : null
  return {
    rule: rule.id,
    version: rule.version,
    outcome: run.outcome,
    assessed: run.assessed,
    flagged: run.flagged,
    unknown: run.unknown,
    observed_rate,
    chance: chance && chance !== 'failed' ? chance : null,
    no_chance: answered ? whyNoChance(rule, chance) : 'unanswered',
    expected_rate,
    lift: observed_rate === null || !expected_rate ? null : observed_rate / expected_rate,
    flagged_lookups: explained.lookups,
    flagged_explained: explained.explained,
    key: tried?.fits.get(rule.id) ?? null,
  }
}

function whyNoChance(rule: Rule, chance: Chance | 'failed' | undefined): EvaluatedRule['no_chance'] {
  if (chance === 'failed') return 'failed'
  return rule.pairs === 'lookups' ? null : rule.pairs === 'events' ? 'reads_events' : 'no_pairs'
}

function rateOf({ flagged, assessed }: Chance): number | null {
  return assessed === 0 ? null : flagged / assessed
}
