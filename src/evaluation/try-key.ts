import { z } from 'zod'
import type { RuleRun } from '../model/audit-document.ts'
import type { EvaluatedKey, KeyFit } from '../model/evaluation-document.ts'
import type { Period } from '../model/period.ts'
import type { Store } from '../store/store.ts'
import type { AnswerKey, KeyRow } from './answer-key.ts'
import { type RankedCase, recallAtBudgets } from './budgets.ts'
import { fitKey, sumFits } from './fit-key.ts'
import { type Found, FoundIndex } from './found.ts'

export interface TriedKey {
  readonly key: EvaluatedKey
  /** Rule id → how its findings fit; only rules that have an answer. */
  readonly fits: ReadonlyMap<string, KeyFit>
}

/** Holds what a control found against an answer key, rule by rule and case by case. */
export async function tryKey(
  store: Store,
  key: AnswerKey,
  control: {
    readonly period: Period
    readonly runs: readonly RuleRun[]
    readonly cases: readonly RankedCase[]
    readonly found: readonly Found[]
  },
  chosen: { readonly seed: number; readonly rounds: number },
): Promise<TriedKey> {
  const { period, runs, cases, found } = control
  const outcomes = new Map(runs.map(({ rule, outcome }) => [rule, outcome]))
  const inside = key.rows.filter(({ day }) => day === null || (day >= period.from && day < period.to))
  const asked = inside.filter(({ rule }) => rule === null || outcomes.has(rule))
  const rows = await resolvePersons(store, asked)
  const ofRules = rows.filter((row) => row.rule !== null)
  const answered = ofRules.filter((row) => outcomes.get(row.rule!) === 'answered')
  const index = new FoundIndex(found)
  const fitted = new Map(
    runs
      .filter(({ outcome }) => outcome === 'answered')
      .map(({ rule }) => [
        rule,
        fitKey(
          answered.filter((row) => row.rule === rule),
          found.filter((one) => one.rule === rule),
          index,
        ),
      ]),
  )
  const all = [...fitted.values()]
  const planted = rows.filter(({ expect }) => expect === 'flag')
  const ascending = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b)
  return {
    fits: new Map([...fitted].map(([rule, { fit }]) => [rule, fit])),
    key: {
      sha256: key.sha256,
      rows: key.rows.length,
      outside: key.rows.length - inside.length,
      not_asked: inside.length - asked.length,
      unanswered: ofRules.length - answered.length,
      total: sumFits(all.map(({ fit }) => fit)),
      missed_rows: ascending(all.flatMap(({ missed }) => missed)),
      wrong_rows: ascending(all.flatMap(({ wrong }) => wrong)),
      planted: planted.length,
      budgets: recallAtBudgets(
        cases,
        planted.map((row) => index.about(row).map(({ case_id }) => case_id)),
        chosen,
      ),
    },
  }
}

/** The rows with each patient under the key of the person, whichever id the key of answers knows them by. */
async function resolvePersons(store: Store, rows: readonly KeyRow[]): Promise<KeyRow[]> {
  const ids = [...new Set(rows.flatMap(({ patient_id }) => patient_id ?? []))]
  const Known = z.object({ id: z.string(), person_key: z.string() })
  const known = await store.rows('evaluation/person-keys', Known, { ids: JSON.stringify(ids) })
  const keys = new Map(known.map(({ id, person_key }) => [id, person_key]))
  return rows.map((row) => ({ ...row, patient_id: row.patient_id && (keys.get(row.patient_id) ?? row.patient_id) }))
}
