import { numbersIn } from '../report/numbers.ts'
import type { Told } from './told.ts'
import { svChecks } from './sv-checks.ts'

const { count, share, partOf, many } = numbersIn('sv-SE', 'av')
const number = (facts: Told['facts'], name: string): number => Number(facts[name] ?? 0)
const upper = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

const events = (amount: number): string => many(amount, 'händelse', 'händelser')
const ofWhole = ({ part, whole }: Told, noun: string): string =>
  `${count(part)} av ${count(whole ?? 0)} ${noun} (${share(part, whole ?? 0)})`
const ofEvents = (told: Told): string => ofWhole(told, 'händelser')

/** What cannot be seen without a field. */
const serves: Readonly<Record<string, string>> = {
  record_id: 'Då är det svårare att se om en post kommer två gånger eller saknas.',
  purpose: 'Då syns det inte om öppningen gällde vård, kvalitet eller administration.',
  resource_type: 'Då syns det inte om det var en läkemedelslista eller en journaltext som lästes.',
  workstation: 'Då syns det inte om en inloggning används på två platser samtidigt.',
  owner_care_unit_id: 'Då går spärrar mellan enheter inte att pröva.',
}

/** What `quality` says, in Swedish. */
export const sv = {
  checks: svChecks,
  count,
  share,
  partOf,
  heading: 'Är loggen hel nog att granska?',
  title: (period: string) => `Är loggen hel nog att granska? ${period}`,
  noPeriod: 'Ingen period',
  mark: 'Om loggen, inte om personer',
  introduction:
    'Innan en logg granskas behöver man veta om den är hel: om allt är med, om varje rad säger det lagen kräver, och om det finns uppgifter att hålla den mot. Här ställs frågorna om loggen själv. Rapporten innehåller antal och tider, aldrig namn på patienter eller personal och aldrig innehållet i en rad.',
  skip: 'Hoppa till innehållet',
  contents: 'Innehåll',
  page: 'Sida',
  answers: { fit: 'Utan anmärkning', remark: 'Anmärkning', cannot_tell: 'Kan inte avgöras' },
  verdict: {
    fit: 'Ja, utan anmärkning.',
    low: 'Ja, med mindre anmärkningar.',
    medium: 'Ja, med förbehåll.',
    high: 'Inte än.',
    critical: 'Nej.',
    cannot_tell: 'Det kan inte avgöras.',
  },
  verdictMeans: {
    fit: 'Inget av det som har kunnat prövas ger anledning till anmärkning.',
    low: 'Granskningen kan göras. Anmärkningarna bör rättas till nästa leverans.',
    medium: 'Granskningen kan göras, men anmärkningarna nedan hör hemma i protokollet: en del går inte att se.',
    high: 'Brister nedan gör att en del av loggen inte går att granska. Rätta dem, eller begränsa granskningen och skriv i protokollet vad den inte omfattar.',
    critical: 'Loggen visar inte det som en kontroll måste kunna se. Rätta bristerna innan loggen granskas.',
    cannot_tell: 'Det finns inga händelser att pröva. En tom logg är inte detsamma som en hel logg.',
  },
  priority: (priority: number) => `Prioritet ${priority}`,
  summary: {
    heading: 'Svaret',
    numbers: 'Loggen i siffror',
    events: 'Händelser',
    untimed: (amount: number) => `${count(amount)} utan tidpunkt`,
    sources: 'Källor',
    files: 'Filer',
    fit: 'Utan anmärkning',
    remarks: 'Med anmärkning',
    open: 'Kan inte avgöras',
    ofQuestions: (all: number) => `av ${count(all)} frågor`,
    first: 'Viktigast att rätta',
    questions: 'Frågorna och deras svar',
    question: 'Fråga',
    answer: 'Svar',
  },
  check: {
    heading: 'Frågorna, en i taget',
    why: 'Varför det spelar roll',
    way: 'Gör så här',
    figures: 'Siffrorna',
    figure: 'Uppgift',
    source: 'Källa',
    part: 'Antal',
    whole: 'Av',
    share: 'Andel',
    open: 'Kan inte avgöras:',
    places: 'Mest',
    more: (amount: number) => `${count(amount)} till`,
  },
  sources: {
    heading: 'Källor och filer',
    sources: 'Källor under perioden',
    source: 'Källa',
    events: 'Händelser',
    first: 'Första',
    last: 'Sista',
    files: 'Inlästa filer som rör perioden',
    file: 'Fil',
    batch: 'Inläsning',
    rows: 'Rader',
    stored: 'Lagrade',
    duplicate: 'Redan inlästa',
    rejected: 'Avvisade',
    conflict: 'Motstridiga',
    claims: (from: string, to: string) => `säger sig gälla ${from} – ${to}`,
    unnamed: 'källa utan namn',
  },
  method: {
    heading: 'Så är svaren gjorda',
    period: 'Period',
    periodMeans: (period: string, from: string, to: string) =>
      `${period}, första och sista dagen inräknade (från ${from}, före ${to})`,
    zone: 'Tidszon',
    tool: 'Verktyg',
    scale:
      'Prioritet 1 är allvarligast och 5 lägst. Gränserna är fasta och står i dokumentationen (docs/quality.md). Prioritet 5 är en upplysning och ger ingen anmärkning.',
    use: 'Siffrorna handlar om loggen. De får inte användas för att kontrollera någons närvaro eller arbete.',
    law: 'Rättsligt stöd',
  },
  goOn: 'Skriv rapporten: loggkoll quality -o loggkvalitet.html',
  placeAt: (place: string, amounts: string) => `${place}: ${amounts}`,
  fields: {
    occurred_at: 'tidpunkt',
    user_id: 'användare',
    care_unit_id: 'vårdenhet',
    patient_id: 'patient',
    activity: 'åtgärd',
    record_id: 'loggpostens id',
    purpose: 'ändamål',
    resource_type: 'slag av uppgift',
    resource_id: 'uppgiftens id',
    workstation: 'arbetsstation',
    owner_care_unit_id: 'enhet som äger uppgiften',
    owner_care_provider_id: 'vårdgivare som äger uppgiften',
    user_name: 'användarens namn',
    user_title: 'användarens yrke',
    assignment: 'medarbetaruppdrag',
    care_provider_id: 'användarens vårdgivare',
    break_glass: 'nödöppning',
    network_address: 'nätverksadress',
    session_id: 'session',
    outcome: 'utfall',
    actor_kind: 'slag av användare',
    incidental: 'visad i lista',
  },
  parties: { staff: 'användare', care_unit: 'vårdenhet', patient: 'patient', assignment: 'uppdrag' },
  actors: { staff: 'personal', robot: 'automatiska konton', citizen: 'invånare', system: 'system' },
  tableFiles: (tables: readonly string[]) => tables.join(' eller '),
  rejectCauses: {
    too_few_columns: 'för få kolumner',
    too_many_columns: 'för många kolumner',
    broken_quotes: 'trasiga citattecken',
    line_too_long: 'för lång rad',
    broken_characters: 'trasiga tecken',
    unreadable: 'går inte att läsa',
    impossible_time: 'omöjlig tid',
    neither_user_nor_time: 'varken användare eller tid',
    broken_json: 'trasig JSON',
    no_object: 'inget JSON-objekt',
    broken_message: 'trasigt meddelande',
    conflict_with_known_record: 'samma post-id, annat innehåll',
  },
  causes: {
    no_events: 'Det finns inga händelser under perioden.',
    no_seconds: 'Tiderna saknar sekunder.',
    no_time_of_day: 'Tiderna saknar klockslag.',
    no_record_ids: 'Loggposterna har inget id.',
    no_running_numbers: 'Loggposternas id är inga löpnummer.',
    numbers_out_of_order: 'Loggposternas nummer följer inte tiden.',
    numbers_of_a_longer_series:
      'Mer än hälften av numren finns någon annanstans: utdraget är en del av en längre serie.',
    history_too_short: 'Loggen är för kort, eller har för få händelser, för att visa vad som är vanligt.',
    register_empty: 'Registret är inte inläst.',
  },
  unanswered: {
    near_duplicates: 'Upprepningar inom en sekund',
    lists: 'Listor på skärmen',
    record_id: 'Löpnummer',
    days: 'Dagar utan händelser',
    staff: 'Användare',
    care_unit: 'Vårdenheter',
    patient: 'Patienter',
    assignment: 'Uppdrag',
  } as Readonly<Record<string, string>>,
  figures: {
    filled: (subject: string) => upper(subject),
    days_with_rows: () => 'Dagar med händelser',
    days_told: () => 'Dagar som kunde prövas',
    units_told: () => 'Enheter stora nog att prövas dag för dag',
    numbers: () => 'Löpnummer som finns',
    rejected: () => 'Avvisade rader',
    conflict: () => 'Kända loggposter med annat innehåll',
    read_before: () => 'Rader som redan var inlästa',
    near_duplicates: () => 'Upprepningar inom en sekund',
    lists: () => 'Listor (minst 20 patienter på en sekund)',
    in_lists: () => 'Händelser i sådana listor',
    incidental: () => 'Händelser som är märkta som lista eller urval',
    unknown_codes: (subject: string) => `Okända koder för ${subject}`,
    offset: () => 'Tider med förskjutning mot UTC',
    local: () => 'Tider i lokal tid',
    local_ambiguous: () => 'Tider i den timme som upprepas när sommartiden slutar',
    local_gap: () => 'Tider i den timme som inte finns när sommartiden börjar',
    date_only: () => 'Bara datum',
    round_minute: () => 'Tider på hel minut (ungefär 1 av 60 är väntat)',
    midnight: () => 'Tider exakt kl. 00:00:00',
    lookups_unknown: (subject: string) =>
      subject === 'uppdrag' ? 'Uppslag utan uppdrag på enheten den dagen' : `Uppslag med okänd ${subject}`,
    parties_unknown: (subject: string) =>
      subject === 'uppdrag' ? 'Användare med sådana uppslag' : `Okända: ${subject}`,
    users_without_unit: () => 'Användare som aldrig har någon enhet',
    actor: (subject: string) => upper(subject),
    rules_asked: () => 'Kontrollfrågor som kan ställas',
    table_rows: (subject: string) => `Rader om ${subject}`,
    lookups_covered: () => 'Uppslag på dagar och enheter som vårdkontakterna täcker',
    units_covered: () => 'Enheter med inlästa vårdkontakter någon av dagarna',
    days_with_shifts: () => 'Dagar med arbetspass',
    files: () => 'Filer',
    drafts: () => 'Filer lästa med en profil som är ett utkast',
    nonconforming: () => 'Rader i filerna som saknar någon av de fem uppgifterna',
    deviations: (subject: string) => `Avsteg från formatets schema: ${subject}`,
  } as Readonly<Record<string, (subject: string) => string>>,
  remarks: {
    field_missing: (told) =>
      told.part === told.whole
        ? `${upper(told.subject)} saknas i alla ${events(told.part)}.`
        : `${upper(told.subject)} saknas i ${ofEvents(told)}.`,
    field_absent: (told) => `${upper(told.subject)} fylls inte i. ${serves[told.code] ?? ''}`.trim(),
    source_days: ({ part, facts }) =>
      `Inga händelser alls under ${many(part, 'dag', 'dagar')} då källan brukar ha händelser (vanligen ungefär ${count(number(facts, 'usual'))} sammanlagt).`,
    unit_days: ({ part, facts }) =>
      `${many(number(facts, 'units'), 'enhet saknar', 'enheter saknar')} händelser under sammanlagt ${many(part, 'dag', 'dagar')} då det brukar finnas (vanligen ungefär ${count(number(facts, 'usual'))}). En stängd enhet kan förklara det.`,
    source_hours: ({ part, facts }) =>
      `Inga händelser under ${many(part, 'timme', 'timmar')} då källan nästan alltid har händelser (vanligen ungefär ${count(number(facts, 'usual'))} sammanlagt).`,
    unit_hours: ({ part, facts }) =>
      `${many(number(facts, 'units'), 'enhet saknar', 'enheter saknar')} händelser under sammanlagt ${many(part, 'timme', 'timmar')} då det nästan alltid finns (vanligen ungefär ${count(number(facts, 'usual'))}).`,
    thin_days: ({ part }) => `Mindre än en fjärdedel av det vanliga under ${many(part, 'dag', 'dagar')}.`,
    empty_delivery: ({ part }) =>
      `${many(part, 'fil säger', 'filer säger')} sig gälla en tid men innehåller inga händelser.`,
    numbers_missing: ({ part, whole, facts }) =>
      `${count(part)} av ${count(whole ?? 0)} löpnummer (${share(part, whole ?? 0)}) saknas, i ${many(number(facts, 'holes'), 'lucka', 'luckor')}.`,
    rejected: (told) => `${ofWhole(told, 'rader')} avvisades vid inläsningen.`,
    conflict: (told) =>
      `${ofWhole(told, 'rader')} har samma post-id som en känd loggpost men annat innehåll. Den först inlästa är kvar.`,
    read_before: (told) => `${ofWhole(told, 'rader')} var redan inlästa: leveranserna överlappar.`,
    near_duplicates: (told) => `${ofEvents(told)} upprepar en annan inom en sekund.`,
    unmarked_lists: (told) =>
      `${ofEvents(told)} ingår i ${many(number(told.facts, 'lists'), 'lista', 'listor')} på skärmen (minst ${number(told.facts, 'patients')} patienter på en sekund) utan att vara märkta som det.`,
    unknown_codes: (told) =>
      `${ofWhole(told, 'rader')} har en okänd kod för ${told.subject} (${many(number(told.facts, 'words'), 'kod', 'olika koder')}).`,
    date_only: (told) => `${ofEvents(told)} har datum men inget klockslag.`,
    local_gap: (told) => `${ofEvents(told)} har en tid som inte finns: timmen hoppas över när sommartiden börjar.`,
    local_ambiguous: (told) =>
      `${ofEvents(told)} ligger i timmen som upprepas när sommartiden slutar, och kan ha skett i endera.`,
    no_minutes: () => 'Alla tider är på hel timme.',
    no_seconds: () => 'Tiderna saknar sekunder. Listor på skärmen och dubbletter går då inte att skilja ut.',
    midnight: (told) => `${ofEvents(told)} har tiden 00:00:00. Troligen är det datum utan klockslag.`,
    stray: (told) => `${events(told.part)} ligger långt från källans övriga i tiden.`,
    future: (told) => `${events(told.part)} ligger i framtiden.`,
    outside_claim: (told) => `${ofEvents(told)} ligger utanför den tid som filen säger sig gälla.`,
    unknown_party: (told) =>
      told.subject === 'uppdrag'
        ? `${ofWhole(told, 'uppslag')} är gjorda av ${many(number(told.facts, 'parties'), 'användare', 'användare')} utan uppdrag på enheten den dagen.`
        : `${ofWhole(told, 'uppslag')} har en ${told.subject} som inte finns i registret (${count(number(told.facts, 'parties'))} olika).`,
    users_without_unit: (told) => `${ofWhole(told, 'användare')} har aldrig någon enhet i loggen.`,
    no_staff: () => 'Inga händelser är personalens: här finns inget för en loggkontroll att granska.',
    mostly_machines: (told) => `${ofEvents(told)} är automatiska kontons och systems.`,
    table_missing: ({ subject, rules }) =>
      `Inga uppgifter om ${subject} är inlästa. ${rules.length === 1 ? 'Kontrollfrågan' : 'Kontrollfrågorna'} ${rules.join(', ')} kan därför inte ställas.`,
    table_could_help: ({ subject, rules }) =>
      `Inga uppgifter om ${subject} är inlästa. ${rules.length === 1 ? 'Kontrollfrågan' : 'Kontrollfrågorna'} ${rules.join(', ')} kan ställas, men inte svara fullt ut.`,
    table_outside: ({ subject, part }) =>
      `Uppgifterna om ${subject} (${many(part, 'rad', 'rader')}) gäller andra dagar än loggens.`,
    contacts_uncovered: (told) =>
      `${ofWhole(told, 'uppslag')} är på enheter och dagar som inga inlästa vårdkontakter täcker. ${many(number(told.facts, 'units'), 'enhet', 'enheter')} har inga alls.`,
    days_without_shifts: (told) => `${ofWhole(told, 'dagar')} har händelser men inga inlästa arbetspass.`,
    draft_profile: ({ part, facts }) =>
      `${many(part, 'fil är läst', 'filer är lästa')} med profilen ${facts['profile'] ?? ''}, som är ett utkast: ingen har prövat den mot en riktig fil.`,
    deviation: ({ part, subject }) =>
      `${many(part, 'post följer', 'poster följer')} inte formatets schema (${subject}), men är lästa.`,
  } as Readonly<Record<string, (told: Told) => string>>,
}
