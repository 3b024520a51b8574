import type { Explanation, Verdict } from '../../model/review.ts'

/** A verdict as people say it, and what it means. */
export interface VerdictWord {
  readonly name: string
  readonly means: string
}

const verdicts: Readonly<Record<Verdict, VerdictWord>> = {
  explained: { name: 'Förklarad', means: 'Det finns ett skäl till öppningen. Ange vilket.' },
  ask: { name: 'Medarbetaren tillfrågas', means: 'Skälet framgår inte. Fråga innan fallet bedöms.' },
  mistake: { name: 'Felval', means: 'Fel patient eller fel journal valdes av misstag.' },
  not_person: { name: 'Ingen läste', means: 'Teknisk öppning, eller en lista där patienten bara syntes.' },
  unjustified: { name: 'Obefogad', means: 'Inget skäl har kommit fram. En andra granskare bedömer också fallet.' },
  undecidable: { name: 'Går inte att avgöra', means: 'Uppgifterna räcker inte för en bedömning.' },
}

const explanations: Readonly<Record<Explanation, string>> = {
  care: 'Vård av patienten',
  training: 'Utbildning eller handledning',
  research: 'Forskning',
  administration: 'Administration',
  log_review: 'Loggkontroll',
  other: 'Annat skäl, se kommentaren',
}

/**
 * The reviewer's page in Swedish. It is embedded in the page as data, so `{n}` and the like are holes, and what goes
 * with a number has one form for one and one for several.
 */
export const sv = {
  verdicts,
  explanations,
  tool: 'loggkoll',
  confidential: 'Kan innehålla sekretess',
  page: 'Sida',
  locale: 'sv-SE',

  lock: {
    title: 'Underlag för loggkontroll',
    means:
      'Här granskar du vilka som har öppnat patientjournaler, och varför. Sidan är krypterad och öppnas med den lösenfras som du har fått på annan väg.',
    control: 'Kontroll',
    packet: 'Underlag',
    passphrase: 'Lösenfras',
    show: 'Visa lösenfrasen',
    open: 'Öppna underlaget',
    opening: 'Underlaget öppnas …',
    wrong: 'Lösenfrasen stämmer inte, eller så är filen skadad. Kontrollera stora och små bokstäver och försök igen.',
    unable:
      'Den här webbläsaren kan inte öppna underlaget. Öppna filen i en aktuell version av Edge, Chrome eller Firefox.',
    noScript:
      'Underlaget kan inte öppnas här. Spara filen på datorn och öppna den i Edge, Chrome eller Firefox. En förhandsvisning, till exempel i e-posten, räcker inte.',
    offline:
      'Sidan arbetar utan nätverk. Inget skickas härifrån, och inget blir kvar i webbläsaren när du stänger den.',
  },

  skipToCases: 'Hoppa till granskningsfallen',
  skipToSave: 'Hoppa till att spara svaren',
  title: 'Loggkontroll: {unit}',
  introduction:
    'Det här är ditt underlag i en loggkontroll: öppningar av patientjournaler som du ska bedöma. Loggen visar att en journal har öppnats, men inte varför. Bedömningen gör du.',
  selection: 'En fråga eller ett slumpvis urval är inte en misstanke.',
  purpose: 'Loggkontroll får inte användas för att kontrollera närvaro eller arbetsprestation.',
  about: {
    unit: 'Enhet',
    period: 'Period',
    kind: 'Slag av kontroll',
    reason: 'Skäl',
    caseNumber: 'Diarienummer',
    archive: 'Bevaras',
    reviewer: 'Granskare',
    prepared: 'Upprättat',
    control: 'Kontroll',
    packet: 'Underlag',
    trail: 'Spårloggens slutvärde',
  },
  amount: { cases: 'Granskningsfall', minutes: 'Minuter', takes: 'uppskattad tid' },
  outside: {
    one: '1 fall till fick inte plats i den här kontrollen.',
    several: '{n} fall till fick inte plats i den här kontrollen.',
  },
  elsewhere: {
    one: '1 fall granskas av någon annan, till exempel för att du själv berörs av det.',
    several: '{n} fall granskas av andra, till exempel för att du själv berörs av dem.',
  },
  notices: 'Läs det här först',
  how: {
    heading: 'Så här gör du',
    steps: [
      'Intyga nedan att du inte själv berörs av något fall.',
      'Läs varje fall och välj en bedömning. Skriv inga namn eller personnummer i kommentarerna.',
      'Spara svaren och skicka filen till den som gav dig underlaget. Du kan spara, ta paus och läsa in svaren igen.',
    ],
  },
  party: {
    heading: 'Innan du börjar',
    line: 'Jag är inte part eller närstående',
    means:
      'Jag är inte användaren eller patienten i något fall, inte närstående till någon av dem, och har inte själv del i saken. Berörs du av ett fall? Lämna tillbaka underlaget, så granskar någon annan.',
    locked: 'Bedömningen öppnas när du har intygat att du inte är part eller närstående.',
    toLine: 'Gå till intygandet',
  },
  load: {
    label: 'Fortsätta efter en paus? Läs in svar som du har sparat',
    loaded: { one: 'Svaret på 1 fall är inläst.', several: 'Svaren på {n} fall är inlästa.' },
    unknown: {
      one: '1 svar hör till ett fall som inte finns här och har utelämnats.',
      several: '{n} svar hör till fall som inte finns här och har utelämnats.',
    },
    broken: 'Filen kan inte läsas som sparade svar. Välj den fil som heter {file}. Det som redan är ifyllt finns kvar.',
    foreign: 'Filen hör till ett annat underlag ({other}). Välj den fil som heter {file}. Inget har ändrats.',
    replace: 'Det finns svar som inte är sparade. Ersätta dem med svaren i filen?',
  },

  cases: 'Granskningsfall',
  noCases: 'Underlaget innehåller inga fall. Spara svaren ändå, så syns det att underlaget är öppnat.',
  case: {
    place: 'Fall {n} av {all}',
    priority: 'Prioritet {n}',
    drawn: 'Slumpvis valt',
    target: 'Riktad kontroll',
    whose: 'Vems journal',
    masked:
      'Fallet rör en person med skyddade personuppgifter, som därför står under pseudonym. Behöver du veta vem det är, vänd dig till den som gav dig underlaget.',
    unit: 'Enhet',
    when: 'När',
    span: '{first} till {last}',
    days: { one: '1 dag', several: '{n} dagar' },
    activities: 'Vad som gjordes',
    lookups: { one: '1 uppslag', several: '{n} uppslag' },
    events: { one: '1 händelse', several: '{n} händelser' },
    relation: 'Vårdrelation',
    against: 'Vad som kan förklara öppningen',
    nothingAgainst: 'Inget i de inlästa uppgifterna.',
    guidance: 'Stöd för bedömningen',
    ask: 'Fråga medarbetaren',
    explanations: 'Vanliga förklaringar',
    rows: 'Uppslagen i fallet',
    unexplained: 'Uppslag som inget i de inlästa uppgifterna förklarar',
    explained: {
      one: '1 uppslag som vård eller uppdrag förklarar',
      several: '{n} uppslag som vård eller uppdrag förklarar',
    },
    restOfRows: { one: '1 rad till', several: '{n} rader till' },
    moreRows: {
      one: '1 rad till finns i loggen, men visas inte här.',
      several: '{n} rader till finns i loggen, men visas inte här.',
    },
    next: 'Nästa obedömda fall',
    toSave: 'Till att spara svaren',
  },
  row: {
    when: 'När',
    who: 'Vem öppnade',
    whose: 'Vems journal',
    unit: 'Enhet',
    activities: 'Vad som gjordes',
    relation: 'Vårdrelation',
  },
  form: {
    heading: 'Din bedömning',
    verdict: 'Bedömning',
    explainedBy: 'Vad förklarar öppningen?',
    choose: 'Välj …',
    due: 'Svar från medarbetaren senast',
    hearOrSay: 'Fyll i ett av fälten: ingen öppning bedöms som obefogad ohörd utan att skälet framgår.',
    employeeAnswer: 'Medarbetarens svar',
    notAsked: 'Skäl till att inte fråga medarbetaren',
    comment: 'Kommentar',
    commentHint: 'Inga namn eller personnummer.',
    clear: 'Ta bort bedömningen',
    number:
      'Texten ser ut att innehålla ett personnummer. Ta bort det: svaren ska inte innehålla några personuppgifter.',
    name: 'Texten ser ut att innehålla ett namn från fallet: {name}. Ta bort det och skriv till exempel ”medarbetaren” eller ”patienten”.',
  },
  missing: {
    verdict: 'Inte bedömt',
    explanation: 'Ange vad som förklarar öppningen',
    comment: 'Skriv i kommentaren vad som förklarar öppningen',
    undecided: 'Skriv i kommentaren varför det inte går att avgöra',
    due: 'Ange när medarbetaren senast ska svara',
    hearOrSay: 'Ange medarbetarens svar eller skälet till att inte fråga',
    personal: 'Namn eller personnummer i texten',
  },
  bar: {
    label: 'Granskningens gång',
    judged: '{n} av {all} bedömda',
    previous: 'Föregående',
    next: 'Nästa',
    nextOpen: 'Nästa obedömda',
    save: 'Spara svaren',
    list: 'Fallen',
    done: 'bedömt',
    open: 'inte klart',
  },
  save: {
    heading: 'Spara svaren',
    ready: 'Alla fall är bedömda.',
    left: 'Det här återstår:',
    partly: 'Du kan spara ändå och fortsätta senare.',
    personal: 'I svaren ser det ut att finnas namn eller personnummer. Ta bort dem innan du sparar:',
    notTicked: 'Intyga först att du inte är part eller närstående.',
    button: 'Spara svaren',
    anyway: 'Det är inga personuppgifter: spara ändå',
    holds: 'Filen {file} innehåller fallens beteckningar, bedömningar och kommentarer, men inga namn.',
    saved: 'Svaren är sparade i filen {file}, bland dina hämtade filer. Skicka den till den som gav dig underlaget.',
    changed: 'Svaren har ändrats sedan du sparade.',
  },
  /** Capitalised words of the packet's own language, which are no names. */
  notNames: [
    'Flera',
    'Användare',
    'Användaren',
    'Patient',
    'Patienten',
    'Enhet',
    'Journalen',
    'Journaler',
    'Skyddad',
    'Skyddade',
    'Uppslag',
    'Alla',
  ],
}
