import { basename, extname } from 'node:path'
import { readAnswers } from '../formats/answers/read-answers.ts'
import { reviewWords } from '../language/review/index.ts'
import { answerVocabulary } from '../language/workbook/index.ts'
import type { Answers } from '../model/answers.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { languages } from '../model/language.ts'
import type { Entry, Noted } from '../model/review.ts'
import { entriesOf } from '../review/controls.ts'
import type { Judgement } from '../training/grade.ts'
import type { Session } from './session.ts'

/** A trainee, with the cases of the packets that were handed out. */
export interface HandedTrainee {
  /** Whose name the registers may know; null for one named on the command line. */
  readonly reviewer: string | null
  readonly name: string
  readonly packets: readonly string[]
  readonly cases: readonly { case_id: string; rules: readonly string[]; lookup_ids: readonly string[] }[]
  readonly judgements: ReadonlyMap<string, Judgement>
  readonly minutes: number | null
  readonly estimated_minutes: number
}

type Packet = Entry<'handed_out'>
type Decision = Noted<Entry<'decided'>>

/** A longer pause between two judgements is not counted as review. */
const longestPause = 10

/**
 * The trainees of an exercise: those of the files, or else everyone to whom the journal says that a packet was handed.
 * @param named `NAME=FILE`
 * @throws {Fault} 64 when a trainee is not named so, 65 for a file that cannot be read or of another workspace
 */
export async function traineesOf(
  session: Session,
  journal: readonly Noted[],
  files: readonly string[],
  named: readonly string[],
): Promise<HandedTrainee[]> {
  const of = entriesOf(journal)
  const packets = of('handed_out').flatMap(({ body }) => (body.role === 'second' ? [] : [body]))
  if (packets.length === 0) {
    throw new Fault(
      Exit.data,
      'nothing has been handed out in this workspace',
      'hand out packets first: loggkoll review export --unit ID -o FILE',
    )
  }
  const asked = [...files.map((file) => ({ file, name: null })), ...named.map(namedFile)]
  if (asked.length === 0) return fromJournal(packets, of('decided'))
  const read = []
  for (const { file, name } of asked) read.push({ name, file, ...(await readOne(session, file, packets)) })
  return fromFiles(read)
}

function namedFile(text: string): { name: string; file: string } {
  const [, name, file] = /^([^=]+)=(.+)$/s.exec(text) ?? []
  if (name === undefined || file === undefined)
    throw new Fault(Exit.usage, '--trainee takes NAME=FILE', 'such as --trainee Anna=svar-P-1f0c9a7be3d24c11.json')
  return { name: name.trim(), file }
}

interface ReadFile {
  readonly name: string | null
  readonly file: string
  readonly answers: Answers
  readonly packets: readonly Packet[]
}

/** The answers of one file, with the packet as it was handed out. What could not be read is said, and is no judgement. */
async function readOne(
  session: Session,
  file: string,
  packets: readonly Packet[],
): Promise<Pick<ReadFile, 'answers' | 'packets'>> {
  const { answers, problems } = await readAnswers(file, languages.map(answerVocabulary))
  const own = packets.filter(({ packet_id }) => packet_id === answers.packet_id)
  if (own.length === 0) {
    throw new Fault(
      Exit.data,
      `${file}: its packet was not handed out from this workspace`,
      'name the workspace of the exercise with -w',
    )
  }
  const words = reviewWords(session.language)
  for (const { place, cause } of problems)
    session.note(`${file}: ${words.problem(place, words.problemCauses[cause] ?? cause)}`)
  const handed = new Set(own.flatMap(({ cases }) => cases.map(({ case_id }) => case_id)))
  for (const { case_id, verdict } of answers.answers) {
    if (verdict !== null && !handed.has(case_id))
      session.note(`${file}: ${words.problem(case_id, words.objections.unknown_case)}`)
  }
  return { answers, packets: own }
}

/**
 * A file is its packet's reviewer's; where several answer one packet they are told apart by the names of the files.
 * @throws {Fault} 64 when two files answer one packet in one name: the second would take the place of the first
 */
function fromFiles(read: readonly ReadFile[]): HandedTrainee[] {
  const isShared = ({ answers }: ReadFile): boolean =>
    read.filter((other) => other.answers.packet_id === answers.packet_id).length > 1
  const whose = (one: ReadFile): string =>
    one.name ?? (isShared(one) ? basename(one.file, extname(one.file)) : one.packets[0]!.reviewer)
  return [...Map.groupBy(read, whose)].map(([name, own]) => {
    apart(name, own)
    const answers = own.flatMap((one) => one.answers.answers)
    const minutes = own.reduce((sum, one) => sum + one.answers.minutes, 0)
    return {
      ...handedTo(own.flatMap(({ packets }) => packets)),
      reviewer: own.some((one) => one.name !== null || isShared(one)) ? null : name,
      name,
      judgements: new Map(
        answers.flatMap(({ case_id, verdict, employee_answer }) =>
          verdict === null ? [] : [[case_id, { verdict, heard: isSaid(employee_answer) }] as const],
        ),
      ),
      minutes: minutes === 0 ? null : Math.round(minutes),
    }
  })
}

function apart(name: string, own: readonly ReadFile[]): void {
  for (const [packet, twice] of Map.groupBy(own, ({ answers }) => answers.packet_id)) {
    if (twice.length < 2) continue
    throw new Fault(
      Exit.usage,
      `${twice.map(({ file }) => file).join(' and ')} both answer ${packet} as ${name}`,
      'say whose each is: --trainee NAME=FILE',
    )
  }
}

function fromJournal(packets: readonly Packet[], decided: readonly Decision[]): HandedTrainee[] {
  return [...Map.groupBy(packets, ({ reviewer }) => reviewer)].map(([reviewer, own]) => {
    const said = decided.filter(({ body }) => body.reviewer === reviewer && !body.second)
    return {
      ...handedTo(own),
      reviewer,
      name: reviewer,
      judgements: new Map(
        [...Map.groupBy(said, ({ body }) => body.case_id)].map(([case_id, of]) => [case_id, judgementOf(of)]),
      ),
      minutes: minutesBetween(said),
    }
  })
}

/** Who has asked, has asked: what is judged after the answer does not take that away, unless it accuses. */
function judgementOf(said: readonly Decision[]): Judgement {
  const last = said.at(-1)!.body
  const asked = said.slice(0, -1).some(({ body }) => body.verdict === 'ask')
  const verdict = asked && last.verdict !== 'unjustified' ? 'ask' : last.verdict
  return { verdict, heard: asked || isSaid(last.employee_answer) }
}

function isSaid(text: string | null): boolean {
  return text !== null && text.trim() !== ''
}

/** From the first judgement to the last, without long pauses; null for what was taken back in one go. */
function minutesBetween(said: readonly Decision[]): number | null {
  const times = [...new Set(said.map(({ time }) => Date.parse(time)))].toSorted((a, b) => a - b)
  if (times.length < 3) return null
  const used = times.slice(1).reduce((sum, time, place) => {
    const pause = (time - times[place]!) / 60_000
    return sum + (pause <= longestPause ? pause : 0)
  }, 0)
  return Math.round(used)
}

function handedTo(packets: readonly Packet[]): Pick<HandedTrainee, 'packets' | 'cases' | 'estimated_minutes'> {
  const distinct = [...new Map(packets.map((packet) => [packet.packet_id, packet])).values()]
  const cases = new Map(packets.flatMap((packet) => packet.cases.map((one) => [one.case_id, one] as const)))
  return {
    packets: distinct.map(({ packet_id }) => packet_id),
    cases: [...cases.values()].map(({ case_id, lookups, findings }) => ({
      case_id,
      rules: [...new Set(findings.map(({ rule }) => rule))],
      lookup_ids: lookups.map(({ lookup_id }) => lookup_id),
    })),
    estimated_minutes: distinct.reduce((sum, { minutes }) => sum + minutes, 0),
  }
}
