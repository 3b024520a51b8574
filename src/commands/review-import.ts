import { readPeople } from '../audit/grade-lookups.ts'
import { type AnswerProblem, readAnswers } from '../formats/answers/read-answers.ts'
import { reviewWords } from '../language/review/index.ts'
import { answerVocabulary } from '../language/workbook/index.ts'
import type { Answers } from '../model/answers.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { languages } from '../model/language.ts'
import type { Entry, Noted } from '../model/review.ts'
import { casesOf, entriesOf, readControls } from '../review/controls.ts'
import type { Objection } from '../review/decide.ts'
import { givenAt } from '../review/old-answers.ts'
import { type Reviewers, readReviewers } from '../review/reviewers.ts'
import { takeAnswers, type Taken } from '../review/take-answers.ts'
import { nextWorkingDay } from '../review/working-days.ts'
import { openStore } from '../workspace/workspace.ts'
import { openJournal, writeJournal } from './review-desk.ts'
import { readable } from './make-report.ts'
import type { Session } from './session.ts'

/** What stands against the person who reviews, not against what was answered. */
const refusals: ReadonlySet<Objection> = new Set(['party', 'near', 'own_unit_head', 'central_only', 'not_handed'])

/** Nothing that is wrong: an answer not given yet, given before, or left behind since. */
const quiet: ReadonlySet<Objection> = new Set(['no_verdict', 'known_already', 'judged_later'])

/** `review import FILE…`: takes the answers of packets back, each for itself, and says what it could not take. */
export async function reviewImport(session: Session, files: readonly string[]): Promise<Exit> {
  const format = readable(session.options.format ?? 'table', { table: 1, json: 1 })
  const read = []
  const vocabularies = languages.map(answerVocabulary)
  for (const file of files) read.push({ file, ...(await readAnswers(file, vocabularies)) })
  const { journal } = openJournal(session)
  const packets = packetsOf(journal)
  for (const { file, answers } of read) check(file, answers, packets)
  const reviewers = await whoIsNear(
    session,
    [...packets.values()].map(({ body }) => body.reviewer),
  )
  session.leaveTrail(read.reduce((sum, { answers }) => sum + answers.answers.length, 0))
  const results = read.map(({ file, answers, problems }) => ({
    file,
    problems,
    ...take(session, answers, packets.get(answers.packet_id)!, reviewers),
  }))
  if (format === 'json') session.write(`${JSON.stringify(results.map(document), null, 2)}\n`)
  else for (const result of results) session.write(told(session, result))
  return exitOf(results)
}

type Packet = Noted<Entry<'handed_out'>>
type Packets = ReadonlyMap<string, Packet>
type Imported = Taken & { readonly file: string; readonly problems: readonly AnswerProblem[] }

/** Each packet as it was handed out first. */
function packetsOf(journal: readonly Noted[]): Packets {
  return new Map(
    entriesOf(journal)('handed_out')
      .toReversed()
      .map((packet) => [packet.body.packet_id, packet]),
  )
}

/** @throws {Fault} 65 for a file of another control or workspace, 77 when the reviewer has not declared to be no party */
function check(file: string, answers: Answers, packets: Packets): void {
  if (!packets.has(answers.packet_id)) {
    throw new Fault(
      Exit.data,
      `${file}: its packet was not handed out from this workspace`,
      'name the workspace with -w; loggkoll review status lists its controls',
    )
  }
  if (!answers.not_party) {
    throw new Fault(
      Exit.notAllowed,
      `${file}: the reviewer has not declared to be neither party nor next of kin`,
      'have the first line of the packet filled in, and take the file back again',
    )
  }
}

/** Who is near to whom, as the registers have it now. */
async function whoIsNear(session: Session, reviewers: readonly string[]): Promise<Reviewers> {
  const store = await openStore(session.workspace, session.options.wait)
  try {
    await readPeople(store, { from: '0001-01-01', to: '9999-12-31' })
    return await readReviewers(store, session.today, reviewers)
  } finally {
    store.close()
  }
}

/** Reads the journal and writes into it with no other process in between, so that nothing is kept twice. */
function take(session: Session, answers: Answers, { time, body: packet }: Packet, reviewers: Reviewers): Taken {
  let taken: Taken | undefined
  writeJournal(session, (known) => {
    const controls = readControls(known)
    const control = controls.find(({ control_id }) => control_id === packet.control_id)!
    taken = takeAnswers(answers, packet, control, casesOf(controls), {
      ids: session.workspace.keyring,
      reviewer: packet.reviewer,
      packet_id: packet.packet_id,
      reviewers,
      today: session.today,
      given: { at: givenAt(answers.saved_at, time, session.io.now()) },
    })
    return taken.entries
  })
  return taken!
}

function told(session: Session, { file, problems, decided, refused, absent }: Imported): string {
  const words = reviewWords(session.language)
  const open = refused.filter(({ objection }) => objection === 'no_verdict').length + absent.length
  const known = refused.filter(({ objection }) => objection === 'known_already').length
  const later = refused.filter(({ objection }) => objection === 'judged_later')
  const left = later.length === 0 ? '' : ` ${words.judgedLater(later.length)}`
  const lines = [`${file}: ${words.imported(decided.length, known, open)}${left}`]
  for (const { case_id } of later) lines.push(`  ${case_id}: ${words.objections.judged_later}`)
  const loud = refused.filter(({ objection }) => !quiet.has(objection))
  if (loud.length + problems.length > 0) lines.push(words.notTaken)
  for (const { case_id, objection } of loud) lines.push(`  ${case_id}: ${words.objections[objection]}`)
  for (const problem of problems)
    lines.push(`  ${words.problem(problem.place, words.problemCauses[problem.cause] ?? problem.cause)}`)
  if (decided.some(({ verdict, second }) => verdict === 'unjustified' && !second))
    lines.push(words.needsSecond(nextWorkingDay(session.io.now().toISOString(), session.workspace.config.zone)))
  return `${lines.join('\n')}\n`
}

function document({ file, problems, decided, refused, absent }: Imported) {
  return {
    file,
    decided: decided.map(({ case_id, verdict }) => ({ case_id, verdict })),
    refused,
    absent,
    problems,
  }
}

function exitOf(results: readonly Imported[]): Exit {
  const loud = results.flatMap(({ refused }) => refused.filter(({ objection }) => !quiet.has(objection)))
  if (loud.some(({ objection }) => refusals.has(objection))) return Exit.notAllowed
  return loud.length > 0 || results.some(({ problems }) => problems.length > 0) ? Exit.partly : Exit.done
}
