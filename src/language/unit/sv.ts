import { numbersIn } from '../report/numbers.ts'

const { count, many, partOf, share } = numbersIn('sv-SE', 'av')
const cases = (amount: number): string => many(amount, 'granskningsfall', 'granskningsfall')

/** What a head of unit needs of a control, in Swedish. */
export const sv = {
  count,
  share,
  partOf,
  title: 'Loggkontroll på enheten',
  subtitle: (unit: string, period: string) => `${unit}, ${period}`,
  figures: {
    lookups: 'Uppslag',
    explained: 'Förklarade',
    explainedMeans: (part: number, whole: number) => `${count(part)} av ${count(whole)}`,
    cases: 'Granskningsfall',
    judged: (judged: number) => many(judged, 'är bedömt', 'är bedömda'),
    left: 'Kvar att göra',
    minutes: (minutes: number) => `ungefär ${many(minutes, 'minut', 'minuter')}`,
    nothing: 'inget',
  },
  now: {
    heading: 'Att göra nu',
    tasks: {
      data_first: () =>
        'Kontrollera inläsningen av enhetens vårdkontakter först. Fråga ingen medarbetare innan det är gjort.',
      follow_up: (amount: number, due: string | null) =>
        `Följ upp ${many(amount, 'obefogad öppning', 'obefogade öppningar')}: säkra loggen och vidga sökningen innan du talar med medarbetaren.${due === null ? '' : ` Ska det anmälas till IMY är sista dag ${due}.`}`,
      second: (amount: number, due: string | null) =>
        `Se till att en andra granskare bedömer ${cases(amount)}${due === null ? '' : ` senast ${due}`}.`,
      answers: (amount: number, due: string | null) =>
        `Invänta medarbetarens svar i ${cases(amount)}${due === null ? '' : `. Det första väntas senast ${due}`}.`,
      judge_again: (amount: number) => `Bedöm ${cases(amount)} igen: granskarna är oense.`,
      judge: (amount: number, _due: string | null, minutes: number) =>
        `Bedöm ${cases(amount)}. Det tar ungefär ${many(minutes, 'minut', 'minuter')}.`,
      sign: () => 'Underteckna kontrollen: allt är bedömt.',
      plan: (amount: number, _due: string | null, minutes: number) =>
        `Be den som sköter loggkontrollen att planera och lämna ut kontrollen: ${cases(amount)}, ungefär ${many(minutes, 'minut', 'minuter')}.`,
      hand_out: (amount: number) =>
        `Be om underlaget: ${cases(amount)} är ${amount === 1 ? 'utvalt' : 'utvalda'} men inte ${amount === 1 ? 'utlämnat' : 'utlämnade'}.`,
      no_task: () => 'Inget just nu.',
    },
  },
  known: {
    heading: 'Läs det här först',
    notice: (unexplained: number, lookups: number, concerned: number, users: number) =>
      `${partOf(unexplained, lookups)} uppslag saknar förklaring, och ${count(concerned)} av ${count(users)} användare har sådana uppslag. Uppgifterna om enhetens vårdkontakter är troligen ofullständiga.`,
    illFitting: (rule: string, flagged: number, lookups: number) =>
      `Kontrollfrågan ${rule} passar inte här: ${partOf(flagged, lookups)} uppslag ger en iakttagelse. Där säger en iakttagelse inte mycket.`,
    unasked: (rules: string) => `Kunde inte ställas: ${rules}. De frågorna är obesvarade.`,
    unknown: (part: string) => `Vårdrelationen kan inte avgöras för ${part} uppslag.`,
    quality: 'Om loggen',
    more: (amount: number) =>
      `${many(amount, 'anmärkning till', 'anmärkningar till')} på loggen finns i loggkoll quality.`,
  },
  plot: {
    heading: 'Enheten mot sina egna tidigare perioder',
    title: 'Andel förklarade uppslag',
    ofLookups: (part: number, whole: number) => `${share(part, whole)} av ${count(whole)}`,
    description: (periods: number, first: string, last: string) =>
      `Liggande staplar för ${many(periods, 'period', 'perioder')}. Först ${first}, sist ${last}.`,
    only: 'Ingen tidigare period är kontrollerad, så det finns inget att jämföra med.',
    more: (points: string) => `Andelen är ${points} procentenheter högre än i genomsnitt under de tidigare perioderna.`,
    less: (points: string) => `Andelen är ${points} procentenheter lägre än i genomsnitt under de tidigare perioderna.`,
    same: 'Andelen är densamma som i genomsnitt under de tidigare perioderna.',
    means: 'Enheten jämförs bara med sig själv. En lägre andel beror oftare på uppgifterna än på människorna.',
    explained: 'Förklarade',
    rest: 'Inte förklarade, eller kan inte avgöras',
  },
  asked: {
    heading: 'Vad fallen gäller',
    table: 'Frågor',
    caption: (selected: number) => `Kontrollfrågor i ${count(selected)} utvalda fall; flera kan gälla samma fall`,
    question: 'Kontrollfråga',
    cases: 'Fall',
    others: (rules: number) => many(rules, 'kontrollfråga till', 'kontrollfrågor till'),
    none: 'Kontrollfrågorna har inte gett något fall att granska här. Det betyder inte att allt är utan anmärkning: se vad som inte kunde avgöras.',
    notSelected: (amount: number) => `${many(amount, 'fall till', 'fall till')} fick inte plats i kontrollens budget.`,
  },
  judged: {
    heading: 'Bedömningarna',
    handedOut: 'Utlämnade fall',
    drawn: (amount: number) => `varav ${count(amount)} slumpvis ${amount === 1 ? 'valt' : 'valda'}`,
    central: 'Hos den centrala granskaren',
    outcome: 'Bedömda',
    left: 'Återstår',
    noneJudged: 'inget än',
    noneLeft: 'inget',
    open: (amount: number) => `${count(amount)} inte ${amount === 1 ? 'bedömt' : 'bedömda'}`,
    asked: (amount: number) => `${count(amount)} där medarbetaren tillfrågas`,
    second: (amount: number) => `${count(amount)} som väntar på en andra granskare`,
    disagreed: (amount: number) => `${count(amount)} där granskarna är oense`,
    stage: 'Kontrollen',
    stages: {
      none: 'inte planerad',
      planned: 'inte utlämnad',
      handed_out: 'pågår',
      judged: 'bedömd, inte undertecknad',
      signed: 'undertecknad',
    },
    notHandedOut: 'Inget är utlämnat till enhetens granskare än.',
  },
  data: {
    first: 'Förklarade första uppslag',
    noFirst: 'inga är kända än',
    run: 'Körning',
    provider: 'Vårdgivare',
    unit: 'Enhet',
    trail: 'Spårloggens slutvärde',
    heading: 'Om rapporten',
  },
  purpose:
    'En träff är ett urvalskriterium, inte en misstanke. Loggkontroll får inte användas för att kontrollera närvaro eller arbetsprestation. Rapporten nämner ingen vid namn och jämför inga medarbetare eller enheter.',
}
