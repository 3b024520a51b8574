import { z } from 'zod'
import { law } from './law.ts'
import { defineRule } from './rule.ts'

const clock = (time: string): string => time.slice(11, 16)

export const offHours = defineRule({
  id: 'off-hours',
  version: 1,
  law: [law.accessControl, law.logReview],
  needs: [['shift', 'care_unit']],
  prepares: ['hours/intervals', 'hours/lookup-hours'],
  parameters: z.strictObject({
    margin_minutes: z
      .int()
      .min(0)
      .max(240)
      .default(0)
      .describe('So many minutes before and after a shift or opening are inside it'),
  }),
  facts: z.object({
    basis: z.enum(['shift', 'opening']),
    events_outside: z.coerce.number(),
    first_outside: z.string(),
    last_outside: z.string(),
    holiday: z.string().nullable(),
  }),
  severity: () => 'low',
  opens: () => false,
  words: {
    sv: {
      title: 'Utanför arbetstid',
      question:
        'Skedde öppningen utanför användarens pass, eller, om inget schema är känt, utanför enhetens öppettider?',
      why: 'En öppning på ledig tid kan vara övertid, men också nyfikenhet när ingen ser på. Den säger lite ensam och mer tillsammans med annat. Uppgiften får inte användas för att kontrollera närvaro eller arbetstid.',
      ask: 'Vilket arbete gällde det vid den tiden?',
      explanations: [
        'Övertid eller bytt pass som inte står i schemat',
        'Efterarbete med dokumentation',
        'Jour eller beredskap',
      ],
      misses:
        'Den som läser under sitt eget pass, och allt på enheter som aldrig stänger och vars schema inte är inläst.',
      finding: (facts) => {
        const when =
          clock(facts.first_outside) === clock(facts.last_outside)
            ? clock(facts.first_outside)
            : `${clock(facts.first_outside)}–${clock(facts.last_outside)}`
        const against = facts.basis === 'shift' ? 'utanför användarens pass' : 'utanför enhetens öppettider'
        return `Öppnad ${when}, ${against}${facts.holiday ? ` (${facts.holiday})` : ''}.`
      },
    },
    en: {
      title: 'Off hours',
      question: "Was it outside the user's shift, or, where no roster is known, outside the opening hours of the unit?",
      why: 'A lookup off duty can be overtime, and can be curiosity when no one is watching. Alone it says little, with other things more. It may not be used to check attendance or working hours.',
      ask: 'What work was it at that time?',
      explanations: [
        'Overtime or a swapped shift that the roster does not show',
        'Documentation finished later',
        'On call',
      ],
      misses:
        'Whoever reads during their own shift, and everything at units that never close and whose roster is not loaded.',
      finding: (facts) => {
        const when =
          clock(facts.first_outside) === clock(facts.last_outside)
            ? clock(facts.first_outside)
            : `${clock(facts.first_outside)}–${clock(facts.last_outside)}`
        const against = facts.basis === 'shift' ? "outside the user's shift" : 'outside the opening hours of the unit'
        return `Opened ${when}, ${against}${facts.holiday ? ` (${facts.holiday})` : ''}.`
      },
    },
  },
})
