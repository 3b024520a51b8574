import { keptFor } from '../report/kept-for.ts'
import type { CoverageState } from '../../model/coverage-document.ts'
import { listedWith, numbersIn } from '../report/numbers.ts'

const { count, share, partOf, many } = numbersIn('sv-SE', 'av')

/** What `report coverage` says, in Swedish. */
export const sv = {
  count,
  share,
  partOf,
  listed: listedWith('och'),
  title: 'Loggkontrollens täckning',
  shortMonths: ['jan', 'feb', 'mars', 'apr', 'maj', 'juni', 'juli', 'aug', 'sep', 'okt', 'nov', 'dec'],
  archive: (months: number) => `Bevaras i ${keptFor.sv(months)}`,
  lead: (judged: number, staff: number) =>
    `${partOf(judged, staff)} i personalen har hittills ingått i en bedömd loggkontroll.`,
  nobody: 'Det finns ingen personal med uppslag under perioden.',
  introduction:
    'Här står vilka enheter och hur stor del av personalen som årets kontroller har nått, och vad som fattas. En person räknas som utvald när hen har dragits i ett urval eller finns i ett utlämnat granskningsfall, som bedömd när fallet är bedömt, och som klar när kontrollen är undertecknad.',
  rule: 'En månads återkommande kontroll ska vara undertecknad senast sista dagen i månaden efter. Därefter är den försenad tills den är undertecknad. En undertecknad kontroll av en del av månaden räknas.',
  purpose:
    'Loggkontroll får inte användas för att kontrollera någons närvaro eller arbete. Att inte ha granskats än säger inget om någon.',
  states: {
    done: 'klar',
    late: 'försenad',
    under_way: 'pågår',
    not_started: 'inte påbörjad',
    not_due: 'kommande',
    nothing: 'inga uppslag',
    purged: 'loggen är gallrad',
  } satisfies Record<CoverageState, string> as Record<CoverageState, string>,
  figures: {
    staff: 'Personal',
    staffNote: (active: number) => `${count(active)} med uppslag`,
    selected: 'Utvalda',
    judged: 'Bedömda',
    signed: 'Klara',
    late: 'Försenade kontroller',
    lateNote: 'enheter och månader',
  },
  units: {
    heading: 'Enheter',
    caption: 'Personal som kontrollerna har nått, enhet för enhet',
    sheet: 'Enheter',
    unit: 'Enhet',
    staff: 'Personal',
    selected: 'Utvalda',
    judged: 'Bedömda',
    share: 'Andel bedömda',
    signed: 'Klara',
    central: 'Central granskning',
    none: 'Inga enheter har uppslag under perioden.',
  },
  months: {
    heading: 'Kontrollerna månad för månad',
    caption: 'Så långt har varje enhet kommit med månadens kontroll',
    sheet: 'Månader',
    purged: 'gallrad',
    month: 'Månad',
    bar: (month: string, done: string, late: number) =>
      `${month}: ${done} klara, ${count(late)} ${late === 1 ? 'försenad' : 'försenade'}`,
    dash: '– betyder att enheten inte har några uppslag den månaden.',
    sums: 'Enheter i varje läge, månad för månad',
    sumsSheet: 'Lägen',
    plot: 'Klara och försenade kontroller',
    described: (done: number, late: number) =>
      `Staplar över månaderna. ${many(done, 'kontroll är klar', 'kontroller är klara')} och ${many(late, 'är försenad', 'är försenade')}.`,
  },
  missing: {
    heading: 'Vad som fattas',
    caption: 'Vad som fattas, enhet för enhet',
    sheet: 'Fattas',
    notReviewed: 'Inte bedömda än',
    withoutReviewer: 'Granskare saknas',
    yes: 'saknas',
    notByOwnUnit: 'Granskas inte på enheten',
    nobody: 'Ingen kan granska',
    nothing: 'Inget fattas.',
  },
  notices: {
    heading: 'Att åtgärda',
    late: (amount: number) => `${many(amount, 'kontroll är försenad', 'kontroller är försenade')}.`,
    withoutReviewer: (units: string) => `Ingen granskare är utsedd för ${units}.`,
    central: (amount: number) =>
      `${many(amount, 'person', 'personer')} kan inte granskas av den egna enhetens granskare (chefer, närstående) och hör till den centrala granskaren.`,
    nobody: (amount: number) =>
      `${many(amount, 'person', 'personer')} kan ingen av de inlästa granskarna granska. Utse en ersättare eller en central granskare.`,
    cases: (amount: number) =>
      `${many(amount, 'granskningsfall', 'granskningsfall')} kan ingen av de inlästa granskarna bedöma.`,
  },
  /** Under the table of a terminal. */
  names: 'Vilka som återstår står i listan: loggkoll report coverage --format csv',
}
