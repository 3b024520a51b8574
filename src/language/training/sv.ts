import type { GradedCase, NotHanded, Requirement } from '../../model/grade-document.ts'
import { listedWith, numbersIn } from '../report/numbers.ts'

const { count, share, partOf, many } = numbersIn('sv-SE', 'av')

/** What `train grade` says, in Swedish. */
export const sv = {
  count,
  share,
  partOf,
  listed: listedWith('och'),
  oneOf: listedWith('eller'),
  title: 'Resultat av övning i loggkontroll',
  subtitle: (scenario: string, period: string) => `Övningen ${scenario}, ${period}`,
  madeUp:
    'Alla personer och händelser i övningen är påhittade. Resultatet säger hur en övning gick och ingenting annat; det används inte för att bedöma någons arbete.',
  namesNothing: (scenario: string, seed: number) =>
    `Facit är till övningen ${scenario} med fröet ${seed}, och nämner inget uppslag. Se själv efter att det är den här övningen.`,
  passed: (name: string) => `${name} är godkänd.`,
  notPassed: (name: string) => `${name} är inte godkänd än.`,
  nobody: 'Ingen deltagare har fått något att granska.',
  figures: {
    found: 'Obefogade som fångades',
    foundNote: 'tillfrågade eller bedömda som obefogade',
    precision: 'Träffsäkerhet',
    precisionNote: 'av det som togs vidare var obefogat',
    steps: 'Rätt steg',
    stepsNote: (best: number) => `varav ${count(best)} det bästa`,
    minutes: 'Minuter',
    minutesNote: (estimated: number) => `beräknat ${count(estimated)}`,
    noMinutes: 'inte mätt',
  },
  requirements: {
    heading: 'För att bli godkänd',
    sheet: 'Krav',
    caption: 'Kraven och hur det gick',
    what: 'Krav',
    is: 'Utfall',
    met: 'Uppfyllt',
    yes: 'ja',
    no: 'nej',
    words: {
      found: (limit: number, of: number) =>
        of === 0
          ? 'Fånga det som är obefogat (inget sådant lämnades ut)'
          : `Fråga om eller ta vidare minst ${count(limit)} av ${count(of)} obefogade${of < 5 ? ' (så få säger lite: gör fler övningar)' : ''}`,
      unheard: (limit: number) => `Bedöm högst ${count(limit)} befogad öppning som obefogad utan att medarbetaren hörs`,
      judged: (limit: number, of: number) => `Bedöm minst ${count(limit)} av ${count(of)} fall`,
    } satisfies Record<Requirement['id'], (limit: number, of: number) => string>,
  },
  groups: {
    parts: 'Moment för moment',
    partsCaption: 'Hur varje moment i övningen gick',
    partsSheet: 'Moment',
    part: 'Moment',
    rules: 'Kontrollfråga för kontrollfråga',
    rulesCaption: 'Hur det gick med det som varje kontrollfråga borde fråga om',
    rulesSheet: 'Kontrollfrågor',
    rule: 'Kontrollfråga',
    independent: 'inlagt utan tanke på någon kontrollfråga',
    found: 'Obefogade som fångades',
    foundShort: (parts: string) => `${parts} obefogade fångades`,
    accused: 'Befogade som bedömdes som obefogade',
    accusedShort: (parts: string) => `${parts} befogade bedömdes som obefogade`,
    onlyGrey: 'gråzon',
    of: (part: number, whole: number) => (whole === 0 ? '–' : `${count(part)} av ${count(whole)}`),
  },
  misses: 'Det som missades',
  noMisses: 'Inget obefogat som lämnades ut missades.',
  accused: 'Befogade som bedömdes som obefogade',
  noAccused: 'Inget befogat bedömdes som obefogat.',
  others: 'Andra steg som blev fel',
  remarks: 'Rätt, men ett annat steg hade varit bättre',
  open: (amount: number) => `${many(amount, 'fall är', 'fall är')} inte bedömda.`,
  truths: {
    unjustified: 'obefogat',
    justified: 'befogat',
    grey: 'gråzon: mer än ett svar är rätt',
    everyday: 'vardag i övningen: inget särskilt inlagt',
  } satisfies Record<GradedCase['truth'], string>,
  notJudged: 'Inte bedömt.',
  unheard: 'utan att medarbetaren hördes',
  quoted: (text: string) => `”${text}”`,
  answered: (verdict: string) => `Bedömt: ${verdict}.`,
  better: (steps: string) => `Bäst: ${steps}.`,
  alsoRight: (steps: string) => `Också rätt: ${steps}.`,
  everydayStory:
    'Öppningen hör till vardagen i den påhittade regionen. Den har ett skäl, även om det inte syns i loggen.',
  notHanded: {
    heading: 'Det som aldrig lämnades ut',
    means:
      'Det här lades in i loggen, men kom inte med i något underlag. Det är ingens miss, men det visar vad urvalet inte ser.',
    none: 'Allt som lades in i loggen kom med i något underlag.',
    causes: {
      not_asked: 'ingen kontrollfråga frågade om det, och lotten föll inte på det',
      outside: 'kontrollfrågorna såg det, men det fick inte plats eller hade ingen granskare',
    } satisfies Record<NotHanded['cause'], string>,
    planted: (part: number, whole: number) =>
      `${partOf(part, whole)} av det obefogade som lades in kom med i något underlag.`,
  },
  agreement: {
    heading: 'Hur lika deltagarna bedömde',
    sheet: 'Samstämmighet',
    caption: 'Par av deltagare som har bedömt samma fall',
    pair: 'Deltagare',
    cases: 'Fall',
    agreed: 'Lika',
    alike: (parts: string) => `lika i ${parts}`,
    kappa: 'Kappa',
    noKappa: 'går inte att räkna',
    means:
      'Cohens kappa är 1 när två bedömer allt lika och 0 när de är lika ense som slumpen. Stegen räknas som avsluta, fråga, ta vidare och går inte att avgöra.',
    differ: 'Fall som bedömdes olika',
    bands: ['sämre än slumpen', 'svag', 'någorlunda', 'måttlig', 'god', 'mycket god'],
  },
  trainer: 'Kursledare',
}
