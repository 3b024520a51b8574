import { type PrintedWords, printedWords } from '../../language/printed/index.ts'
import { plainText } from '../plain-text.ts'
import type { Block, Cell, Inline, PrintedDocument, Table } from './document.ts'
import { pageMarks } from './marks.ts'
import { cellsOf, notesOf, partsOf } from './text.ts'

/** A document as Markdown (GFM); what could be read as a mark of it in the data is escaped. */
export function asMarkdown(document: PrintedDocument): string {
  const words = printedWords(document.language)
  const parts = [
    `# ${said(document.title)}`,
    ...(document.subtitle === undefined ? [] : [said(document.subtitle)]),
    `*${pageMarks(document).map(said).join(' · ')}*`,
    ...blocksText(words, document.blocks, 2),
    `*loggkoll ${said(document.tool)}*`,
  ]
  return `${parts.join('\n\n')}\n`
}

function blocksText(words: PrintedWords, blocks: readonly Block[], level: number): string[] {
  return blocks.flatMap((block) => blockText(words, block, level))
}

function blockText(words: PrintedWords, block: Block, level: number): string[] {
  switch (block.is) {
    case 'section':
      return [`${'#'.repeat(level)} ${said(block.heading)}`, ...blocksText(words, block.blocks, level + 1)]
    case 'paragraph':
      return [block.look === 'lead' ? `**${inlineText(block.text, true)}**` : inlineText(block.text)]
    case 'list':
      return [
        block.items.map((item, place) => `${block.ordered ? `${place + 1}.` : '-'} ${inlineText(item)}`).join('\n'),
      ]
    case 'facts':
      return [block.facts.map(([name, value]) => `- **${said(name)}**: ${inlineText(value)}`).join('\n')]
    case 'figures':
      return [
        block.figures
          .map(
            ({ name, value, note }) =>
              `- ${said(name)}: **${said(value)}**${note === undefined ? '' : ` (${said(note)})`}`,
          )
          .join('\n'),
      ]
    case 'notice':
      return [[`> **${said(block.heading)}**`, '>', ...block.items.map((item) => `> - ${inlineText(item)}`)].join('\n')]
    case 'table':
      return tableText(words, block)
    case 'plot':
      return [
        `**${said(block.title)}**: ${said(block.description)}`,
        ...(block.numbers ? tableText(words, block.numbers) : []),
      ]
    case 'signatures':
      return block.signers.map(({ role, name }) =>
        [
          said(role),
          ...[words.placeAndDate, words.signature].map((line) => `${line}: ${'\\_'.repeat(24)}`),
          `${words.nameInPrint}: ${name === null ? '\\_'.repeat(24) : said(name)}`,
        ].join('\\\n'),
      )
    case 'choices':
      return [
        said(block.question),
        block.choices.map(({ text, ticked }) => `- [${ticked ? 'x' : ' '}] ${said(text)}`).join('\n'),
      ]
  }
}

function tableText(words: PrintedWords, table: Table): string[] {
  const caption = `**${said(table.caption)}**`
  if (table.rows.length === 0) return [caption, said(table.empty ?? words.nothing)]
  const rows = table.rows.map((row) => ({ cells: cellsOf(row), notes: notesOf(row) }))
  // A table of Markdown has no lines across it: notes are a column there.
  const hasNotes = rows.some(({ notes }) => notes.length > 0)
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  const texts = (cells: readonly Cell[]): string[] => table.columns.map((_, place) => cellMarkdown(words, cells[place]))
  return [
    caption,
    [
      line([...table.columns.map(({ title }) => said(title)), ...(hasNotes ? [words.noteColumn] : [])]),
      line([...table.columns.map(({ number }) => (number ? '---:' : '---')), ...(hasNotes ? ['---'] : [])]),
      ...rows.map(({ cells, notes }) =>
        line([...texts(cells), ...(hasNotes ? [notes.map((note) => inlineText(note)).join('<br>')] : [])]),
      ),
      ...(table.total ? [line([...texts(table.total), ...(hasNotes ? [''] : [])])] : []),
    ].join('\n'),
  ]
}

function cellMarkdown(words: PrintedWords, cell: Cell | undefined): string {
  if (cell === undefined || cell === null) return ''
  return typeof cell === 'number' ? words.count(cell) : inlineText(cell)
}

function inlineText(inline: Inline, isStrong = false): string {
  return partsOf(inline)
    .map(({ text, look }) => {
      if (text.trim() === '') return said(text)
      // A line of a table ends its cells at `|`, in code too.
      if (look === 'code' && !text.includes('|')) return codeText(text)
      return look === 'strong' && !isStrong ? `**${said(text)}**` : said(text)
    })
    .join('')
}

/** Code knows no escapes: its fence is longer than any row of backticks in it. */
function codeText(text: string): string {
  const plain = plainText(text)
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return longest === 0 ? `${fence}${plain}${fence}` : `${fence} ${plain} ${fence}`
}

/** Signs that mean something anywhere, and those that do at the beginning of a line. */
function said(text: string): string {
  return plainText(text)
    .replace(/[\\`*_[\]<>|~&$]/g, '\\$&')
    .replace(/^(\s*)([-+#=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/:\/\/|@|(?<=\bwww)\./g, '\\$&')
}
