import { numbersIn } from '../report/numbers.ts'
import { ratesIn } from './rates.ts'

const { count, share, partOf, many } = numbersIn('sv-SE', 'av')

/** What `rules evaluate` says, in Swedish. */
export const sv = {
  count,
  share,
  partOf,
  ...ratesIn('sv-SE'),
  title: (from: string, last: string) => `Hur väl kontrollfrågorna skiljer sig från slumpen, ${from} – ${last}`,
  explained: (all: string, first: string | null) =>
    `Förklarade uppslag: ${all}. ${first === null ? 'Inga första uppslag är kända än.' : `Av första uppslag: ${first}.`}`,
  rates: {
    heads: {
      rule: 'Kontrollfråga',
      assessed: 'Prövade',
      flagged: 'Ja-svar',
      observed: 'Andel',
      expected: 'Av en slump',
      lift: 'Gånger slumpen',
      explained: 'Förklarade',
    },
    means: (rounds: number, seed: number) =>
      `Av en slump: samma uppslag med patienterna blandade ${rounds === 1 ? 'en gång' : `${count(rounds)} gånger`} (slumpfrö ${seed}). Varje användare har kvar sina dagar och enheter, varje patient öppnas lika ofta. Förklarade: hur många av uppslagen bakom iakttagelserna som vård eller uppdrag förklarar.`,
  },
  noChance: {
    no_pairs: 'Svaret beror inte på vem som öppnade vems journal.',
    reads_events: 'Frågan läser händelser, och det är uppslagen som blandas.',
    unanswered: 'Frågan är obesvarad.',
    failed: 'Frågan kunde inte ställas till de blandade uppslagen.',
    never: 'Slumpen gav ingen iakttagelse. Fler blandningar (--rounds) kan ge en andel att jämföra med.',
  },
  key: {
    heading: 'Mot facit',
    heads: {
      rule: 'Kontrollfråga',
      flag: 'Att hitta',
      found: 'Hittade',
      recall: 'Andel',
      clear: 'Ej att hitta',
      wrong: 'Hittade ändå',
      precision: 'Precision',
      other: 'Övriga',
    },
    total: 'Alla',
    means:
      'Precision: hur stor del av de rader i facit som hittades som skulle hittas. Övriga: iakttagelser som facit inte säger något om, och som varken är rätt eller fel.',
    left: ({ outside, not_asked, unanswered }: Left) => [
      outside > 0 ? `${many(outside, 'rad', 'rader')} gäller dagar utanför perioden` : '',
      not_asked > 0 ? `${many(not_asked, 'rad', 'rader')} gäller frågor som inte ställs` : '',
      unanswered > 0 ? `${many(unanswered, 'rad', 'rader')} gäller frågor som är obesvarade` : '',
    ],
    leftOut: (rows: number, parts: string) => `Facit har ${many(rows, 'rad', 'rader')}. Inte prövade: ${parts}.`,
    rows: (rows: number) => `Facit har ${many(rows, 'rad', 'rader')}.`,
    missed: (rows: string) => `Rader i facit som inte hittades: ${rows}.`,
    wrong: (rows: string) => `Rader i facit som hittades fast de inte ska: ${rows}.`,
    verbose: (amount: number) =>
      `${many(amount, 'rad', 'rader')} i facit stämmer inte. Visa radnumren: loggkoll -v rules evaluate …`,
  },
  budgets: {
    heading: (planted: number, cases: number) =>
      `Hur mycket som hittas när de första fallen granskas: ${count(planted)} att hitta, ${many(cases, 'granskningsfall', 'granskningsfall')}`,
    looked: 'Granskade fall',
    orders: { random: 'Slumpad ordning', severity: 'Efter prioritet', score: 'Efter poäng' },
    all: (cases: number) => `alla ${count(cases)}`,
    means:
      'Hittat är det som facit vill ha hittat, när något av fallen gäller samma användare och patient, oavsett kontrollfråga. Frågor som bara kompletterar öppnar inget fall; det som bara de ser hittas inte ens bland alla.',
  },
  selection: 'En träff är ett urvalskriterium, inte en misstanke.',
}

interface Left {
  readonly outside: number
  readonly not_asked: number
  readonly unanswered: number
}
