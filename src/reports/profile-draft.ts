import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import { type ColumnReason, profileWords } from '../language/profile.ts'
import type { Language } from '../model/language.ts'
import { plainText } from './plain-text.ts'

/** A draft of a profile (ingest/infer/draft-profile.ts). */
interface Draft {
  readonly profile: string
  readonly description: string
  readonly status: string
  readonly based_on: string
  readonly kind: string
  readonly source_system: string
  readonly columns: Readonly<Record<string, string | readonly string[]>>
  readonly ignored: readonly string[]
  readonly lacks: readonly string[]
  readonly delimiter?: string
  readonly time_formats: readonly string[]
}

/** What speaks for the draft (ingest/infer/proposal.ts). */
interface Grounds {
  readonly kindSureness: 'certain' | 'likely' | 'guess' | 'given'
  readonly otherKind: string | undefined
  readonly rows: number
  readonly columns: readonly (ColumnReason & { readonly field: string })[]
  readonly left: readonly { readonly header: string; readonly why: string; readonly field: string | undefined }[]
  readonly codes: Readonly<
    Record<
      string,
      {
        readonly guesses: readonly { readonly raw: string; readonly rows: number; readonly word: string | undefined }[]
        readonly hidden: number
      }
    >
  >
}

type Words = ReturnType<typeof profileWords>

/** A draft as YAML, with the reason beside each line and what is to be done marked TODO. It names no person. */
export function profileDraft(draft: Draft, grounds: Grounds, language: Language): string {
  const words = profileWords(language)
  const root = new YAMLMap()
  const add = (key: string, value: unknown, comment?: string) =>
    root.add(new Pair(new Scalar(key), node(value, comment)))
  for (const key of ['profile', 'description', 'status', 'based_on'] as const) add(key, draft[key])
  add('kind', draft.kind, words.kind(grounds.kindSureness, grounds.otherKind))
  add('source_system', draft.source_system)
  root.add(new Pair(new Scalar('columns'), columnsNode(draft, grounds, words)))
  if (draft.ignored.length > 0) root.add(new Pair(new Scalar('ignored'), ignoredNode(draft, grounds, words)))
  if (draft.lacks.length > 0) lackNodes(root, draft, words)
  if (draft.delimiter !== undefined) add('delimiter', draft.delimiter)
  if (draft.time_formats.length > 0) {
    const formats = new YAMLSeq()
    for (const format of draft.time_formats) formats.add(new Scalar(format))
    root.add(new Pair(commented('time_formats', words.timeFormats), formats))
  }
  if (Object.keys(grounds.codes).length > 0)
    root.add(new Pair(commented('codes', words.codesGuessed), codesNode(grounds, words)))
  const document = new Document(root)
  document.commentBefore = comment(words.head(grounds.rows, grounds.columns.length + grounds.left.length))
  document.comment = [words.documentation, 'system: …', 'logs: …', 'export: …', 'limits: …'].map(comment).join('\n')
  return document.toString({ lineWidth: 0 })
}

function columnsNode(draft: Draft, grounds: Grounds, words: Words): YAMLMap {
  const columns = new YAMLMap()
  for (const column of grounds.columns) {
    columns.add(new Pair(new Scalar(column.field), node(draft.columns[column.field] ?? '', words.reason(column))))
  }
  columns.flow = grounds.columns.length === 0
  return columns
}

function ignoredNode(draft: Draft, grounds: Grounds, words: Words): YAMLSeq {
  const ignored = new YAMLSeq()
  for (const header of draft.ignored) {
    const left = grounds.left.find((one) => one.header === header)
    ignored.add(node(header, left && words.left(left)))
  }
  return ignored
}

function lackNodes(root: YAMLMap, draft: Draft, words: Words): void {
  const lacks = new YAMLSeq()
  for (const field of draft.lacks) lacks.add(node(field, draft.kind === 'access' ? words.lawWants : words.tableWants))
  const key = new Scalar('lacks')
  const hints = draft.lacks.filter((field) => field in constantExamples)
  key.commentBefore = hints
    .flatMap((field) => [words.constantHint(field), `constants: { ${field}: ${constantExamples[field]} }`])
    .map(comment)
    .join('\n')
  root.add(new Pair(key, lacks))
}

/** What a source may well have in every row without a column for it. */
const constantExamples: Readonly<Record<string, string>> = { activity: 'read', care_unit_id: 'SE5560000000-U110' }

function codesNode(grounds: Grounds, words: Words): YAMLMap {
  const codes = new YAMLMap()
  for (const [field, { guesses, hidden }] of Object.entries(grounds.codes)) {
    const translations = new YAMLMap()
    const open: string[] = []
    for (const { raw, rows, word } of guesses) {
      if (word === undefined) open.push(`${JSON.stringify(raw)}: ${words.todo} (${words.codeRows(rows)})`)
      else translations.add(new Pair(new Scalar(raw), node(word, words.codeRows(rows))))
    }
    if (hidden > 0) open.push(`${words.todo}: ${words.hidden(hidden)}`)
    translations.flow = translations.items.length === 0
    const key = new Scalar(field)
    if (open.length > 0) key.commentBefore = open.map(comment).join('\n')
    codes.add(new Pair(key, translations))
  }
  return codes
}

function node(value: unknown, reason?: string): Scalar | YAMLSeq {
  if (Array.isArray(value)) {
    const list = new YAMLSeq()
    for (const one of value) list.add(new Scalar(String(one)))
    list.flow = true
    if (reason !== undefined) list.comment = comment(reason)
    return list
  }
  const scalar = new Scalar(String(value))
  if (reason !== undefined) scalar.comment = comment(reason)
  return scalar
}

function commented(key: string, reason: string): Scalar {
  const scalar = new Scalar(key)
  scalar.commentBefore = comment(reason)
  return scalar
}

function comment(line: string): string {
  return ` ${plainText(line)}`
}
