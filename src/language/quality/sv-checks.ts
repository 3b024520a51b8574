import type { QualityCheckId } from '../../model/quality-document.ts'

interface CheckWords {
  readonly title: string
  readonly question: string
  /** Why it matters to whoever reviews the log. */
  readonly why: string
  /** What to do about a remark. */
  readonly way: string
}

/** The questions put to the log as a whole, in Swedish. */
export const svChecks: Record<QualityCheckId, CheckWords> = {
  'mandatory-fields': {
    title: 'De fem uppgifter som lagen kräver',
    question: 'Har varje händelse tidpunkt, användare, vårdenhet, patient och åtgärd?',
    why: 'Loggen ska visa vad som gjorts, från vilken vårdenhet, när, av vem och om vilken patient (HSLF-FS 2016:40 4 kap. 9 §). Det är det första en tillsynsmyndighet frågar efter. In- och utloggning behöver ingen patient.',
    way: 'Be leverantören att logga och lämna ut uppgiften. Kontrollera först att kolumnen finns i filen och är rätt kopplad i profilen.',
  },
  gaps: {
    title: 'Luckor i loggen',
    question: 'Finns det dagar eller timmar utan händelser, där det brukar finnas händelser?',
    why: 'Det som inte finns i loggen kan ingen granska. Vad som är vanligt lärs av samma slags dag och timme hos samma källa eller enhet, så att en stängd söndag eller en lugn natt inte räknas som en lucka.',
    way: 'Fråga den som lämnar ut loggen om leveransen är hel. Ett driftstopp eller en stängd enhet kan förklara luckan; anteckna det i protokollet.',
  },
  'record-numbers': {
    title: 'Löpnummer',
    question: 'Finns alla löpnummer som källan har gett sina loggposter?',
    why: 'Ett löpnummer som saknas är en loggpost som har skrivits men inte kommit hit: bortfiltrerad, borttappad eller borttagen.',
    way: 'Fråga leverantören vad som står på de nummer som saknas, och om utdraget är filtrerat.',
  },
  rejects: {
    title: 'Rader som inte kunde tas emot',
    question: 'Avvisades rader vid inläsningen, eller kom kända loggposter tillbaka med annat innehåll?',
    why: 'En avvisad rad kan vara en öppning som ingen får se. En loggpost som har ändrats sedan sist ska inte finnas: en logg skrivs en gång.',
    way: 'Rätta exporten eller profilen och läs in filen igen. Fråga leverantören varför en loggpost har ändrats.',
  },
  duplicates: {
    title: 'Dubbletter',
    question: 'Säger loggen samma sak flera gånger?',
    why: 'Dubbletter får en användare att se ut att ha gjort mer än hon gjort. Rader som redan är inlästa räknas aldrig två gånger. Rader med olika post-id som säger samma sak inom en sekund går inte att ta bort säkert, och räknas här.',
    way: 'Fråga leverantören varför en och samma åtgärd loggas flera gånger.',
  },
  'list-views': {
    title: 'Listor på skärmen',
    question: 'Finns det skurar av händelser som är en lista på skärmen och inte läsning av journaler?',
    why: 'Den som får upp en lista med många patienter har inte läst deras journaler. Är listan inte märkt ser det ut som massläsning.',
    way: 'Läs in med en profil som märker listvyer, eller be leverantören att skilja visning i lista från öppning av journal.',
  },
  codes: {
    title: 'Okända koder',
    question: 'Finns det koder som ingen har angett betydelsen av?',
    why: 'En okänd åtgärd sparas som den är, men ingen kontrollfråga förstår den.',
    way: 'Lägg till koderna i profilen. Inläsningen och loggkoll profile check visar dem.',
  },
  times: {
    title: 'Tider',
    question: 'Hur anges tiderna, och finns det tider som inte kan stämma?',
    why: 'En tid utan klockslag kan inte jämföras med ett arbetspass. En tid utan sekunder döljer listor och dubbletter. En tid långt från de övriga är en fel ställd klocka eller ett fel i exporten.',
    way: 'Be om tider med sekunder och förskjutning mot UTC (till exempel 2026-03-01T08:15:00+01:00).',
  },
  'useful-fields': {
    title: 'Uppgifter som gör kontrollen bättre',
    question: 'Vilka uppgifter utöver de fem fyller loggen i?',
    why: 'Lagen nämner dem inte, men varje uppgift som saknas gör någon kontrollfråga trubbigare eller svarets underlag tunnare.',
    way: 'Be leverantören att ta med uppgiften i utdraget, om systemet loggar den.',
  },
  registers: {
    title: 'Registren känner igen loggen',
    question: 'Finns loggens användare, enheter och patienter i de inlästa registren, och har användarna uppdrag?',
    why: 'Den som registren inte känner kan ingen vårdrelation förklara. När mer än hälften är okända är det oftast olika slags id i loggen och registret.',
    way: 'Läs in register från samma tid som loggen, och kontrollera att de använder samma slags id.',
  },
  actors: {
    title: 'Vilka som agerar i loggen',
    question: 'Hur många händelser är personalens, och hur många är automatiska kontons, invånares och systems?',
    why: 'Loggkontroll granskar personal. Resten räknas, men gås inte igenom.',
    way: 'Om personalens händelser saknas: kontrollera att rätt logg är utlämnad, och att profilen anger vilka som är personal.',
  },
  'reference-data': {
    title: 'Uppgifter som förklarar öppningar',
    question: 'Är registren inlästa, gäller de loggens dagar, och vilka kontrollfrågor kan då svara?',
    why: 'Utan vårdkontakter förklaras ingenting, och utan register kan kontrollfrågor inte ställas. En fråga som inte kan ställas är obesvarad. Det är inte ett nej.',
    way: 'Läs in det som saknas för samma dagar som loggen (loggkoll ingest).',
  },
  reading: {
    title: 'Inläsningen',
    question: 'Har loggen lästs som det var tänkt?',
    why: 'En profil som är ett utkast har ingen prövat mot en riktig fil. Då kan en kolumn vara felkopplad utan att det märks.',
    way: 'Jämför några rader i filen med loggkoll profile check, tillsammans med någon som kan systemet.',
  },
}
