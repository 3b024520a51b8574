import type { StoredRun } from '../audit/keep-run.ts'
import type { CaseFile } from '../model/audit-document.ts'
import type { DrawnItem, HandedCase, ReviewerRole } from '../model/review.ts'
import type { CaseLookup } from './case-lookups.ts'
import type { ReviewedCase } from './controls.ts'
import { type Judged, refusalOf, type Reviewers, reviewerFor } from './reviewers.ts'
import { Reviewed } from './states.ts'

/** Something that may be handed out: a case of the rules, what was drawn, or what a targeted control is aimed at. */
export interface Candidate extends HandedCase {
  /** The file of a case of the rules. */
  readonly file: CaseFile | undefined
  readonly rows: readonly CaseLookup[]
}

/** Cases of the rules with something that has not been judged yet, in the order of their score. */
export function openCases(run: StoredRun, known: readonly ReviewedCase[]): CaseFile[] {
  const reviewed = new Reviewed(known)
  const findings = findingsById(run)
  return run.cases.filter((file) =>
    findingsOf(findings, file).some((finding) => finding.opens && reviewed.stateOf(finding) === 'new'),
  )
}

type KeptFinding = StoredRun['document']['findings'][number]
/** The findings of a run, by their id. */
type FindingsById = ReadonlyMap<string, KeptFinding>

/** The findings of a run, to be asked for case by case. */
export function findingsById(run: StoredRun): FindingsById {
  return new Map(run.document.findings.map((finding) => [finding.finding_id, finding]))
}

/** The findings of a case of the rules that a reviewer is asked about. */
function findingsOf(findings: FindingsById, file: CaseFile): KeptFinding[] {
  return file.finding_ids.flatMap((id) => findings.get(id) ?? []).filter(({ suppressed }) => !suppressed)
}

/** What a case of the rules holds, for reading its lookups. */
export function lookupsOf(findings: FindingsById, file: CaseFile): string[] {
  return findingsOf(findings, file).flatMap(({ lookup_ids }) => lookup_ids)
}

/** A case of the rules as it would be handed out. */
export function candidateOfCase(findings: FindingsById, file: CaseFile, rows: readonly CaseLookup[]): Candidate {
  const { case_id, subject, user_id, patient_id, care_unit_id } = file
  return {
    case_id,
    source: 'rules',
    subject,
    user_id,
    patient_id,
    care_unit_id,
    lookups: rows.map(handedLookup),
    findings: findingsOf(findings, file).map(({ finding_id, rule, severity }) => ({ finding_id, rule, severity })),
    file,
    rows,
  }
}

/** What was drawn, or what a targeted control is aimed at, as it would be handed out: without what the rules say. */
export function candidateOfItem(item: DrawnItem, source: 'draw' | 'target', rows: readonly CaseLookup[]): Candidate {
  const { case_id, subject, user_id, patient_id, care_unit_id } = item
  return {
    case_id,
    source,
    subject,
    user_id,
    patient_id,
    care_unit_id,
    lookups: rows.map(handedLookup),
    findings: [],
    file: undefined,
    rows,
  }
}

function handedLookup(row: CaseLookup): HandedCase['lookups'][number] {
  return {
    lookup_id: row.lookup_id,
    user_id: row.user_id,
    patient_id: row.patient_id,
    grade: row.relation_grade,
  }
}

/** Who stands in a case, for the question who may judge it. */
export function judgedOf(one: HandedCase): Judged {
  const { case_id, subject, user_id, patient_id, care_unit_id, lookups } = one
  const users = [user_id, ...lookups.map((lookup) => lookup.user_id)]
  const patients = [patient_id, ...lookups.map((lookup) => lookup.patient_id)]
  return {
    case_id,
    subject,
    user_id,
    patient_id,
    care_unit_id,
    users: [...new Set(users.filter((id) => id !== null))],
    patients: [...new Set(patients.filter((id) => id !== null))],
    rules: one.findings.map(({ rule }) => rule),
  }
}

/** How the candidates of a unit, or of the central reviewer, fall out for one reviewer. */
export interface Portion {
  readonly mine: readonly Candidate[]
  /** Those that go to somebody else, and to whom; nobody where no one may judge them. */
  readonly elsewhere: readonly {
    readonly candidate: Candidate
    readonly reviewer: string | null
    readonly role: ReviewerRole | null
  }[]
}

/** Deals candidates out: each goes to the reviewer of its unit, its deputy or a central reviewer, whoever may judge it. */
export function dealOut(candidates: readonly Candidate[], reviewers: Reviewers, reviewer: string): Portion {
  const mine: Candidate[] = []
  const elsewhere: Portion['elsewhere'][number][] = []
  for (const candidate of candidates) {
    const judged = judgedOf(candidate)
    const found = reviewerFor(reviewers, judged)
    // Where the register names nobody, whoever is asked for reviews, unless something stands against it.
    const isFree = found === undefined && !isNamed(reviewers, candidate.care_unit_id)
    if (found?.reviewer.user_id === reviewer || (isFree && refusalOf(reviewers, reviewer, judged) === undefined))
      mine.push(candidate)
    else elsewhere.push({ candidate, reviewer: found?.reviewer.user_id ?? null, role: found?.role ?? null })
  }
  return { mine, elsewhere }
}

/** What one reviewer gets of a control that is handed out whole. */
export interface Dealt {
  /** null is the central reviewer's, of every unit. */
  readonly unit: string | null
  readonly reviewer: string
  readonly role: ReviewerRole
  readonly mine: readonly Candidate[]
}

/** Deals candidates out to everyone who reviews. @returns also those that no one may judge */
export function dealToAll(
  candidates: readonly Candidate[],
  reviewers: Reviewers,
): { readonly dealt: readonly Dealt[]; readonly nobody: readonly Candidate[] } {
  const found = candidates.map((candidate) => ({ candidate, to: reviewerFor(reviewers, judgedOf(candidate)) }))
  const given = found.flatMap(({ candidate, to }) => (to ? [{ candidate, ...to }] : []))
  const unitOf = ({ candidate, role }: (typeof given)[number]): string | null =>
    role === 'central' ? null : candidate.care_unit_id
  const groups = Map.groupBy(given, (one) => JSON.stringify([unitOf(one), one.reviewer.user_id]))
  return {
    dealt: [...groups.values()].map((group) => {
      const [first] = group as [(typeof given)[number]]
      const mine = group.map(({ candidate }) => candidate)
      return { unit: unitOf(first), reviewer: first.reviewer.user_id, role: first.role, mine }
    }),
    nobody: found.filter(({ to }) => to === undefined).map(({ candidate }) => candidate),
  }
}

/** Does the register name anyone who reviews this unit? */
export function isNamed({ all }: Reviewers, care_unit_id: string | null): boolean {
  return all.some((one) => one.care_unit_id === care_unit_id && (one.role === 'reviewer' || one.role === 'deputy'))
}
