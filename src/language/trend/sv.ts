import { numbersIn } from '../report/numbers.ts'

const { count, share } = numbersIn('sv-SE', 'av')
const percents = new Intl.NumberFormat('sv-SE', { style: 'percent', maximumFractionDigits: 0 })

/** What the controls came to over time, in Swedish. */
export const sv = {
  count,
  share,
  percent: (part: number) => percents.format(part),
  title: 'Loggkontrollens utfall över tid',
  subtitle: (first: string, last: string) => (first === last ? first : `${first} – ${last}`),
  empty: 'Inga kontroller är gjorda än.',
  under: '<5',
  hidden: '·',
  shown: {
    heading: 'Så läses siffrorna',
    items: [
      'Antal under fem visas inte, utan som <5. En punkt (·) betyder att antalet är dolt, så att ett antal under fem inte ska gå att räkna ut ur summorna.',
      'En kontroll räknas till den månad då dess period börjar. Varje fall räknas en gång per månad, men vid varje kontrollfråga som gällde det.',
      'Ingen medarbetare och ingen enhet pekas ut, och ingen jämförs med någon annan. Loggkontroll får inte användas för att kontrollera närvaro eller arbetsprestation.',
    ],
  },
  lookups: {
    heading: 'Uppslagen',
    table: 'Uppslag',
    caption: 'Uppslag per månad, och hur stor andel som vård eller uppdrag förklarar',
    month: 'Månad',
    lookups: 'Uppslag',
    explained: 'Förklarade',
    rest: 'Inte förklarade, eller kan inte avgöras',
    share: 'Andel förklarade',
    none: 'Inga körningar finns kvar.',
    plot: 'Andel förklarade uppslag per månad',
    plotDescription: (first: string, last: string) => `Liggande staplar, en per månad. Först ${first}, sist ${last}.`,
  },
  cases: {
    heading: 'Fallen och hur de bedömdes',
    table: 'Bedömningar',
    caption: 'Utlämnade granskningsfall per månad och bedömning',
    month: 'Månad',
    all: 'Alla',
    cases: 'Fall',
    remaining: 'Återstår',
    none: 'Inga fall är utlämnade.',
  },
  rules: {
    heading: 'Kontrollfrågornas träffsäkerhet',
    means:
      'Träffsäkerheten är den andel av de bedömda fallen med kontrollfrågan som slutade som obefogade eller felval, bland dem som slutade så eller blev förklarade eller inte hade lästs av någon. Fall som inte går att avgöra räknas inte in.',
    uncertain:
      'Intervallet säger var andelen kan ligga om slumpen hade fallit ut annorlunda (95\u00a0%, Wilson). Med få fall är det brett. Andelen gäller de fall som lämnades ut, inte alla iakttagelser, och ett fall kan ha flera kontrollfrågor: den säger vad frågan ger granskaren, inte att just den frågan avgjorde.',
    low: 'En låg andel betyder inte att frågan är dålig: vissa frågor ställs för att varje svar ska läsas, till exempel om skyddade personuppgifter.',
    table: 'Träffsäkerhet',
    caption: 'Varje kontrollfråga: hur dess fall slutade',
    rule: 'Kontrollfråga',
    cases: 'Fall',
    results: {
      hit: 'Obefogade eller felval',
      miss: 'Förklarade, eller ingen läste',
      undecidable: 'Går inte att avgöra',
      remaining: 'Återstår',
    },
    precision: 'Träffsäkerhet',
    interval: 'Osäkerhet',
    between: (low: number, high: number) => `${Math.round(100 * low)}–${percents.format(high)}`,
    below: (share: string) => `under ${share}`,
    unknown: 'för få',
    none: 'Inga fall från kontrollfrågorna är utlämnade.',
    plot: 'Träffsäkerhet med osäkerhet',
    plotDescription: (rules: number) =>
      `Ett streck för varje av ${count(rules)} kontrollfrågor, över den skala från 0 till 100 procent som ligger bakom. Det ljusa fältet är osäkerheten.`,
    legend: { bar: 'Träffsäkerhet', unknown: 'Osäkerhet (95\u00a0%)' },
    months: 'Fall per månad',
    monthsTable: 'Fall per månad',
    monthsCaption: 'Utlämnade fall per kontrollfråga och månad',
  },
  trail: 'Spårloggens slutvärde',
  about: 'Om rapporten',
  prepared: 'Skriven',
}
