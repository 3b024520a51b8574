import { type PrintedWords, printedWords } from '../../language/printed/index.ts'
import { type Markup, markup, render } from '../html/markup.ts'
import { htmlPage } from '../html/page.ts'
import { styleSheet } from '../html/style.ts'
import { whole } from '../html/whole.ts'
import { plainText } from '../plain-text.ts'
import type { PrintedDocument, Section } from './document.ts'
import { htmlBlocks } from './html-blocks.ts'
import { printedStyle } from './html-style.ts'
import { pageMarks } from './marks.ts'

/** From so many sections on a page has a list of contents. */
const sectionsForContents = 4

/** A document as one HTML file that needs nothing else, kin to the report of an audit; it prints on A4. */
export function asHtml(document: PrintedDocument): string {
  const words = printedWords(document.language)
  const marks = pageMarks(document)
  const sections = document.blocks.filter((block) => block.is === 'section')
  return render(
    htmlPage({
      language: document.language,
      title: document.title,
      tool: document.tool,
      // The marks stand in the margin of every page on paper.
      style: `${styleSheet({ confidential: cssText(marks.join(' · ')), page: words.page })}${printedStyle(document)}`,
      skip: words.skip,
      body: markup`<header class="opening">
${marks.map((mark) => markup`<p class="mark">${mark}</p>\n`)}<h1>${whole(document.title)}</h1>
${document.subtitle !== undefined && markup`<p>${whole(document.subtitle)}</p>\n`}</header>
${sections.length >= sectionsForContents && contents(words, sections)}<main id="content" tabindex="-1">
${htmlBlocks(document)}</main>
<footer><p>loggkoll ${document.tool} · ${marks.join(' · ')}</p></footer>`,
    }),
  )
}

function contents(words: PrintedWords, sections: readonly Section[]): Markup {
  return markup`<nav aria-labelledby="contents">
<p id="contents">${words.contents}</p>
<ol>${sections.map(({ heading }, place) => markup`<li><a href="#part-${place + 1}">${heading}</a></li>\n`)}</ol>
</nav>
`
}

/** Text between quotation marks in a style sheet (CSS Syntax 3, 4.3.5), where no mark can end the sheet either. */
function cssText(text: string): string {
  return plainText(text).replace(/["\\<>&]/g, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)
}
