import { type PrintedWords, printedWords } from '../../language/printed/index.ts'
import { type Content, type Markup, markup } from '../html/markup.ts'
import { whole } from '../html/whole.ts'
import type { Block, Cell, Inline, Plot, PrintedDocument, Row, Section, Table } from './document.ts'
import { cellsOf, notesOf, partsOf } from './text.ts'

/** All that stands under the title. */
export function htmlBlocks(document: PrintedDocument): Markup {
  return new Writer(printedWords(document.language)).blocks(document.blocks, 2, 'part')
}

class Writer {
  readonly #words: PrintedWords

  constructor(words: PrintedWords) {
    this.#words = words
  }

  /** @param under begins the ids of what stands in it: headings may have the same words */
  blocks(blocks: readonly Block[], level: number, under: string): Markup {
    let sections = 0
    return markup`${blocks.map((block, place) => {
      if (block.is === 'section') return this.#section(block, level, `${under}-${++sections}`)
      return this.#block(block, `${under}-b${place + 1}`)
    })}`
  }

  #section(section: Section, level: number, id: string): Markup {
    const look = [section.newPage && 'new-page', section.together && 'together'].filter(Boolean).join(' ')
    return markup`<section aria-labelledby="${id}"${look !== '' && markup` class="${look}"`}>
${heading(level, section.heading, id)}
${this.blocks(section.blocks, level + 1, id)}</section>
`
  }

  #block(block: Exclude<Block, Section>, id: string): Content {
    switch (block.is) {
      case 'paragraph':
        return markup`<p${block.look && markup` class="${block.look}"`}>${inline(block.text)}</p>\n`
      case 'list': {
        const items = block.items.map((item) => markup`<li>${inline(item)}</li>\n`)
        return block.ordered ? markup`<ol>${items}</ol>\n` : markup`<ul>${items}</ul>\n`
      }
      case 'facts':
        return markup`<dl class="facts">
${block.facts.map(([name, value]) => markup`<dt>${name}</dt><dd>${inline(value)}</dd>\n`)}</dl>
`
      case 'figures':
        return markup`<dl class="numbers">
${block.figures.map(({ name, value, note }) => markup`<div><dt>${name}</dt><dd class="figure">${value}</dd>${note !== undefined && markup`<dd class="small">${note}</dd>`}</div>\n`)}</dl>
`
      case 'notice':
        return markup`<section class="notices" aria-labelledby="${id}">
<h3 id="${id}">${block.heading}</h3>
<ul>${block.items.map((item) => markup`<li>${inline(item)}</li>\n`)}</ul>
</section>
`
      case 'table':
        return this.#table(block)
      case 'plot':
        return this.#plot(block, id)
      case 'signatures':
        return block.signers.map(
          ({ role, name }) => markup`<div class="signer">
<p>${role}</p>
<dl><div><dt>${this.#words.placeAndDate}</dt><dd></dd></div><div><dt>${this.#words.signature}</dt><dd></dd></div><div><dt>${this.#words.nameInPrint}${name !== null && ':'}</dt> <dd>${name ?? ''}</dd></div></dl>
</div>
`,
        )
      case 'choices':
        return markup`<div class="choices" role="group" aria-labelledby="${id}">
<p class="label" id="${id}">${block.question}</p>
<ul>${block.choices.map(({ text, ticked }) => markup`<li><span class="box${ticked && ' ticked'}"></span>${text}${ticked && markup`<span class="unseen"> (${this.#words.ticked})</span>`}</li>\n`)}</ul>
</div>
`
    }
  }

  #table(table: Table): Markup {
    if (table.rows.length === 0) return markup`<p>${table.empty ?? this.#words.nothing}</p>\n`
    const cells = (row: readonly Cell[]): Markup =>
      markup`<tr>${table.columns.map((column, place) => {
        const look = column.number && markup` class="number"`
        const cell = this.#cell(row[place] ?? null)
        return place === 0 ? markup`<th scope="row"${look}>${cell}</th>` : markup`<td${look}>${cell}</td>`
      })}</tr>\n`
    return markup`<div class="wide" role="group" aria-label="${table.caption}" tabindex="0"><table>
<caption>${table.caption}</caption>
<thead><tr>${table.columns.map((column) => markup`<th scope="col"${column.number && markup` class="number"`}>${column.title}</th>`)}</tr></thead>
${bodies(table.rows).map(
  (body) =>
    markup`<tbody${body.length === 1 && notesOf(body[0]!).length > 0 && markup` class="noted"`}>
${body.map((row) => [cells(cellsOf(row)), notesRow(notesOf(row), table.columns.length)])}</tbody>
`,
)}${table.total && markup`<tfoot>\n${cells(table.total)}</tfoot>\n`}</table></div>
`
  }

  #cell(cell: Cell): Content {
    if (cell === null) return null
    return typeof cell === 'number' ? this.#words.count(cell) : inline(cell)
  }

  #plot(plot: Plot, id: string): Markup {
    return markup`<figure aria-labelledby="${id}">
<p class="label" id="${id}">${plot.title}</p>
<svg role="img" aria-labelledby="${id}-title ${id}-desc" width="100%" height="${plot.height}">
<title id="${id}-title">${plot.title}</title>
<desc id="${id}-desc">${plot.description}</desc>
${plot.picture}</svg>
${plot.legend && markup`<p class="legend" aria-hidden="true">${plot.legend.map(({ look, name }) => markup`<span class="swatch ${look}"></span> <span>${name}</span> `)}</p>\n`}${plot.numbers && markup`<details><summary>${this.#words.numbers}</summary>\n${this.#table(plot.numbers)}</details>\n`}</figure>
`
  }
}

/** Rows with notes have a body of their own, so that paper keeps them together. */
function bodies(rows: readonly Row[]): Row[][] {
  const found: Row[][] = []
  let plain: Row[] | undefined
  for (const row of rows) {
    if (notesOf(row).length > 0) {
      found.push([row])
      plain = undefined
    } else if (plain) plain.push(row)
    else found.push((plain = [row]))
  }
  return found
}

function notesRow(notes: readonly Inline[], columns: number): Content {
  return (
    notes.length > 0 &&
    markup`<tr><td colspan="${columns}">${notes.map((note) => markup`<p>${inline(note)}</p>`)}</td></tr>\n`
  )
}

function heading(level: number, text: string, id: string): Markup {
  if (level === 2) return markup`<h2 id="${id}">${text}</h2>`
  return level === 3 ? markup`<h3 id="${id}">${text}</h3>` : markup`<h4 id="${id}">${text}</h4>`
}

function inline(text: Inline): Content {
  return partsOf(text).map(({ text, look }) => {
    if (look === 'strong') return markup`<strong>${whole(text)}</strong>`
    if (look === 'code') return markup`<code>${text}</code>`
    return look === 'quiet' ? markup`<span class="quiet">${whole(text)}</span>` : whole(text)
  })
}
