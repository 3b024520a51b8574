export interface Tag {
  readonly name: string
  readonly closing: boolean
  /** Has no end tag. */
  readonly alone: boolean
  readonly attributes: string
}

const withoutEnd = new Set(['meta', 'br', 'rect'])

/** Every tag after the doctype, in order; the style sheet holds none. */
export function tags(html: string): Tag[] {
  return [...withoutStyle(html).matchAll(/<(\/?)([a-z][a-z0-9]*)((?:\s+[\w-]+(?:="[^"<]*")?)*)\s*\/?>/g)].map(
    ([, slash = '', name = '', attributes = '']) => ({
      name,
      closing: slash === '/',
      alone: withoutEnd.has(name),
      attributes,
    }),
  )
}

export function attribute(tag: Tag, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag.attributes)?.[1]
}

export function headings(html: string): number[] {
  return tags(html)
    .filter(({ name, closing }) => /^h[1-6]$/.test(name) && !closing)
    .map(({ name }) => Number(name[1]))
}

/** The text that a reader meets. */
export function visibleText(html: string): string {
  return withoutStyle(html)
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

function withoutStyle(html: string): string {
  return html.replace(/<style>[^]*?<\/style>/, '')
}
