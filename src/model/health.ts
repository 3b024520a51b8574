/** What `doctor` looks at, in the order in which it tells of it. */
export const healthChecks = [
  'versions',
  'sandbox',
  'config',
  'permissions',
  'disk',
  'encryption',
  'clock',
  'store',
  'trail',
  'journal',
  'profiles',
  'rules',
  'suppressions',
  'reference',
  'ingest',
  'run',
] as const
export type HealthCheck = (typeof healthChecks)[number]

/** What can be said: `ok`, worth knowing (`note`), or to be mended (`fault`). */
export const healthCodes = {
  versions: 'ok',
  sandbox_shut: 'ok',
  sandbox_open: 'fault',
  config_sound: 'ok',
  config_wrong: 'fault',
  no_workspace: 'note',
  private: 'ok',
  not_private: 'fault',
  modes_unknown: 'note',
  only_read: 'fault',
  room: 'ok',
  little_room: 'note',
  no_room: 'fault',
  encrypted: 'ok',
  not_encrypted: 'note',
  encryption_unknown: 'note',
  clock_right: 'ok',
  clock_back: 'fault',
  store_sound: 'ok',
  store_busy: 'note',
  store_refused: 'fault',
  store_wrong: 'fault',
  trail_whole: 'ok',
  trail_broken: 'fault',
  journal_whole: 'ok',
  journal_broken: 'fault',
  profiles_sound: 'ok',
  profiles_draft: 'note',
  profiles_wrong: 'fault',
  rules_sound: 'ok',
  rule_barred: 'fault',
  rules_wrong: 'fault',
  suppressions_sound: 'ok',
  suppressions_expiring: 'note',
  suppressions_wrong: 'fault',
  reference_loaded: 'ok',
  reference_old: 'note',
  reference_missing: 'note',
  ingest_last: 'ok',
  ingest_old: 'note',
  ingest_never: 'note',
  run_last: 'ok',
  run_old: 'note',
  run_never: 'note',
} as const
export type HealthCode = keyof typeof healthCodes
export type HealthState = (typeof healthCodes)[HealthCode]

export type HealthFacts = Readonly<Record<string, string | number>>

/** One thing that `doctor` has seen. */
export interface Health {
  readonly check: HealthCheck
  readonly code: HealthCode
  readonly facts: HealthFacts
}
