import { createHash } from 'node:crypto'
import type { Language } from '../../model/language.ts'
import { type Content, Markup, markup, render } from './markup.ts'

/** A page that works by a script of its own, and with nothing else. */
export interface ScriptedPage {
  readonly language: Language
  readonly title: string
  readonly style: string
  readonly script: string
  /** What the script reads: it lies in the page as JSON. */
  readonly data: unknown
  readonly body: Content
}

/** One HTML file that runs only this script, and can reach no network. */
export function scriptedPage(page: ScriptedPage): string {
  const style = `\n${page.style}`
  const script = `\n${page.script}`
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  // A translator or a search engine would send the page to somebody.
  return render(markup`${new Markup('<!doctype html>\n')}<html lang="${page.language}" translate="no">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<meta name="google" content="notranslate">
<title>${page.title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
${page.body}
<script type="application/json" id="data">${inScript(page.data)}</script>
<script>${new Markup(script)}</script>
</body>
</html>
`)
}

/** JSON that can neither end its element nor begin a comment in it. */
function inScript(data: unknown): Markup {
  return new Markup(JSON.stringify(data).replaceAll('<', String.raw`\u003c`))
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
