import type { Language } from '../../model/language.ts'
import { type Content, Markup, markup } from './markup.ts'

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

/** One HTML file that needs nothing else and asks nobody: its head, and a way past what stands before the content. */
export function htmlPage(page: {
  readonly language: Language
  readonly title: string
  readonly tool: string
  readonly style: string
  readonly skip: string
  readonly body: Content
}): Markup {
  return markup`${new Markup('<!doctype html>\n')}<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<meta name="generator" content="loggkoll ${page.tool}">
<title>${page.title}</title>
<style>
${new Markup(page.style)}</style>
</head>
<body>
<a class="skip" href="#content">${page.skip}</a>
<div class="frame">
${page.body}
</div>
</body>
</html>
`
}
