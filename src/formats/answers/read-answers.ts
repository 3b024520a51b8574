import { open, readFile, stat } from 'node:fs/promises'
import type { AnswerVocabulary } from '../../model/answer-vocabulary.ts'
import type { Answers } from '../../model/answers.ts'
import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { type Form, recogniseForm } from '../recognise.ts'
import { answersOfJson } from './from-json.ts'
import { answersOfWorkbook } from './from-workbook.ts'
import { answerLimits } from './limits.ts'
import type { AnswerProblem } from './problem.ts'
import { Words } from './words.ts'

export type { AnswerProblem } from './problem.ts'

/**
 * Reads what a reviewer sends back, known by its content: what the page saved (JSON), or the workbook filled in (.xlsx).
 * Whether the packet and its cases are known is not judged here; nothing that was answered is left out in silence.
 * @param vocabularies the languages by whose words a workbook is read, beside its own list of words
 * @throws {Fault} 65 when it is neither, broken, locked, too large or a bomb; 74 when it cannot be read
 */
export async function readAnswers(
  path: string,
  vocabularies: readonly AnswerVocabulary[] = [],
): Promise<{ readonly answers: Answers; readonly problems: readonly AnswerProblem[] }> {
  const words = new Words(vocabularies)
  const { form, size } = await lookAt(path)
  if (size > answerLimits.file) throw tooLarge(path, answerLimits.file)
  if (form === 'zip') return answersOfWorkbook(path, path, words)
  if (form === 'json') {
    if (size > answerLimits.json) throw tooLarge(path, answerLimits.json)
    return answersOfJson(decoded(await readFile(path)), path, words)
  }
  throw neither(path, form)
}

async function lookAt(path: string): Promise<{ form: Form; size: number }> {
  try {
    const found = await stat(path)
    if (!found.isFile()) throw new Fault(Exit.data, `${path} is no file`, 'name the file that was sent back')
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
      return { form: recogniseForm(buffer.subarray(0, bytesRead)), size: found.size }
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof Fault) throw error
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new Fault(Exit.data, `there is no file ${path}`, 'check the name')
    throw new Fault(Exit.io, `${path} cannot be read`, 'check the permissions', error)
  }
}

/** Text in UTF-8, or in UTF-16 as a text editor may have saved it. */
function decoded(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex')
  const isSwapped = mark === 'feff' || (bytes[0] === 0 && bytes[1] !== 0)
  const isWide = mark === 'fffe' || (bytes[0] !== 0 && bytes[1] === 0)
  return new TextDecoder(isSwapped ? 'utf-16be' : isWide ? 'utf-16le' : 'utf-8').decode(bytes)
}

function tooLarge(path: string, most: number): Fault {
  return new Fault(
    Exit.data,
    `${path} is larger than ${most / 1e6} MB`,
    'no answers are: check that it is the right file',
  )
}

function neither(path: string, form: Form): Fault {
  if (form === 'ole') {
    return new Fault(
      Exit.data,
      `${path} is an old Excel file, or one with a password`,
      'save it as .xlsx without a password',
    )
  }
  if (form === 'xml') {
    return new Fault(
      Exit.data,
      `${path} holds no answers; it may be the page itself`,
      'send the file that the page saved when the button for it was pressed',
    )
  }
  return new Fault(
    Exit.data,
    `${path} holds no answers`,
    'send what the page saved, or the workbook filled in (saved as .xlsx, not as CSV)',
  )
}
