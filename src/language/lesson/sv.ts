import type { LessonPage } from '../../model/lesson.ts'

const why: readonly LessonPage[] = [
  {
    heading: 'Varför vi kontrollerar',
    parts: [
      'Patienter ska kunna berätta allt som vården behöver veta. Det gör de bara om de litar på att ingen läser utan skäl.',
      'Därför säger patientdatalagen tre saker:',
      {
        list: [
          'Den som arbetar hos en vårdgivare får läsa om en patient bara om hen deltar i vården av patienten eller av annat skäl behöver uppgifterna för sitt arbete i vården (4 kap. 1 §).',
          'Behörigheten ska begränsas till vad arbetet kräver (4 kap. 2 §). Loggkontroll ersätter inte det.',
          'Vårdgivaren ska kontrollera åtkomsten systematiskt och återkommande (4 kap. 3 §).',
        ],
      },
      'Kontrollen ska också dokumenteras, och loggarna sparas i minst fem år (HSLF-FS 2016:40, 4 kap.). En kontroll som personalen känner till avskräcker, och det är en del av syftet.',
    ],
  },
  {
    heading: 'Vad som är tillåtet',
    parts: [
      'Frågan är alltid en och samma: behövdes uppgifterna i arbetet?',
      {
        list: [
          'Den egna journalen läser man som alla andra patienter läser sin, inte genom arbetet (jämför NJA 2014 s. 221).',
          'Att patienten har sagt ja räcker inte. Det avgörande är om den som läste deltog i vården.',
          'Att bara söka på ett namn kan också vara otillåtet.',
          'Omtanke om en närstående, en granne eller en kollega är inget skäl.',
        ],
      },
      'Den som läser olovligen kan dömas för dataintrång (brottsbalken 4 kap. 9 c §). Om det är ett brott avgör varken verktyget eller granskaren.',
    ],
  },
  {
    heading: 'Vad en logg kan säga, och inte',
    parts: [
      'En logg kan säga att ett konto öppnade en journal vid en viss tid, från en viss enhet, och vad som gjordes.',
      'En logg kan inte säga:',
      {
        list: [
          'varför journalen öppnades',
          'vem som satt vid datorn, om någon har lånat en inloggning',
          'om någon läste, när systemet loggar allt som syns i en lista',
          'om vården fanns, när besöket registreras i efterhand',
        ],
      },
      'Därför är en träff ett urvalskriterium och inte en misstanke. Och därför är ”går inte att avgöra” ett svar.',
    ],
  },
  {
    heading: 'Vad som har hänt',
    parts: [
      {
        list: [
          'Ett slumpvis urval på ett sjukhus hittade en anställd med omkring 1 500 öppningar av 100 till 200 patienter (2020).',
          'Efter ett radioprogram listades 49 anställda som hade läst en patients journal. När alla hade tillfrågats var ingen öppning obefogad (2013).',
          'I ett journalsystem loggade en vy de 20 senaste anteckningarna som lästa. Personal pekades ut i onödan (2012).',
          'De flesta obehöriga läsningar gäller någon som läsaren känner: en granne, en släkting, en tidigare partner.',
        ],
      },
      'Två saker kan alltså gå fel: att inget hittas, och att någon pekas ut utan skäl. Den som granskar ska undvika båda.',
    ],
  },
  {
    heading: 'Så arbetar en granskare',
    parts: [
      {
        list: [
          'Börja med vad som kan förklara öppningen, inte med vem det är.',
          'Fråga medarbetaren när skälet inte framgår. Det är ett steg i arbetet, inte en anklagelse.',
          'Bedöm bara som obefogat det som medarbetaren har fått svara på. En andra granskare bedömer också.',
          'Misstänks ett brott: säkra loggen och sök bredare innan ni talar med medarbetaren.',
          'Granska aldrig ett fall där du själv, en närstående eller din egen chef är med.',
          'Använd aldrig loggen för att följa upp närvaro eller arbetsprestation.',
        ],
      },
      'Öva gärna: loggkoll -o ovning.html train new --self-study ger tolv fall med svar.',
    ],
  },
]

const how: readonly LessonPage[] = [
  {
    heading: 'Innan du tar ut en logg',
    parts: [
      'Bestäm tre saker och skriv ner dem:',
      {
        list: [
          'slag av kontroll: återkommande, eller riktad med ett skäl (misstanke, begäran från en patient, bevakad person)',
          'period: hela dygn, till exempel en månad',
          'vilka enheter det gäller, och vem som granskar dem',
        ],
      },
      'En riktad kontroll behöver ett diarienummer och ett skäl som står sig om någon frågar.',
    ],
  },
  {
    heading: 'Ta ut loggen ur journalsystemet',
    parts: [
      'Varje rad behöver fem uppgifter: vem som öppnade, från vilken enhet, vilken patient, när, och vad som gjordes.',
      {
        list: [
          'Ta ut alla rader för perioden. Sortera inte bort något: urvalet görs sedan.',
          'Ta hellre CSV, XML eller JSON än en utskrift.',
          'Öppna inte filen i Excel för att spara om den: nollor först i personnummer och klockslag går förlorade.',
          'Lägg filen där bara du kommer åt den, och skicka den inte med e-post.',
        ],
      },
    ],
  },
  {
    heading: 'Ta ut det som förklarar',
    parts: [
      'Utan vårdkontakter ser nästan allt oförklarat ut. Ta ut, för samma period och 90 dagar före:',
      {
        list: [
          'vårdkontakter: besök, inskrivningar, bokningar, remisser, listning',
          'personal och medarbetaruppdrag',
          'enheter med öppettider',
          'patienter, med skydd och dödsdatum',
          'om det finns: scheman, närstående, spärrar, samtycken',
        ],
      },
      'Tabellerna står i docs/tables.md. Säg vilken tid vårdkontakterna täcker med --covers.',
    ],
  },
  {
    heading: 'Läs in och se efter om loggen duger',
    parts: [
      {
        typed: [
          'loggkoll init kontroll',
          'loggkoll -w kontroll ingest loggar/ register/',
          'loggkoll -w kontroll quality --month 2026-03',
          'loggkoll -w kontroll audit --month 2026-03',
        ],
      },
      'Verktyget känner igen filens form och säger hur många rader som lästes in, fanns redan eller inte kunde läsas. Summan stämmer alltid. Känns filen inte igen, börja med loggkoll profile infer FIL.',
      'Läs det som quality och audit säger först. Saknar en hel enhet förklaringar är det uppgifterna som brister, inte medarbetarna.',
    ],
  },
]

const localTemplate = `# Så tar vi ut loggar hos oss

Fyll i sidan för er egen region. Den visas sist i lektionen ”how”. Skriv inga lösenord och inga personuppgifter här.

## Vem gör det

- Beställ behörighet av: …
- Kontakt vid frågor: …

## Journalsystemet

1. Logga in i … med …
2. Välj … och perioden hela dygn
3. Exportera som … till mappen …

## Vårdkontakter och register

1. …

## Var filerna läggs och när de tas bort

- …
`

/** The lessons in Swedish. */
export const sv = {
  titles: { why: 'Varför vi gör loggkontroll', how: 'Så tar du ut en logg' },
  why,
  how,
  localTemplate,
  local: 'Så gör vi här',
  noLocal:
    'Den här arbetsytan har ingen sida om hur ni gör hos er. Gör en mall med loggkoll -w DIR train lesson how --write-local, och fyll i den.',
  written: (path: string) => `${path} är skriven. Fyll i den; den visas sist i lektionen.`,
  list: 'Lektioner',
  listRules: 'En lektion för varje kontrollfråga',
  use: 'loggkoll train lesson why',
  page: (number: number, all: number) => `Sida ${number} av ${all}`,
  more: 'Enter för nästa sida, s och Enter för att sluta: ',
  quit: 's',
  rule: {
    title: (title: string) => `Kontrollfrågan: ${title}`,
    question: 'Vad som frågas',
    ask: 'Vad du frågar',
    explanations: 'Vanliga förklaringar',
    misses: 'Vad den inte ser',
    law: 'Rättslig grund',
    judge: 'Att bedöma',
    remember: 'En träff är ett urvalskriterium, inte en misstanke.',
    examples: 'Exempel ur den senaste kontrollen',
    noExamples: 'I den senaste kontrollen gav frågan inga träffar.',
    noRun: 'Här finns ingen kontroll att visa exempel ur.',
    masked: 'Ingen nämns vid namn.',
    someUser: 'en användare',
    example: (who: string, unit: string, when: string) => `${who}, ${unit}, ${when}`,
    against: (text: string) => `Kan förklara: ${text}`,
    nothingAgainst: 'Inget i de inlästa uppgifterna förklarar öppningen.',
  },
}
