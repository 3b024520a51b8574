import { z } from 'zod'
import type { CaseFile, NameBook } from '../model/audit-document.ts'
import type { Facts } from '../model/finding.ts'
import type { Period } from '../model/period.ts'
import type { Store } from '../store/store.ts'
import type { StoredFinding, StoredRun } from './keep-run.ts'

const ProtectedRow = z.object({ kind: z.enum(['user', 'patient']), id: z.string() })
const UserName = z.object({ user_id: z.string(), name: z.string().nullable(), title: z.string().nullable() })
const PatientName = z.object({ patient_id: z.string(), name: z.string().nullable() })
const UnitName = z.object({ care_unit_id: z.string(), name: z.string() })

/** Whom the outputs show by a stable pseudonym instead of an id. */
export interface Mask {
  readonly user: (id: string) => string
  readonly patient: (id: string) => string
  readonly isMasked: (kind: 'user' | 'patient', id: string) => boolean
  /** Pseudonyms that have been shown. */
  readonly shown: ReadonlySet<string>
}

interface PseudonymMaker {
  readonly pseudonym: (kind: 'user' | 'patient', id: string) => string
}

/** Needs `staff_member` and `person_key`, so it comes after grading. With `reveal` no one is masked. */
export async function makeMask(store: Store, maker: PseudonymMaker, reveal: boolean): Promise<Mask> {
  const rows = reveal ? [] : await readProtected(store)
  const hidden = new Set(rows.map(({ kind, id }) => `${kind} ${id}`))
  const shown = new Set<string>()
  const isMasked = (kind: 'user' | 'patient', id: string): boolean => hidden.has(`${kind} ${id}`)
  const mask = (kind: 'user' | 'patient') => (id: string) => {
    if (!isMasked(kind, id)) return id
    const pseudonym = maker.pseudonym(kind, id)
    shown.add(pseudonym)
    return pseudonym
  }
  return { user: mask('user'), patient: mask('patient'), isMasked, shown }
}

/** For what goes to other systems: everyone is a pseudonym, and who is protected does not show. */
export function maskEveryone(ids: { readonly id: (prefix: string, parts: readonly string[]) => string }): Mask {
  return {
    user: (id) => ids.id('user', [id]),
    patient: (id) => ids.id('patient', [id]),
    isMasked: () => true,
    shown: new Set(),
  }
}

/** Who is protected, under every id that they are known by. Needs `staff_member` and `person_key`. */
export async function readProtected(store: Store): Promise<z.infer<typeof ProtectedRow>[]> {
  await store.run('audit/protected-persons')
  return await store.rows('audit/protected', ProtectedRow)
}

/** A run with every protected person masked, patient and staff; nothing else changes. */
export function maskRun(stored: StoredRun, mask: Mask): StoredRun {
  return {
    ...stored,
    document: {
      ...stored.document,
      findings: stored.document.findings.map((finding) => maskFinding(finding, mask)),
    },
    cases: stored.cases.map((one) => maskCase(one, mask)),
  }
}

/** A finding with every protected person masked. */
export function maskFinding(finding: StoredFinding, mask: Mask): StoredFinding {
  return maskFacts(masked(finding, mask), mask)
}

/** A case with every protected person masked. */
export function maskCase(file: CaseFile, mask: Mask): CaseFile {
  return masked(file, mask)
}

function masked<T extends Named>(one: T, mask: Mask): T {
  return {
    ...one,
    user_id: one.user_id === null ? null : mask.user(one.user_id),
    patient_id: one.patient_id === null ? null : mask.patient(one.patient_id),
  }
}

/** A fact may be an id too, above all of a workspace's own rule. */
function maskFacts<T extends { facts: Facts; evidence: readonly { facts: Facts }[] }>(finding: T, mask: Mask): T {
  const hide = (facts: Facts): Facts =>
    Object.fromEntries(
      Object.entries(facts).map(([name, fact]) => {
        if (typeof fact !== 'string') return [name, fact]
        return [name, mask.isMasked('patient', fact) ? mask.patient(fact) : mask.user(fact)]
      }),
    )
  const evidence = finding.evidence.map((one) => ({ ...one, facts: hide(one.facts) }))
  return { ...finding, facts: hide(finding.facts), evidence }
}

/** Whoever else is to be named: a user, a patient, or both. */
export interface Named {
  readonly user_id: string | null
  readonly patient_id: string | null
}

/** Names for those in the findings whom a report may name: the protected have none. */
export async function makeNameBook(
  store: Store,
  stored: { readonly document: { readonly run: Period; readonly findings: readonly Named[] } },
  mask: Mask,
  also: readonly Named[] = [],
): Promise<NameBook> {
  const { run } = stored.document
  const named: readonly Named[] = [...stored.document.findings, ...also]
  const asked = (ids: readonly (string | null)[]): string[][] =>
    [...new Set(ids)].flatMap((id) => (id === null ? [] : [[id]]))
  await store.run('audit/asked-persons')
  await store.append('asked_user', asked(named.map(({ user_id }) => user_id)))
  await store.append('asked_patient', asked(named.map(({ patient_id }) => patient_id)))
  const users = await store.rows('audit/user-names', UserName, { from: run.from, to: run.to })
  const logged = await store.rows('audit/logged-names', UserName, { from: run.from, to: run.to })
  const patients = await store.rows('audit/patient-names', PatientName)
  const units = await store.rows('audit/unit-names', UnitName)
  return {
    users: new Map(
      [...users, ...logged]
        .filter(({ user_id }) => !mask.isMasked('user', user_id))
        .map(({ user_id, name, title }) => [user_id, { name, title }]),
    ),
    patients: new Map(
      patients
        .filter(({ patient_id }) => !mask.isMasked('patient', patient_id))
        .map(({ patient_id, name }) => [patient_id, { name }]),
    ),
    units: new Map(units.map(({ care_unit_id, name }) => [care_unit_id, name])),
  }
}
