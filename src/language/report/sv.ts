import { listedWith, numbersIn } from './numbers.ts'
import { svCases } from './sv-cases.ts'
import { svCodes } from './sv-codes.ts'

const { count, share, partOf, many } = numbersIn('sv-SE', 'av')
const listed = listedWith('och')

/** The reports in Swedish. */
export const sv = {
  ...svCases,
  ...svCodes,
  count,
  share,
  partOf,
  months: [
    'januari',
    'februari',
    'mars',
    'april',
    'maj',
    'juni',
    'juli',
    'augusti',
    'september',
    'oktober',
    'november',
    'december',
  ],
  weekdays: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
  shortWeekdays: ['mån', 'tis', 'ons', 'tor', 'fre', 'lör', 'sön'],
  at: (day: string, time: string) => `${day} kl. ${time}`,

  title: (period: string) => `Loggkontroll ${period}`,
  confidential: 'Kan innehålla sekretess',
  skip: 'Hoppa till innehållet',
  contents: 'Innehåll',
  page: 'Sida',
  introduction:
    'Det här är resultatet av en loggkontroll: en genomgång av vilka som har öppnat patientjournaler under perioden, och av vad som förklarar det i de inlästa uppgifterna. Kontrollfrågor ställs till loggen, som svarar ja, nej eller att det inte kan avgöras. Rapporten visar vad en människa bör titta på. Bedömningen gör den som granskar.',
  selection: 'En träff är ett urvalskriterium, inte en misstanke.',
  lookupMeans:
    'Ett uppslag är allt som en användare har gjort i en patients journal, från en och samma enhet, under ett dygn.',

  summary: {
    heading: 'Sammanfattning',
    notices: 'Läs det här först',
    numbers: 'Kontrollen i siffror',
    lookups: 'Uppslag',
    explained: 'Förklarade uppslag',
    firstExplained: 'Förklarade första uppslag',
    noFirst: 'Inga är kända än',
    unknown: 'Kan inte avgöras',
    firstMeans:
      'Ett första uppslag är det första som användaren gör i patientens journal. Ett uppslag är förklarat när vården eller ett uppdrag förklarar det.',
    findings: 'Iakttagelser',
    cases: 'Granskningsfall',
    casesSplit: (out: number, kept: number) =>
      `${many(out, 'utvalt', 'utvalda')} för granskning, ${count(kept)} inte ${kept === 1 ? 'utvalt' : 'utvalda'}`,
    suppressed: (amount: number) =>
      `${many(amount, 'iakttagelse är undantagen', 'iakttagelser är undantagna')} enligt beslut och visas inte här`,
    reasons: 'Vad som förklarar uppslagen',
    grade: 'Vårdrelation',
    reason: 'Underlag',
    noReason: 'Inget underlag',
    apart: 'Utanför kontrollen',
    apartMeans: 'Det här ingår inte bland uppslagen ovan.',
    nothingApart: 'Inget: allt i loggen ingår.',
  },
  apart: {
    otherProviders: (provider: string, lookups: number) =>
      `${many(lookups, 'uppslag', 'uppslag')} av användare hos ${provider}, som granskar dem själv`,
    noProvider: 'en vårdgivare som loggen inte anger',
    robots: (lookups: number) => `${many(lookups, 'uppslag', 'uppslag')} av automatiska konton`,
    citizens: (events: number) =>
      `${many(events, 'händelse', 'händelser')} där patienter, vårdnadshavare eller ombud själva har läst`,
    systems: (events: number) => `${many(events, 'händelse', 'händelser')} som system har utfört`,
    withoutUser: (events: number) => `${many(events, 'händelse', 'händelser')} utan användare`,
    withoutTime: (events: number) => `${many(events, 'händelse', 'händelser')} utan tidpunkt`,
    sessions: (events: number) =>
      `${many(events, 'händelse', 'händelser')} som gäller in- och utloggning eller samtycke`,
  },
  notices: {
    unit: (unit: string, unexplained: number, lookups: number, concerned: number, users: number) =>
      `${unit}: ${count(unexplained)} av ${count(lookups)} uppslag (${share(unexplained, lookups)}) saknar förklaring, och ${count(concerned)} av ${count(users)} användare har sådana uppslag. Uppgifterna om enhetens vårdkontakter är troligen ofullständiga. Kontrollera inläsningen innan någon tillfrågas.`,
    illFitting: (rule: string, unit: string, flagged: number, lookups: number) =>
      `Kontrollfrågan ${rule} passar inte ${unit}: ${count(flagged)} av ${count(lookups)} uppslag (${share(flagged, lookups)}) ger en iakttagelse. Där säger en iakttagelse inte mycket.`,
    moreUnits: (units: number) =>
      `${many(units, 'enhet', 'enheter')} till har troligen ofullständiga uppgifter om vårdkontakter. Alla står i rapporten.`,
    moreIllFitting: (times: number) =>
      `På ${many(times, 'ställe', 'ställen')} till passar en kontrollfråga inte en enhet. Alla står i rapporten.`,
    failed: (rules: readonly string[]) =>
      rules.length === 1
        ? `Kontrollfrågan ${rules[0]} kunde inte köras. Den är obesvarad.`
        : `Kontrollfrågorna ${listed(rules)} kunde inte köras. De är obesvarade.`,
    notApplicable: (rules: readonly string[], missing: string) =>
      `${rules.length === 1 ? 'Kontrollfrågan' : 'Kontrollfrågorna'} ${listed(rules)} kunde inte ställas: ${missing}.`,
    couldSayMore: (rules: readonly string[], missing: string) =>
      rules.length === 1
        ? `Kontrollfrågan ${rules[0]} är ställd, men svarar inte fullt ut: ${missing}.`
        : `Kontrollfrågorna ${listed(rules)} är ställda, men svarar inte fullt ut: ${missing}.`,
    scopeAllProviders:
      'Inställningarna anger inte vilka vårdgivares personal som ska granskas. Därför ingår alla som finns i loggen.',
    noFindings:
      'Kontrollen har inte gett några iakttagelser. Det betyder inte att allt är utan anmärkning: se vad som inte kunde avgöras.',
    nonconforming: (file: string, rows: number) =>
      `${many(rows, 'rad', 'rader')} i ${file} saknar någon av de fem uppgifter som en logg ska innehålla.`,
    incidental: (lookups: number) =>
      `${many(lookups, 'uppslag', 'uppslag')} där patienten bara syntes i en lista eller ett urval. De ingår bland uppslagen, men öppnar inget granskningsfall för sig.`,
    unsettled: (lookups: number) =>
      `${many(lookups, 'uppslag', 'uppslag')} kan inte avgöras än, eftersom vårdkontakter fortfarande kan registreras i efterhand. De prövas igen senare.`,
    emptyPeriod: 'Inga uppslag är inlästa för perioden. En tom logg är inte detsamma som att allt är utan anmärkning.',
    draftProfile: (profile: string) =>
      `Uppgifter är inlästa med en profil som är ett utkast: ${profile}. Kontrollera att kolumnerna har tolkats rätt innan rapporten används.`,
    missingTable: (table: string) => `Inga uppgifter är inlästa om ${table}.`,
  },
  missing: (tables: string) => `uppgifter saknas om ${tables}`,
  missingUnnamed: 'uppgifter saknas',
  or: 'eller',
  listed,

  rules: {
    heading: 'Kontrollfrågorna och deras svar',
    caption: 'Varje kontrollfråga med antal uppslag',
    rule: 'Kontrollfråga',
    assessed: 'Prövade',
    flagged: 'Iakttagelser',
    unknown: 'Kan inte avgöras',
    means: 'En fråga som inte har kunnat ställas, eller som loggen inte kan avgöra, är obesvarad. Det är inte ett nej.',
    causes: 'Kan inte avgöras därför att:',
    notAsked: 'Inte ställd',
    failed: 'Kunde inte köras. Frågan är obesvarad.',
    nothingToAssess: 'Inget uppslag att pröva. Frågan är obesvarad.',
    allUnknown: 'Kunde inte avgöras för något uppslag. Frågan är obesvarad.',
    unfit: (units: string) => `Passar inte ${units}`,
  },
  plots: {
    heading: 'När och var',
    hours: 'Uppslag per veckodag och timme',
    hoursDescription: (most: string, lookups: string) =>
      `Rutnät med veckodagar nedåt och dygnets timmar åt höger. Starkare färg betyder fler uppslag. Flest är det ${most}: ${lookups} uppslag.`,
    hoursEmpty: 'Inga uppslag att visa.',
    fewest: 'Färre',
    most: 'Fler',
    hour: 'Timme',
    hourAt: (weekday: string, hour: string) => `${weekday} kl. ${hour}`,
    units: 'Andel förklarade uppslag per enhet',
    unitsDescription: (units: number) =>
      `Liggande staplar för ${many(units, 'enhet', 'enheter')}. Först i stapeln står de förklarade uppslagen, sedan de som inte kan avgöras.`,
    untold: (lookups: number) => `${count(lookups)} kan inte avgöras`,
    unitsShown: (shown: number, all: number) =>
      `Bilden visar de ${count(shown)} av ${count(all)} enheter som har flest uppslag utan förklaring. Alla står i tabellen.`,
    table: 'Visa siffrorna i en tabell',
    unit: 'Enhet',
    lookups: 'Uppslag',
    explained: 'Förklarade',
    share: 'Andel',
    firstShare: 'Andel av första uppslag',
    unexplained: 'Utan förklaring',
    unknown: 'Kan inte avgöras',
  },

  method: {
    heading: 'Så gjordes kontrollen',
    period: 'Period',
    periodMeans: (period: string, from: string, to: string) =>
      `${period}, första och sista dagen inräknade (från ${from}, före ${to})`,
    zone: 'Tidszon',
    tool: 'Verktyg',
    run: 'Körning',
    trail: 'Spårloggens slutvärde',
    noTrail: 'inget',
    sources: 'Inlästa filer',
    noSources: 'Inga filer är angivna.',
    file: 'Fil',
    rows: 'Rader',
    batch: 'Inläsning',
    rules: 'Kontrollfrågornas version och inställningar',
    version: 'Version',
    parameters: 'Inställningar',
    noParameters: 'inga',
    sql: 'Frågans sha256',
  },
  misses: { heading: 'Vad kontrollfrågorna missar', unknown: 'Beskrivning saknas.' },
  purpose: {
    heading: 'Vad rapporten får användas till',
    limit: 'Loggkontroll får inte användas för att kontrollera närvaro eller arbetsprestation.',
    means:
      'Den görs för att skydda patienternas uppgifter. Tider och antal i rapporten säger när journaler har öppnats, inte hur någon har arbetat.',
  },
  law: {
    heading: 'Rättsligt stöd',
    caption: 'Författningar som varje kontrollfråga vilar på',
    place: 'Bestämmelse',
    unknown: 'Uppgift saknas',
  },
  list: {
    lookups: (period: string, lookups: number) => `Loggkontroll ${period}: ${many(lookups, 'uppslag', 'uppslag')}`,
    explained: (all: string, unknown: number, first: string | null) =>
      `Förklarade: ${all}. Kan inte avgöras: ${count(unknown)}. ${first === null ? 'Inga första uppslag är kända än.' : `Av första uppslag: ${first}.`}`,
    findings: (findings: number, cases: number) =>
      `${many(findings, 'iakttagelse', 'iakttagelser')} i ${many(cases, 'granskningsfall', 'granskningsfall')}.`,
    findingsApart: (amount: number) =>
      `Därtill ${many(amount, 'kompletterande iakttagelse', 'kompletterande iakttagelser')} utanför fallen.`,
    moreCases: (amount: number) =>
      `Ytterligare ${many(amount, 'granskningsfall', 'granskningsfall')} är utvalda och visas i rapporten.`,
    goOn: (run: string) => [
      'Visa underlaget: loggkoll explain FINDING',
      'Skriv rapporten: loggkoll report audit -o FILE.html',
      `Kontrollens beteckning: ${run}`,
    ],
    unanswered: 'obesvarad',
  },
}
