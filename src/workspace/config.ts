import { parseDocument } from 'yaml'
import { z } from 'zod'
import { directoryId } from '../model/directory-id.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { languages } from '../model/language.ts'
import { nearest } from '../model/nearest.ts'
import { unfold } from '../model/unfold.ts'

const days = z.int().min(0).max(3650)

/** How far around a care contact a lookup is explained by it, in local days; both ends inclusive. */
const RelationConfig = z
  .strictObject({
    lead_days: days.default(7).describe('Days before a contact starts'),
    follow_days: days.default(30).describe('Days after it ends'),
    /** By `care_unit.kind`. */
    follow_days_by_kind: z
      .record(z.string(), days)
      .default({ ward: 60, clinic: 90 })
      .describe('Days after it ends, by the kind of unit (care_unit.kind)'),
    /** So long registrations may arrive late: until then a lookup that nothing explains cannot be settled. */
    settle_days: days.default(14).describe('So many days registrations may arrive late'),
  })
  .prefault({})

/** What the store is: a copy of logs that the source systems keep, or the archive of them. */
const storeRoles = ['copy', 'archive'] as const

const months = z.int().min(1).max(1200)

/** Logs are kept at least five years (HSLF-FS 2016:40 4 kap. 9 §): an archive may not forget before. */
const archiveMonths = 60

/** As long as the services in which patients read the log have it (the national log, TKB 4.3.2). */
const copyMonths = 18

/** How long the workspace keeps what, in months. */
const RetentionConfig = z
  .strictObject({
    /** Events, lookups, runs and findings; 18 in a copy, 60 in an archive where nothing is said. */
    store_months: months
      .optional()
      .describe('Events, lookups, runs, findings; 18 in a copy, 60 in an archive where nothing is said'),
    /** Judgements, what was revealed, follow-ups, holds. */
    decisions_months: months.default(60).describe('Judgements, what was revealed, follow-ups, holds'),
    /** What was planned, drawn, handed out and signed: what protocols are made of. */
    protocols_months: months.default(60).describe('What was planned, drawn, handed out, signed'),
    trail_months: months.default(60).describe('What the tool has been used for'),
  })
  .refine(({ decisions_months, protocols_months }) => protocols_months >= decisions_months, {
    path: ['protocols_months'],
    message: 'must be at least decisions_months: judgements are read by what was handed out',
  })
  .prefault({})

/** In MB: with less the store cannot read a log in, or even be opened. */
const leastMemory = 200

/** `loggkoll.yaml` as it is written. */
export const Settings = z.strictObject({
  zone: z
    .string()
    .refine(isZone, 'is no time zone')
    .default('Europe/Stockholm')
    .describe('The zone of the wall clock in the logs; it cannot be changed once a log has been read'),
  language: z.enum(languages).optional().describe('The language of reports'),
  care_providers: z
    .array(z.string())
    .default([])
    .describe('Whose staff is reviewed: ids of care providers (vårdgivare); empty is everyone in the log'),
  memory: z
    .string()
    .regex(/^\d+(\.\d+)?\s?(MB|GB|MiB|GiB)$/, 'is a size such as 4GB')
    .refine(
      (size) => Number.parseFloat(size) * (/G/.test(size) ? 1000 : 1) >= leastMemory,
      'is too little: 200MB at least',
    )
    .default('4GB')
    .describe('How much memory the store may use, such as 4GB'),
  threads: z
    .int()
    .min(1)
    .max(64)
    .default(2)
    .describe(
      'How many processor cores the store may use, and one more while two rules are asked at a time; 1 asks one by one',
    ),
  budget: z.int().min(1).default(10).describe('At most so many cases are handed out for each unit and control'),
  relation: RelationConfig.describe('When a care contact explains a lookup, in local days, both ends inclusive'),
  store_role: z
    .enum(storeRoles)
    .default('copy')
    .describe('A copy of logs that the source systems keep, or the archive of them'),
  retention: RetentionConfig.describe('How long things are kept, in months; loggkoll purge deletes what is older'),
  rules: z
    .record(z.string(), z.record(z.string(), z.unknown()))
    .default({})
    .describe('By the id of a rule: on, severity, and its parameters (loggkoll rules show ID)'),
})

/** `loggkoll.yaml`. */
export const Config = Settings.transform(({ retention, ...settings }) => {
  const { store_months = settings.store_role === 'archive' ? archiveMonths : copyMonths } = retention
  const care_providers = settings.care_providers.map(directoryId)
  return { ...settings, care_providers, retention: { ...retention, store_months } }
}).refine(({ store_role, retention }) => store_role === 'copy' || retention.store_months >= archiveMonths, {
  path: ['retention', 'store_months'],
  message: 'an archive keeps logs for at least five years (60 months), HSLF-FS 2016:40 4 kap. 9 §',
})
export type Config = z.infer<typeof Config>

function isZone(zone: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: zone }).format(0)
    return true
  } catch {
    return false
  }
}

/**
 * Reads the text of `loggkoll.yaml`.
 * @throws {Fault} 78 with the line and, for an unknown key, the nearest known one
 */
export function parseConfig(text: string, path: string): Config {
  const document = parseDocument(text)
  const [error] = document.errors
  if (error) throw new Fault(Exit.config, `${path}: ${error.message.split('\n', 1)[0]}`, 'mend the YAML', error)
  const parsed = Config.safeParse(unfold(document, path) ?? {})
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  const place = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? ''
    const near = nearest(key, keysOf(issue.path[0]))
    const line = lineOf(text, key)
    throw new Fault(
      Exit.config,
      `${path}${line}: there is no setting ${place ? `${place}.` : ''}${key}`,
      near ? `did you mean ${near}?` : `settings: ${configKeys.join(', ')}`,
    )
  }
  throw new Fault(Exit.config, `${path}${lineOf(text, String(issue.path.at(-1) ?? ''))}: ${place}: ${issue.message}`)
}

const configKeys = Object.keys(Settings.shape)
const relationKeys = ['lead_days', 'follow_days', 'follow_days_by_kind', 'settle_days']
const retentionKeys = ['store_months', 'decisions_months', 'protocols_months', 'trail_months']

function keysOf(section: PropertyKey | undefined): readonly string[] {
  if (section === 'relation') return relationKeys
  return section === 'retention' ? retentionKeys : configKeys
}

function lineOf(text: string, key: string): string {
  const line = text.split('\n').findIndex((row) => row.trimStart().startsWith(`${key}:`))
  return line < 0 ? '' : `, line ${line + 1}`
}

/** The commented config that `init` writes. */
export const configTemplate = `# loggkoll: settings of this workspace. What is commented out shows the default.

# The zone of the wall clock in the logs. It cannot be changed once a log has been read.
zone: Europe/Stockholm

# The language of reports: sv or en. By default that of the system (its locale), else sv.
# language: sv

# Whose staff you review: ids of care providers (vårdgivare). Empty: everyone in the log.
# Lookups by other providers' staff are counted and listed as theirs to review.
care_providers: []

# How much memory and how many processor cores the store may use.
# memory: 4GB
# threads: 2

# At most so many cases are handed out for each unit and control.
# budget: 10

# When a care contact explains a lookup, in local days, both ends inclusive.
# relation:
#   lead_days: 7          # before the contact starts
#   follow_days: 30       # after it ends
#   follow_days_by_kind:  # by care_unit.kind
#     ward: 60
#     clinic: 90
#   settle_days: 14       # so long registrations may arrive late

# What the store is: a copy of logs that the source systems keep (18 months), or the archive of them (at least
# 5 years, HSLF-FS 2016:40). loggkoll purge deletes what is older.
# store_role: copy

# How long things are kept, in months. Nothing goes by itself: loggkoll purge deletes it.
# retention:
#   store_months: 18      # events, lookups, runs, findings; 60 in an archive
#   decisions_months: 60  # judgements, follow-ups, holds
#   protocols_months: 60  # what was planned, drawn, handed out, signed
#   trail_months: 60      # what the tool has been used for

# Parameters of the rules, see docs/rules.
# rules:
#   off-hours:
#     margin_minutes: 0
`
