import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { type EventField, eventFieldNames, eventFields, mandatoryFields } from '../model/event-fields.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { nearest } from '../model/nearest.ts'
import { type ColumnKind, inputKinds, type InputKind, referenceTables } from '../model/reference.ts'
import { lineAt, shapeFault } from '../model/shape-fault.ts'
import { unfold } from '../model/unfold.ts'
import { translator } from './value-maps.ts'
import { shippedData, shippedNames } from '../shipped/files.ts'

const Codes = z.record(z.string(), z.string())
const Headers = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .transform((headers) => (typeof headers === 'string' ? [headers] : headers))

/** A mapping profile: which column of a source is which field, and how its values are written. */
export const Profile = z.strictObject({
  profile: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  description: z.string(),
  /** `draft` where the vendor's layout is not public: nobody has held the mapping against a real export. */
  status: z.enum(['verified', 'draft']),
  based_on: z.string(),
  kind: z.enum(inputKinds as [InputKind, ...InputKind[]]).default('access'),
  /** Named in the events, and what record ids are unique within, unless the log has a column for it. */
  source_system: z.string().min(1).optional(),
  /** The journal system, and for docs/sources.md: what the log holds, how one gets the file, what it lacks. */
  system: z.string().optional(),
  logs: z.string().optional(),
  export: z.string().optional(),
  limits: z.string().optional(),
  /** Field → column header of the source; a list (`[Datum, Tid]`) is put together with one space. */
  columns: z.record(z.string(), Headers),
  /** Field → the value it has in every row. */
  constants: z.record(z.string(), z.string()).default({}),
  /** Columns of the source that are known and not kept. */
  ignored: z.array(z.string()).default([]),
  /** Fields that the law wants and the source does not have: its rows are read, and counted as non-conforming. */
  lacks: z.array(z.string()).default([]),
  /** The sign between columns, where it is none of `;`, `,`, tab and `|`. */
  delimiter: z.string().length(1).optional(),
  /** So many patients, opened or found by one user in one second, are a list on a screen and not read; 0: never. */
  list_view: z.int().min(0).default(20),
  /** strptime forms of the times; ISO 8601 when not given. Without an offset they are wall clock of the workspace zone. */
  time_formats: z.array(z.string().regex(/^[%A-Za-z0-9 .:/,_-]+$/)).default([]),
  /**
   * Field → the source's word → our word; on top of our own words and the national contract's Swedish ones. In a word `*`
   * stands for any text; a word without it comes first, then the longest.
   */
  codes: z.record(z.string(), Codes).default({}),
})
export type Profile = z.infer<typeof Profile>

/** The fields that a file of this kind can fill. */
export function fieldsOf(kind: InputKind): readonly string[] {
  return kind === 'access' ? eventFieldNames : Object.keys(referenceTables[kind].columns)
}

/** The fields that a row of this kind must have. */
export function requiredOfKind(kind: InputKind): readonly string[] {
  return kind === 'access' ? mandatoryFields : referenceTables[kind].required
}

/** The words a coded field can hold, or true and false; undefined for a field that holds no code. */
function wordsOfField(kind: InputKind, field: string): readonly string[] | undefined {
  const type: EventField | ColumnKind | undefined =
    kind === 'access'
      ? (eventFields as Readonly<Record<string, EventField>>)[field]
      : (referenceTables[kind].columns as Readonly<Record<string, ColumnKind>>)[field]
  if (type === undefined || typeof type === 'string') return type === 'boolean' ? ['true', 'false'] : undefined
  if (!('kind' in type)) return type
  return type.kind === 'boolean' ? ['true', 'false'] : type.words
}

/** The fields without which a file cannot be read by this profile. */
export function requiredOf({ kind, lacks, constants }: Profile): readonly string[] {
  return requiredOfKind(kind).filter((field) => !lacks.includes(field) && !(field in constants))
}

/** What every row of a file holds by its profile. */
export function constantsOf({ constants, source_system }: Profile): Readonly<Record<string, string>> {
  return { ...(source_system === undefined ? {} : { source_system }), ...constants }
}

/** The profile whose headers are our own column names. */
export function canonicalProfile(kind: InputKind): Profile {
  return {
    profile: 'canonical',
    description: 'The column names of loggkoll itself',
    status: 'verified',
    based_on: 'docs/tables.md',
    kind,
    columns: Object.fromEntries(fieldsOf(kind).map((field) => [field, [field]])),
    constants: {},
    ignored: [],
    lacks: [],
    list_view: 20,
    time_formats: [],
    codes: {},
  }
}

/** The source that rows read by a profile are kept under. */
export function sourceNamed({ source_system }: Pick<Profile, 'source_system'>): string {
  return source_system ?? 'default'
}

/** All profiles: canonical for each kind, the built-in ones, and those of the workspace (which come first). */
export function loadProfiles(workspaceFolder: string | undefined): Profile[] {
  const own = workspaceFolder === undefined ? [] : readFolder(workspaceFolder)
  return [...own, ...inputKinds.map(canonicalProfile), ...builtIn()]
}

function readFolder(folder: string): Profile[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name))
  return names.sort().map((name) => parseProfile(readFileSync(join(folder, name), 'utf8'), join(folder, name)))
}

let shipped: readonly Profile[] | undefined

/** Read once: they do not change while the program runs. */
function builtIn(): readonly Profile[] {
  return (shipped ??= shippedNames('profiles').map((name) => checkedProfile(shippedData('profiles', name), name)))
}

/** @throws {Fault} 78 with file, line and cause when the text is no profile. */
function parseProfile(text: string, path: string): Profile {
  const document = parseDocument(text)
  const [error] = document.errors
  if (error) throw new Fault(Exit.config, `${path}: ${error.message.split('\n', 1)[0]}`, 'mend the YAML', error)
  return checkedProfile(unfold(document, path), path, text)
}

/** @throws {Fault} 78 with file, field and cause when it is no profile. */
function checkedProfile(data: unknown, path: string, text = ''): Profile {
  const parsed = Profile.safeParse(data)
  if (!parsed.success) throw shapeFault(path, text, parsed.error, { known: Object.keys(Profile.shape) })
  const known = fieldsOf(parsed.data.kind)
  const { columns, constants, codes, lacks } = parsed.data
  for (const field of [...Object.keys(columns), ...Object.keys(constants), ...Object.keys(codes), ...lacks]) {
    if (!known.includes(field)) {
      const near = nearest(field, known)
      const section = (['columns', 'constants', 'codes'] as const).find((one) => Object.hasOwn(parsed.data[one], field))
      throw new Fault(
        Exit.config,
        `${path}${lineAt(text, section === undefined ? ['lacks'] : [section, field])}: ${parsed.data.kind} has no field ${field}`,
        near ? `did you mean ${near}?` : `the fields are: ${known.join(', ')}`,
      )
    }
  }
  const wordFault = (place: readonly string[], word: string, words: readonly string[]): Fault => {
    const near = nearest(word, words)
    return new Fault(
      Exit.config,
      `${path}${lineAt(text, place)}: ${place.join('.')}: ${word} is no word of ours`,
      near ? `did you mean ${near}?` : `the words are: ${words.join(', ')}`,
    )
  }
  for (const [field, translations] of Object.entries(codes)) {
    const words = wordsOfField(parsed.data.kind, field)
    const wrong = words && Object.values(translations).find((word) => !words.includes(word))
    if (words && wrong !== undefined) throw wordFault(['codes', field], wrong, words)
  }
  // A constant is read as a column is: in our words, Swedish ones, and those of the profile.
  for (const [field, constant] of Object.entries(constants)) {
    const words = wordsOfField(parsed.data.kind, field)
    if (words === undefined || constant === '') continue
    const own = words.includes('true') ? null : words
    if (translator(field, codes[field] ?? {}, own)(constant) === undefined)
      throw wordFault(['constants', field], constant, words)
  }
  return parsed.data
}
