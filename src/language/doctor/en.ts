import type { HealthFacts } from '../../model/health.ts'
import type { sv } from './sv.ts'

const some = (amount: HealthFacts[string] | undefined, one: string, several: string): string =>
  `${amount} ${amount === 1 ? one : several}`

/** Bytes as people write them. */
const size = (bytes: unknown): string => {
  const number = Number(bytes)
  return number >= 1e9 ? `${(number / 1e9).toFixed(1)} GB` : `${Math.round(number / 1e6)} MB`
}

export const en: typeof sv = {
  states: { ok: 'ok', note: 'note', fault: 'fault' },
  checks: {
    versions: 'Versions',
    sandbox: 'Sandbox',
    config: 'Settings',
    permissions: 'Permissions',
    disk: 'Disk space',
    encryption: 'Disk encryption',
    clock: 'Clock',
    store: 'Store',
    trail: 'Trail',
    journal: 'Review journal',
    profiles: 'Profiles',
    rules: 'Rules',
    suppressions: 'Suppressions',
    reference: 'Reference data',
    ingest: 'Ingest',
    run: 'Run',
  },
  said: {
    versions: (f) => `loggkoll ${f['tool']}, Node ${f['node']}, DuckDB ${f['duckdb']}, ${f['system']}`,
    sandbox_shut: () => 'the database engine reaches no extensions, no other files and no settings',
    sandbox_open: (f) => `the database engine lets through what must be shut: ${f['doors']}`,
    config_sound: (f) => `loggkoll.yaml can be read, zone ${f['zone']}`,
    config_wrong: (f) => `${f['cause']}`,
    no_workspace: (f) => `${f['folder']} is no workspace; only the installation was looked at`,
    private: (f) => `${f['files']} files and directories can be read by their owner only`,
    not_private: (f) =>
      `${f['path']} can be read by others (${f['mode']})${Number(f['more']) > 0 ? `, and ${f['more']} more` : ''}`,
    modes_unknown: () => 'permissions cannot be looked at on this system',
    room: (f) => `${size(f['free'])} free, the store is ${size(f['store'])}`,
    little_room: (f) =>
      `${size(f['free'])} free, the store is ${size(f['store'])}: a purge or a migration needs as much again`,
    no_room: (f) => `only ${size(f['free'])} free`,
    encrypted: (f) => `the workspace lies on an encrypted disk (${f['device']})`,
    not_encrypted: (f) => `this system does not encrypt the disk that the workspace lies on (${f['device']})`,
    encryption_unknown: (f) => `it cannot be told whether the disk is encrypted (${f['device']})`,
    clock_right: () => 'the clock is past the last line of the trail',
    clock_back: (f) => `the clock says ${f['now']}, but the trail has a line of ${f['last']}`,
    store_sound: (f) => `the store opens, ${size(f['bytes'])}, ${some(f['rows'], 'event', 'events')}`,
    store_busy: () => 'the store is in use by another process; it was not looked at',
    store_wrong: (f) => `${f['cause']}`,
    trail_whole: (f) => `${some(f['lines'], 'line', 'lines')}, whole`,
    trail_broken: (f) => `${f['cause']}`,
    journal_whole: (f) => `${some(f['lines'], 'line', 'lines')}, whole`,
    journal_broken: (f) => `${f['cause']}`,
    profiles_sound: (f) => `${some(f['own'], 'own profile', 'own profiles')}, all can be read`,
    profiles_draft: (f) => `read with profiles that are drafts: ${f['profiles']}`,
    profiles_wrong: (f) => `${f['cause']}`,
    rules_sound: (f) => `${f['rules']} rules, ${f['own']} of them own`,
    rule_barred: (f) => `${f['rule']} is not asked as it stands`,
    rules_wrong: (f) => `${f['cause']}`,
    suppressions_sound: (f) => `${f['count']} hold`,
    suppressions_expiring: (f) => `${f['count']} expire within 30 days, the first on ${f['day']}`,
    suppressions_wrong: (f) => `${f['cause']}`,
    reference_loaded: (f) =>
      `${f['kind']}: ${some(f['rows'], 'row', 'rows')}${f['until'] === '' ? '' : `, up to ${f['until']}`}`,
    reference_old: (f) => `${f['kind']}: only up to ${f['until']}`,
    reference_missing: (f) => `not loaded: ${f['kinds']}`,
    ingest_last: (f) => `last at ${f['time']}; the log goes up to ${f['day']}`,
    ingest_old: (f) => `last at ${f['time']}; the log only goes up to ${f['day']}`,
    ingest_never: () => 'no log has been read',
    run_last: (f) => `last at ${f['time']}`,
    run_old: (f) => `last at ${f['time']}, more than a month ago`,
    run_never: () => 'there has been no run',
  },
  advice: {
    sandbox_open: () => 'Do not use this installation. Install loggkoll anew from a source that you trust.',
    config_wrong: (f) => `${f['way_out']}`,
    no_workspace: () => 'Make one with loggkoll init DIR, and name it with -w DIR.',
    not_private: (f) => `chmod -R go= ${f['folder']}`,
    modes_unknown: () => 'See to it that only you and the system can open the directory.',
    little_room: () => 'Free some space, or move the workspace.',
    no_room: () => 'Free some space before anything more is read.',
    not_encrypted: () =>
      'The store is protected by the disk, not by the tool. Does whoever runs the virtual or physical disk encrypt it? Else move the workspace.',
    encryption_unknown: () => 'Ask whoever runs the server.',
    clock_back: () => 'Set the clock (NTP). The times of the trail and of protocols must be reliable.',
    store_busy: () => 'Run this again when it is free.',
    store_wrong: (f) => `${f['way_out']}`,
    trail_broken: () => 'Keep the file as it is, and restore it from a backup. Find out who changed it.',
    journal_broken: () => 'Keep the file as it is, and restore it from a backup. Find out who changed it.',
    profiles_draft: () => 'Try them against a real export: loggkoll profile check.',
    profiles_wrong: (f) => `${f['way_out']}`,
    rule_barred: (f) => `loggkoll rules test ${f['rule']}`,
    rules_wrong: (f) => `${f['way_out']}`,
    suppressions_expiring: () => 'Look at them again in suppressions.yaml.',
    suppressions_wrong: (f) => `${f['way_out']}`,
    reference_old: () => 'Read a newer extract: newer lookups cannot be settled without it.',
    reference_missing: () => 'Some rules cannot answer then; loggkoll audit says which.',
    ingest_old: () => 'Do the logs arrive? loggkoll query sources shows each source.',
    ingest_never: () => 'loggkoll ingest FILE',
    run_old: () => 'loggkoll audit --month YYYY-MM',
    run_never: () => 'loggkoll audit',
  },
  sum: (faults, notes) =>
    faults === 0 ? `No faults, ${notes} to note.` : `${faults} faults to mend, ${notes} to note.`,
}
