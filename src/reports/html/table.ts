import { type Content, type Markup, markup } from './markup.ts'

/** A column: what stands over it, and whether it holds numbers. */
export interface Column {
  readonly title: string
  readonly number?: boolean
}

/** A table with its caption, its heads in scope, and the first cell of each row as the head of the row. */
export function dataTable(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
  look: { readonly quietCaption?: boolean; readonly name?: string; readonly wide?: boolean } = {},
): Markup {
  const table = markup`<table${look.name ? markup` class="${look.name}"` : ''}>
<caption${look.quietCaption ? markup` class="unseen"` : ''}>${caption}</caption>
<thead><tr>${columns.map((column) => markup`<th scope="col"${numeric(column)}>${column.title}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => markup`<tr>${row.map((cell, place) => dataCell(cell, columns[place], place))}</tr>\n`)}</tbody>
</table>
`
  // A region that can be scrolled must be reached by keyboard too.
  return look.wide
    ? markup`<div class="wide" role="group" aria-label="${caption}" tabindex="0">${table}</div>\n`
    : table
}

function dataCell(cell: Content, column: Column | undefined, place: number): Markup {
  return place === 0
    ? markup`<th scope="row"${numeric(column)}>${cell}</th>`
    : markup`<td${numeric(column)}>${cell}</td>`
}

function numeric(column: Column | undefined): Content {
  return column?.number ? markup` class="number"` : ''
}
