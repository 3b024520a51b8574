import { type Answer, Answers } from '../../model/answers.ts'
import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { answerOf, type AnswerField, isFilled } from './fields.ts'
import { answerLimits } from './limits.ts'
import type { AnswerProblem } from './problem.ts'
import type { Words } from './words.ts'

const fields: readonly AnswerField[] = [
  'verdict',
  'explanation',
  'comment',
  'due',
  'employee_answer',
  'not_asked_reason',
]
const known = new Set<string>(Object.keys(Answers.shape))

/**
 * The answers that a reviewer's page saved; one that was edited by hand is read as far as it goes.
 * @throws {Fault} 65 when it is no JSON, too large or too deep, or when nothing says that these are answers and to what
 */
export function answersOfJson(
  text: string,
  shownAs: string,
  words: Words,
): { answers: Answers; problems: AnswerProblem[] } {
  const value = parse(text, shownAs)
  const whole = Answers.safeParse(value)
  if (whole.success && isSingle(whole.data.answers)) return { answers: whole.data, problems: [] }
  if (!isObject(value) || value['schema'] !== 'loggkoll/answers/1') {
    throw new Fault(Exit.data, `${shownAs} holds no answers`, 'send what the page saved, or the workbook filled in')
  }
  const { packet_id, control_id, not_party, saved_at, minutes, answers } = value
  if (typeof packet_id !== 'string' || typeof control_id !== 'string' || !Array.isArray(answers)) {
    throw new Fault(Exit.data, `${shownAs}: nothing says which packet it answers`, 'save the answers again in the page')
  }
  const problems: AnswerProblem[] = []
  for (const name of Object.keys(value)) {
    if (!known.has(name)) problems.push({ place: shortened(name), cause: 'unknown_field', facts: {} })
  }
  if (typeof not_party !== 'boolean') problems.push({ place: 'not_party', cause: 'unreadable_party', facts: {} })
  return {
    answers: {
      schema: 'loggkoll/answers/1',
      packet_id,
      control_id,
      not_party: not_party === true,
      saved_at: typeof saved_at === 'string' ? saved_at : '',
      minutes: typeof minutes === 'number' && minutes >= 0 ? minutes : 0,
      answers: readAll(answers, words, problems),
    },
    problems,
  }
}

function parse(text: string, shownAs: string): unknown {
  if (depthOf(text) > answerLimits.depth) {
    throw new Fault(Exit.data, `${shownAs} holds no answers: it is too deep`, 'save the answers again in the page')
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Fault(
      Exit.data,
      `${shownAs} is broken: it is no whole JSON`,
      'save the answers again in the page, and send the file as it is',
      error,
    )
  }
}

/** How deep objects and arrays lie in each other; looked at before anything is built of them. */
function depthOf(text: string): number {
  let [depth, deepest, inText] = [0, 0, false]
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (inText) {
      if (sign === '\\') at++
      else if (sign === '"') inText = false
    } else if (sign === '"') inText = true
    else if (sign === '{' || sign === '[') deepest = Math.max(deepest, ++depth)
    else if (sign === '}' || sign === ']') depth--
  }
  return deepest
}

function readAll(answers: readonly unknown[], words: Words, problems: AnswerProblem[]): Answer[] {
  const read = new Map<string, Answer>()
  for (const [place, value] of answers.entries()) {
    const answer = readOne(value, `answers[${place}]`, words, problems)
    if (!answer) continue
    const before = read.get(answer.case_id)
    if (before === undefined || !isFilled(before)) read.set(answer.case_id, answer)
    else if (isFilled(answer) && JSON.stringify(answer) !== JSON.stringify(before)) {
      problems.push({ place: `answers[${place}]`, cause: 'case_twice', facts: { case_id: answer.case_id } })
    }
  }
  return [...read.values()]
}

function readOne(value: unknown, place: string, words: Words, problems: AnswerProblem[]): Answer | undefined {
  const case_id = isObject(value) ? value['case_id'] : undefined
  if (!isObject(value) || typeof case_id !== 'string' || case_id.trim() === '') {
    problems.push({ place, cause: 'no_case', facts: {} })
    return undefined
  }
  const written: Partial<Record<AnswerField, { text: string; place: string }>> = {}
  for (const [name, content] of Object.entries(value)) {
    const field = fields.find((one) => one === name)
    const at = `${place}.${shortened(name)}`
    if (field === undefined) {
      if (name !== 'case_id') problems.push({ place: at, cause: 'unknown_field', facts: {} })
    } else if (typeof content === 'string') written[field] = { text: content, place: at }
    else if (content !== null) problems.push({ place: at, cause: 'wrong_type', facts: {} })
  }
  return answerOf(case_id.trim(), written, words, problems)
}

function isSingle(answers: readonly Answer[]): boolean {
  return new Set(answers.map(({ case_id }) => case_id)).size === answers.length
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The name of a field may hold anything, and is shown. */
function shortened(name: string): string {
  return /^\w{1,40}$/.test(name) ? name : '?'
}
