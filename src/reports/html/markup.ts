import { plainText } from '../plain-text.ts'

/** HTML that is safe to print as it stands. */
export class Markup {
  readonly html: string

  constructor(html: string) {
    this.html = html
  }
}

/** What can stand in a template: text and numbers are escaped, nothing is left out. */
export type Content = string | number | Markup | readonly Content[] | null | undefined | false

/** A template of HTML: what is filled in is data, and is escaped unless it is markup itself. */
export function markup(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(String.raw({ raw: strings.map((text) => text) }, ...values.map(render)))
}

/** HTML of one piece of content. */
export function render(content: Content): string {
  if (content === null || content === undefined || content === false) return ''
  if (content instanceof Markup) return content.html
  if (typeof content === 'string') return escaped(content)
  if (typeof content === 'number') return String(content)
  return content.map(render).join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return plainText(text).replace(/[&<>"']/g, (character) => entities[character] ?? '')
}
