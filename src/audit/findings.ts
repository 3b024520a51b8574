import type { Severity } from '../model/severity.ts'
import type { Rule } from '../rules/rule.ts'
import type { Store } from '../store/store.ts'
import { columnsOf } from './rule-sql.ts'

/** Makes the ids of a workspace (workspace/key.ts). */
export interface IdMaker {
  readonly id: (prefix: string, parts: readonly (string | null)[]) => string
}

/** Findings of one rule of a user, a patient or at a unit. */
export interface FindingMatcher {
  readonly rule: string
  readonly user_id?: string | undefined
  readonly patient_id?: string | undefined
  readonly care_unit_id?: string | undefined
}

interface Flagging {
  readonly store: Store
  /** All rules, in the order in which they are asked. */
  readonly book: readonly Rule[]
  /** Rule id → the severity that the workspace has chosen for all its findings. */
  readonly severities: Readonly<Record<string, Severity>>
}

/**
 * Makes the tables that what the rules flag goes to. Findings are made in the store and stay there: of a large log there are
 * millions.
 * @param suppressions what a person has decided not to hand out; it is counted and listed, and opens no case
 */
export async function beginFinding(store: Store, suppressions: readonly FindingMatcher[]): Promise<void> {
  await store.run('findings/tables')
  await store.append(
    'suppression',
    suppressions.map((one) => [one.rule, one.user_id ?? null, one.patient_id ?? null, one.care_unit_id ?? null]),
  )
}

/**
 * Keeps what the rule asked last has flagged (`assessment`), to become findings.
 * @throws {Error} when a fact of a workspace's own rule is no single value
 */
export async function keepFlagged(rule: Rule, { store, book, severities }: Flagging): Promise<void> {
  const { columns } = await store.table('audit/assessment-columns')
  const types = new Map(columns.map(({ name, type }) => [name, type]))
  for (const name of [...Object.keys(rule.file.facts), 'source']) {
    if (/[[(]/.test(types.get(name)?.replace(/^(DECIMAL|ENUM)\(.*\)$/, '') ?? '')) {
      throw new Error(`its column ${name} is not as a rule's is: it is no single value`)
    }
  }
  await store.run(
    `findings/of-${rule.gathers ? 'many' : 'one'}`,
    {
      rule: rule.id,
      rule_no: book.findIndex(({ id }) => id === rule.id),
      rule_version: rule.version,
      subject: rule.subject,
      gathers: rule.gathers,
    },
    columnsOf(rule, new Set(types.keys()), severities[rule.id]),
  )
}

/**
 * Turns what the rules have flagged into findings (`found`).
 * @param from first day of the control: the case of a user and a patient is theirs in one control
 */
export async function nameFindings(store: Store, from: string): Promise<void> {
  await store.run('findings/name', { from })
}
