import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The licences under which what we ship may be passed on, also by a region that changes it. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-SA-3.0',
  'ISC',
  'MIT',
  'OFL-1.1',
])

/** Where package.json does not say what the licence beside it says. */
const corrected: Readonly<Record<string, string>> = {
  // Its code; the table of holidays is CC BY-SA 3.0, and package.json says CC-BY-3.0.
  'date-holidays': 'ISC AND CC-BY-SA-3.0',
  'png-js': 'MIT',
}

interface Manifest {
  readonly name: string
  readonly license?: string
  readonly author?: string | { readonly name: string }
}

/**
 * The licence of a package: its SPDX expression and its text, with the notices that are to be passed on.
 * @throws when it has none, or one that is not among those allowed
 */
export function licenceOf(folder: string): { licence: string; text: string } {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
  const licence = corrected[manifest.name] ?? manifest.license?.replaceAll(/[()]/g, '')
  if (licence === undefined) throw new Error(`${manifest.name} does not say under which licence it is`)
  const forbidden = licence.split(' AND ').find((one) => !allowed.has(one))
  if (forbidden) throw new Error(`${manifest.name} is under ${forbidden}, which is not among the licences allowed`)
  const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice|copyright)/i.test(file))
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
  return { licence, text: texts.length > 0 ? texts.join('\n\n') : standardText(licence, manifest) }
}

/** What a package without the text of its licence means by its name. @throws for a licence that no such package has yet */
function standardText(licence: string, { name, author }: Manifest): string {
  const holder = typeof author === 'string' ? author : author?.name
  const text = standardTexts[licence]
  if (!text || !holder) throw new Error(`${name} is under ${licence}, and has no text of it`)
  return `(The package holds no text of its licence; this is the one that it names.)\n\nCopyright (c) ${holder}\n\n${text}`
}

const standardTexts: Readonly<Record<string, string>> = {
  MIT: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`,
}
