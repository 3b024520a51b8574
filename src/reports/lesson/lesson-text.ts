import { Chalk } from 'chalk'
import { lessonWords } from '../../language/lesson/index.ts'
import type { Language } from '../../model/language.ts'
import type { Lesson, LessonPage, LessonPart } from '../../model/lesson.ts'
import { plainText, wrap } from '../plain-text.ts'

const narrowest = 40
const widest = 76

/** A lesson as pages of a terminal, each whole: no line is wider than the columns given. */
export function lessonPages(
  { title, pages }: Lesson,
  language: Language,
  layout: { readonly columns: number; readonly color: boolean },
): string[] {
  const words = lessonWords(language)
  const columns = Math.min(widest, Math.max(narrowest, layout.columns))
  const paint = new Chalk({ level: layout.color ? 1 : 0 })
  return pages.map(({ heading, parts }, place) =>
    [
      ...(place === 0 ? [...wrap(plainText(title), columns).map((line) => paint.bold.underline(line)), ''] : []),
      ...wrap(plainText(heading), columns).map((line) => paint.bold(line)),
      ...(pages.length > 1 ? [paint.dim(words.page(place + 1, pages.length))] : []),
      '',
      ...parts.flatMap((part, index) => [...(index > 0 ? [''] : []), ...partLines(part, columns)]),
      '',
    ]
      .join('\n')
      .concat('\n'),
  )
}

function partLines(part: LessonPart, columns: number): string[] {
  if (typeof part === 'string') return wrap(held(plainText(part)), columns)
  if ('written' in part) return part.written.flatMap((line) => wrap(plainText(line), columns))
  if ('typed' in part) return part.typed.map((line) => `    ${plainText(line)}`)
  return part.list.flatMap((item) =>
    wrap(held(plainText(item)), columns, '    ').map((line, place) => (place === 0 ? `  - ${line.slice(4)}` : line)),
  )
}

/** The number of a paragraph of law stays on one line. */
function held(text: string): string {
  return text.replace(/\d+ kap\.(?: \d+(?: [a-z])? §)?/g, (paragraph) => paragraph.replaceAll(' ', '\u00a0'))
}

/** A lesson in Markdown, to be handed out. */
export function lessonMarkdown({ title, pages }: Lesson): string {
  return `# ${markdown(title)}\n${pages.map(pageMarkdown).join('')}`
}

function pageMarkdown({ heading, parts }: LessonPage): string {
  const told = parts.map((part) => {
    if (typeof part === 'string') return markdown(part)
    if ('written' in part) return part.written.map(plainText).join('\n')
    if ('typed' in part) return ['```', ...part.typed.map(plainText), '```'].join('\n')
    return part.list.map((item) => `- ${markdown(item)}`).join('\n')
  })
  return `\n## ${markdown(heading)}\n\n${told.join('\n\n')}\n`
}

function markdown(text: string): string {
  return plainText(text).replace(/[\\`*_[\]<>|]/g, (sign) => `\\${sign}`)
}
