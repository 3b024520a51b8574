import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { readPeople } from '../audit/grade-lookups.ts'
import { readRun } from '../audit/keep-run.ts'
import { lessonWords } from '../language/lesson/index.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Lesson, LessonPage } from '../model/lesson.ts'
import { nearest } from '../model/nearest.ts'
import { lessonMarkdown, lessonPages } from '../reports/lesson/lesson-text.ts'
import { examplesOf, ruleLesson } from '../reports/lesson/rule-lesson.ts'
import { readIn } from '../reports/reading.ts'
import { rules } from '../rules/index.ts'
import type { Rule } from '../rules/rule.ts'
import { isWorkspace, openStore } from '../workspace/workspace.ts'
import { makeReport, readable } from './make-report.ts'
import type { Session } from './session.ts'

export interface LessonOptions {
  readonly writeLocal?: boolean
}

/** A page of the region's own is no book. */
const mostLetters = 20_000

/** `train lesson [why|how|RULE]`: a short lesson, page by page on a terminal, all at once in a pipe. */
export async function trainLesson(
  session: Session,
  topic: string | undefined,
  { writeLocal = false }: LessonOptions,
): Promise<Exit> {
  if (writeLocal) {
    if (topic !== undefined && topic !== 'how')
      throw new Fault(
        Exit.usage,
        '--write-local goes with the lesson how',
        'loggkoll -w DIR train lesson how --write-local',
      )
    return writeTemplate(session)
  }
  const ending = extname(session.options.output ?? '').slice(1)
  const format = readable(session.options.format ?? (['', 'txt'].includes(ending) ? 'table' : ending), {
    table: 1,
    md: 1,
  })
  const lesson = await lessonOf(session, topic)
  if (format === 'md') session.write(lessonMarkdown(lesson))
  else await tell(session, lesson)
  return Exit.done
}

async function lessonOf(session: Session, topic: string | undefined): Promise<Lesson> {
  const words = lessonWords(session.spokenLanguage)
  if (topic === undefined) return listOf(session)
  if (topic === 'why') return { title: words.titles.why, pages: words.why }
  if (topic === 'how') return { title: words.titles.how, pages: [...words.how, localPage(session)] }
  return ofRule(session, findTopic(session, topic))
}

function bookOf(session: Session): readonly Rule[] {
  return isWorkspace(session.folder) ? session.book : rules
}

/** @throws {Fault} 64 for what is no lesson */
function findTopic(session: Session, topic: string): Rule {
  const book = bookOf(session)
  const rule = book.find(({ id }) => id === topic)
  if (rule) return rule
  const near = nearest(topic, ['why', 'how', ...book.map(({ id }) => id)])
  throw new Fault(
    Exit.usage,
    `there is no lesson ${topic}`,
    near ? `did you mean ${near}?` : 'loggkoll train lesson lists them',
  )
}

function listOf(session: Session): Lesson {
  const language = session.spokenLanguage
  const words = lessonWords(language)
  const line = (id: string, title: string): string => `${id.padEnd(18)} ${title}`
  return {
    title: words.list,
    pages: [
      {
        heading: words.use,
        parts: [
          { typed: (['why', 'how'] as const).map((id) => line(id, words.titles[id])) },
          `${words.listRules}:`,
          { typed: bookOf(session).map(({ id, words: said }) => line(id, said[language].title)) },
        ],
      },
    ],
  }
}

/** The region's own steps, as they are written in the workspace. */
function localPage(session: Session): LessonPage {
  const words = lessonWords(session.spokenLanguage)
  const path = localPath(session)
  if (!isWorkspace(session.folder) || !existsSync(path)) return { heading: words.local, parts: [words.noLocal] }
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new Fault(Exit.io, `${path} cannot be read`, 'check the permissions', error)
  }
  if (text.length > mostLetters)
    throw new Fault(Exit.data, `${path} is too long for a page`, `keep it below ${mostLetters} letters`)
  return { heading: words.local, parts: [{ written: text.trimEnd().split(/\r?\n/) }] }
}

function localPath({ folder }: Session): string {
  return join(folder, 'training', 'local.md')
}

/** @throws {Fault} 73 when there is one already: nobody's words are written over */
function writeTemplate(session: Session): Exit {
  const { localTemplate, written } = lessonWords(session.language)
  const path = localPath(session)
  if (existsSync(path)) throw new Fault(Exit.cannotWrite, `${path} is there already`, 'edit it, or move it away first')
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(path, localTemplate, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    throw new Fault(Exit.cannotWrite, `${path} cannot be written`, 'check the permissions', error)
  }
  session.note(written(path))
  return Exit.done
}

/** A rule with examples of the latest run of the workspace at hand, if there is one. */
async function ofRule(session: Session, rule: Rule): Promise<Lesson> {
  const language = session.spokenLanguage
  if (!isWorkspace(session.folder)) return ruleLesson(rule, language, undefined)
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const stored = await readRun(store, null)
    if (!stored) return ruleLesson(rule, language, undefined)
    await readPeople(store, stored.document.run)
    const report = await makeReport(session, store, stored, { reveal: false, minSeverity: 'info' })
    const reading = readIn(report, language)
    session.leaveTrail(examplesOf(rule, reading).length)
    return ruleLesson(rule, language, reading)
  } finally {
    store.close()
  }
}

/** Page by page where somebody can press Enter; else all of it. */
async function tell(session: Session, lesson: Lesson): Promise<void> {
  const { io, options } = session
  const words = lessonWords(session.spokenLanguage)
  const pages = lessonPages(lesson, session.spokenLanguage, { columns: io.columns ?? 76, color: session.color })
  if (io.columns === undefined || (options.output !== undefined && options.output !== '-')) {
    session.write(pages.join('\n'))
    return
  }
  const input = createInterface({ input: io.input })
  const lines = input[Symbol.asyncIterator]()
  let asks = true
  for (const [place, page] of pages.entries()) {
    session.write(`${page}\n`)
    if (!asks || place === pages.length - 1) continue
    io.err(words.more)
    const { done, value } = await lines.next()
    if (done === true) asks = false
    else if (value.trim().toLowerCase() === words.quit) break
  }
  input.close()
}
