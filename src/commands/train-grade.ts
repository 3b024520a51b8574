import { extname } from 'node:path'
import { gradeLookups } from '../audit/grade-lookups.ts'
import { readRun, readRunOf } from '../audit/keep-run.ts'
import { makeMask, makeNameBook } from '../audit/mask.ts'
import { gradeWords } from '../language/training/index.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { GradeDocument } from '../model/grade-document.ts'
import type { TrainingKey } from '../model/training-key.ts'
import { toolVersion } from '../model/version.ts'
import { gradeFormats } from '../reports/grade/index.ts'
import { gradePages } from '../reports/grade/printed.ts'
import { asPdf } from '../reports/printed/pdf.ts'
import { readCaseLookups } from '../review/case-lookups.ts'
import type { Store } from '../store/store.ts'
import { grade, type SeenCase } from '../training/grade.ts'
import { keyInLog } from '../training/key-in-log.ts'
import { openStore } from '../workspace/workspace.ts'
import { auditSettings } from './audit-settings.ts'
import { readable } from './make-report.ts'
import { openJournal } from './review-desk.ts'
import type { Session } from './session.ts'
import { isMadeFor, readTrainingKey } from './train-key.ts'
import { type HandedTrainee, traineesOf } from './train-trainees.ts'
import { readTypeface } from './typeface.ts'

export interface GradeOptions {
  readonly key: string
  readonly trainee?: readonly string[]
}

/** `train grade [ANSWERS…] --key FILE`: marks what trainees have judged against the key of the exercise. */
export async function trainGrade(
  session: Session,
  files: readonly string[],
  { key: path, trainee: named = [] }: GradeOptions,
): Promise<Exit> {
  const ending = session.options.output === undefined ? 'table' : extname(session.options.output).slice(1)
  const format = readable(session.options.format ?? ending, { ...gradeFormats, pdf: 1 })
  const key = await readTrainingKey(session, path)
  const { journal } = openJournal(session)
  const handed = await traineesOf(session, journal, files, named)
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const document = await graded(session, store, { path, key }, handed)
    session.leaveTrail(document.trainees.reduce((sum, { cases }) => sum + cases.length, 0))
    if (format === 'pdf') session.write(await asPdf(gradePages(document, session.language), readTypeface()))
    else {
      const layout = { columns: session.io.columns ?? 80, color: session.color }
      session.write(gradeFormats[format](document, session.language, layout))
    }
    return Exit.done
  } finally {
    store.close()
  }
}

async function graded(
  session: Session,
  store: Store,
  { path, key }: { readonly path: string; readonly key: TrainingKey },
  handed: readonly HandedTrainee[],
): Promise<GradeDocument> {
  const days = { from: key.from, to: key.to }
  await gradeLookups(store, days, auditSettings(session, undefined))
  const all = await isOfThisLog(store, path, key)
  // As of a month with nothing wrong: it fits any log.
  if (all === 0 && !isMadeFor(session.workspace.keyring, key))
    session.note(gradeWords(session.language).namesNothing(key.scenario, key.seed))
  const run = (await readRunOf(store, days)) ?? (await readRun(store, null))
  const asked = await withLookups(
    store,
    [...Map.groupBy(run?.document.findings ?? [], ({ case_id }) => case_id)].map(([case_id, findings]) => ({
      case_id,
      rules: [...new Set(findings.map(({ rule }) => rule))],
      lookup_ids: findings.flatMap(({ lookup_ids }) => lookup_ids),
    })),
  )
  const mask = await makeMask(store, session, false)
  const reviewers = handed.map(({ reviewer }) => ({ user_id: reviewer, patient_id: null }))
  const names = await makeNameBook(store, { document: { run: days, findings: reviewers } }, mask)
  const trainees = []
  for (const { reviewer, name, cases, ...rest } of handed) {
    const known = reviewer === null ? null : names.users.get(reviewer)?.name
    trainees.push({ ...rest, name: known ?? name, cases: await withLookups(store, cases) })
  }
  return GradeDocument.parse({
    schema: 'loggkoll/grade/1',
    language: session.language,
    tool: toolVersion,
    prepared: session.io.now().toISOString(),
    scenario: key.scenario,
    seed: key.seed,
    size: key.size,
    ...days,
    ...grade(key, trainees, asked, session.language),
  } satisfies GradeDocument)
}

/**
 * Held against the key of another exercise everyone passes: nothing that it names was handed out.
 * @returns how many lookups the key names
 * @throws {Fault} 65 when the log holds less than half of them
 */
async function isOfThisLog(store: Store, path: string, key: TrainingKey): Promise<number> {
  const { known, all } = await keyInLog(store, key)
  if (known * 2 >= all) return all
  throw new Fault(
    Exit.data,
    `${path} is the key of another exercise, or the log has not been read: the log holds ${known} of its ${all} lookups`,
    `it belongs to ${key.scenario} with the seed ${key.seed}; name the key that was made with this exercise`,
  )
}

/** Cases with their lookups as the store has them. */
async function withLookups(
  store: Store,
  cases: readonly {
    readonly case_id: string
    readonly rules: readonly string[]
    readonly lookup_ids: readonly string[]
  }[],
): Promise<SeenCase[]> {
  const lookups = await readCaseLookups(store, cases)
  return cases.map(({ case_id, rules }) => ({ case_id, rules, lookups: lookups.get(case_id) ?? [] }))
}
