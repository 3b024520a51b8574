import type { HealthCheck, HealthCode, HealthFacts } from '../../model/health.ts'

type Say = (facts: HealthFacts) => string

/** One, or several. */
export const some = (amount: HealthFacts[string] | undefined, one: string, several: string): string =>
  `${amount} ${amount === 1 ? one : several}`

/** Bytes as people write them. */
const size = (bytes: unknown): string => {
  const number = Number(bytes)
  return number >= 1e9 ? `${(number / 1e9).toFixed(1).replace('.', ',')} GB` : `${Math.round(number / 1e6)} MB`
}

export const sv = {
  states: { ok: 'bra', note: 'notera', fault: 'fel' },
  checks: {
    versions: 'Versioner',
    sandbox: 'Sandlåda',
    config: 'Inställningar',
    permissions: 'Behörigheter',
    disk: 'Diskutrymme',
    encryption: 'Diskkryptering',
    clock: 'Klocka',
    store: 'Databas',
    trail: 'Spårlogg',
    journal: 'Granskningsjournal',
    profiles: 'Profiler',
    rules: 'Kontrollfrågor',
    suppressions: 'Undantag',
    reference: 'Register',
    ingest: 'Inläsning',
    run: 'Körning',
  } satisfies Record<HealthCheck, string>,
  // What a fault says is in English, in the words in which each command says it: whoever asks about it finds the same.
  said: {
    versions: (f) => `loggkoll ${f['tool']}, Node ${f['node']}, DuckDB ${f['duckdb']}, ${f['system']}`,
    sandbox_shut: () => 'databasmotorn når inga tillägg, inga andra filer och inga inställningar',
    sandbox_open: (f) => `databasmotorn släpper igenom det som ska vara stängt: ${f['doors']}`,
    config_sound: (f) => `loggkoll.yaml går att läsa, tidszon ${f['zone']}`,
    config_wrong: (f) => `går inte att använda: ${f['cause']}`,
    no_workspace: (f) => `${f['folder']} är ingen arbetsyta; bara installationen är kontrollerad`,
    private: (f) => `${f['files']} filer och mappar kan bara läsas av sin ägare`,
    not_private: (f) =>
      `${f['path']} kan läsas av andra (${f['mode']})${Number(f['more']) > 0 ? `, och ${f['more']} till` : ''}`,
    modes_unknown: () => 'behörigheter kan inte kontrolleras på det här systemet',
    only_read: (f) => `${f['folder']} går bara att läsa: inget kan läsas in, kontrolleras eller visas där`,
    room: (f) => `${size(f['free'])} ledigt, databasen är ${size(f['store'])}`,
    little_room: (f) =>
      `${size(f['free'])} ledigt, databasen är ${size(f['store'])}: gallring och ny form kräver lika mycket till`,
    no_room: (f) => `bara ${size(f['free'])} ledigt`,
    encrypted: (f) => `arbetsytan ligger på en krypterad disk (${f['device']})`,
    not_encrypted: (f) => `systemet krypterar inte disken som arbetsytan ligger på (${f['device']})`,
    encryption_unknown: (f) => `det går inte att se om disken är krypterad (${f['device']})`,
    clock_right: () => 'klockan går efter det senaste som står i spårloggen',
    clock_back: (f) => `klockan visar ${f['now']}, men spårloggen har en rad från ${f['last']}`,
    store_sound: (f) => `databasen är öppnad, ${size(f['bytes'])}, ${some(f['rows'], 'händelse', 'händelser')}`,
    store_busy: () => 'databasen används av en annan process just nu; den är inte kontrollerad',
    store_refused: (f) => `går inte att öppna: ${f['cause']}`,
    store_wrong: (f) => `går inte att öppna: ${f['cause']}`,
    trail_whole: (f) => `${some(f['lines'], 'rad', 'rader')}, hel`,
    trail_broken: (f) => `${f['cause']}`,
    journal_whole: (f) => `${some(f['lines'], 'rad', 'rader')}, hel`,
    journal_broken: (f) => `${f['cause']}`,
    profiles_sound: (f) => `${some(f['own'], 'egen profil', 'egna profiler')}, alla går att läsa`,
    profiles_draft: (f) => `inläst med profiler som är utkast: ${f['profiles']}`,
    profiles_wrong: (f) => `går inte att använda som det är skrivet: ${f['cause']}`,
    rules_sound: (f) => `${f['rules']} kontrollfrågor, varav ${f['own']} egna`,
    rule_barred: (f) => `${f['rule']} ställs inte som den är skriven nu`,
    rules_wrong: (f) => `går inte att använda som det är skrivet: ${f['cause']}`,
    suppressions_sound: (f) => `${f['count']} gäller`,
    suppressions_expiring: (f) => `${f['count']} går ut inom 30 dagar, först ${f['day']}`,
    suppressions_wrong: (f) => `går inte att använda som det är skrivet: ${f['cause']}`,
    reference_loaded: (f) =>
      `${f['kind']}: ${some(f['rows'], 'rad', 'rader')}${f['until'] === '' ? '' : `, gäller till och med ${f['until']}`}`,
    reference_old: (f) => `${f['kind']}: gäller bara till och med ${f['until']}`,
    reference_missing: (f) => `inte inläst: ${f['kinds']}`,
    ingest_last: (f) => `senast ${f['time']}; loggen går till och med ${f['day']}`,
    ingest_old: (f) => `senast ${f['time']}; loggen går bara till och med ${f['day']}`,
    ingest_never: () => 'ingen logg är inläst',
    run_last: (f) => `senast ${f['time']}`,
    run_old: (f) => `senast ${f['time']}, för mer än en månad sedan`,
    run_never: () => 'ingen körning är gjord',
  } satisfies Record<HealthCode, Say> as Record<HealthCode, Say>,
  advice: {
    sandbox_open: () => 'Använd inte den här installationen. Installera om loggkoll från en källa du litar på.',
    config_wrong: (f) => `${f['way_out']}`,
    no_workspace: () => 'Gör en med loggkoll init MAPP, och peka ut den med -w MAPP.',
    not_private: (f) => `chmod -R go= ${f['folder']}`,
    modes_unknown: () => 'Se till att bara du och systemet kommer åt mappen.',
    only_read: () =>
      'Kontrollera disken och behörigheterna, eller kopiera arbetsytan dit du får skriva. trail verify och backup fungerar ändå.',
    little_room: () => 'Frigör utrymme, eller flytta arbetsytan.',
    no_room: () => 'Frigör utrymme innan något mer läses in.',
    not_encrypted: () =>
      'Databasen skyddas av disken, inte av verktyget. Krypterar den som har hand om den virtuella eller fysiska disken? Annars: flytta arbetsytan.',
    encryption_unknown: () => 'Fråga den som sköter servern.',
    clock_back: () => 'Ställ klockan (NTP). Tidpunkter i spår och protokoll måste gå att lita på.',
    store_busy: () => 'Kör igen när den är ledig.',
    store_refused: (f) => `${f['way_out']}`,
    store_wrong: (f) => `${f['way_out']}`,
    trail_broken: () =>
      'Spara filen som den är, och läs tillbaka den från en säkerhetskopia. Ta reda på vem som ändrat.',
    journal_broken: () =>
      'Spara filen som den är, och läs tillbaka den från en säkerhetskopia. Ta reda på vem som ändrat.',
    profiles_draft: () => 'Pröva dem mot en riktig export: loggkoll profile check.',
    profiles_wrong: (f) => `${f['way_out']}`,
    rule_barred: (f) => `loggkoll rules test ${f['rule']}`,
    rules_wrong: (f) => `${f['way_out']}`,
    suppressions_expiring: () => 'Se över dem i suppressions.yaml.',
    suppressions_wrong: (f) => `${f['way_out']}`,
    reference_old: () => 'Läs in ett nytt uttag: annars kan nyare uppslag inte avgöras.',
    reference_missing: () => 'Några kontrollfrågor kan då inte svara; loggkoll audit säger vilka.',
    ingest_old: () => 'Kommer loggarna fram? loggkoll query sources visar varje källa.',
    ingest_never: () => 'loggkoll ingest FIL',
    run_old: () => 'loggkoll audit --month ÅÅÅÅ-MM',
    run_never: () => 'loggkoll audit',
  } satisfies Partial<Record<HealthCode, Say>> as Partial<Record<HealthCode, Say>>,
  sum: (faults: number, notes: number) =>
    faults === 0 ? `Inga fel, ${notes} att notera.` : `${faults} fel att rätta, ${notes} att notera.`,
}
