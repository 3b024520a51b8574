import type { Scenario } from '../scenario.ts'

/** A month in which nothing is wrong: most controls end like that. */
export const quietMonth: Scenario = {
  id: 'quiet-month',
  title: { sv: 'En månad utan något fel', en: 'A month with nothing wrong' },
  brief: {
    sv: 'Månadens vanliga loggkontroll på enheten. Ingen har hört av sig, och inget särskilt har hänt.',
    en: 'The usual log control of the unit for the month. Nobody has been in touch, and nothing special has happened.',
  },
  story: {
    sv: 'Inget är inlagt. De granskningsfall som ändå delas ut är vardag: en felvald patient, ett råd som ingen skrev ned, ett sent registrerat besök.',
    en: 'Nothing is planted. The cases that are handed out all the same are everyday life: a wrong patient picked, advice that nobody wrote down, a visit registered late.',
  },
  learn: {
    sv: 'En träff är ett urvalskriterium. Den som hittar något varje månad dömer för hårt.',
    en: 'A hit is a criterion for selection. Whoever finds something every month judges too hard.',
  },
  size: 'ward',
  minutes: 20,
  plant: () => undefined,
}
