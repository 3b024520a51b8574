import { z } from 'zod'
import { relationGrades } from '../model/grade.ts'
import { oneLower, type Severity } from '../model/severity.ts'
import { law } from './law.ts'
import { defineRule } from './rule.ts'

const severityOfTie: Record<'register' | 'register_ended' | 'address' | 'name', Severity> = {
  register: 'high',
  register_ended: 'medium',
  address: 'medium',
  name: 'low',
}

const kin = {
  sv: {
    parent: 'förälder',
    child: 'barn',
    guardian: 'vårdnadshavare',
    ward: 'barn (vårdnadshavare)',
    spouse: 'make eller maka',
    partner: 'partner',
    sibling: 'syskon',
    household: 'i samma hushåll',
    representative: 'ställföreträdare',
    other: 'närstående',
  },
  en: {
    parent: 'parent',
    child: 'child',
    guardian: 'guardian',
    ward: 'child (as guardian)',
    spouse: 'spouse',
    partner: 'partner',
    sibling: 'sibling',
    household: 'of the same household',
    representative: 'representative',
    other: 'next of kin',
  },
}
const kinOf = (language: 'sv' | 'en', kind: string | null): string => {
  const words: Record<string, string> = kin[language]
  return words[kind ?? 'other'] ?? words['other']!
}

export const ownFamily = defineRule({
  id: 'own-family',
  version: 1,
  law: [law.innerSecrecy, law.accessControl],
  needs: [['staff'], ['relation', 'patient']],
  parameters: z.strictObject({
    ended_years: z.int().min(0).max(50).default(5).describe('A tie that ended counts for so many years'),
    rare_name_persons: z
      .int()
      .min(1)
      .default(5)
      .describe('A family name is rare when at most so many loaded persons have it'),
    rare_name_per_10000: z.number().min(0).default(2).describe('… or at most so many of 10,000 loaded persons'),
    population_floor: z.int().min(1).default(200).describe('With fewer loaded persons no name is called rare'),
  }),
  facts: z.object({
    tie: z.enum(['register', 'register_ended', 'address', 'name']),
    relation_kind: z.string().nullable(),
    ended_day: z.string().nullable(),
    carriers: z.coerce.number().nullable(),
    relation_grade: z.enum(relationGrades).nullable(),
    source: z.string(),
  }),
  severity: (facts, grade) => (grade === 'A+' ? oneLower(severityOfTie[facts.tie]) : severityOfTie[facts.tie]),
  opens: (facts) => facts.tie !== 'name',
  words: {
    sv: {
      title: 'Närstående',
      question: 'Är patienten närstående till användaren, på samma adress eller med samma ovanliga efternamn?',
      why: 'De flesta obehöriga öppningar gäller någon som läsaren känner. Omtanke är inget skäl: närståendes journaler läses av den som vårdar dem.',
      ask: 'Känner du patienten? Ingick öppningen i ditt arbete, och kunde en kollega ha gjort det i stället?',
      explanations: [
        'Liten ort eller enhet där ingen annan kunde göra arbetet',
        'Akut läge',
        'Samma adress eller namn utan att de känner varandra',
      ],
      misses: 'Vänner, grannar, tidigare partner och släkt som inget register känner.',
      finding: (facts) => {
        switch (facts.tie) {
          case 'register':
            return `Patienten står i registret som närstående till användaren: ${kinOf('sv', facts.relation_kind)}.`
          case 'register_ended':
            return `Patienten har stått i registret som närstående till användaren: ${kinOf('sv', facts.relation_kind)}, till och med ${facts.ended_day}.`
          case 'address':
            return 'Patienten och användaren har samma registrerade adress.'
          case 'name':
            return `Patienten och användaren har samma ovanliga efternamn (${facts.carriers} i inlästa uppgifter).`
        }
      },
    },
    en: {
      title: 'Next of kin',
      question: 'Is the patient a relative of the user, of the same address, or of the same rare family name?',
      why: 'Most unauthorised lookups concern someone the reader knows. Concern is no reason: the records of next of kin are read by those who care for them.',
      ask: 'Do you know the patient? Was the lookup part of your work, and could a colleague have done it instead?',
      explanations: [
        'A small place or unit where no one else could do the work',
        'An emergency',
        'The same address or name, without knowing each other',
      ],
      misses: 'Friends, neighbours, former partners and kin whom no register knows.',
      finding: (facts) => {
        switch (facts.tie) {
          case 'register':
            return `The register has the patient as next of kin of the user: ${kinOf('en', facts.relation_kind)}.`
          case 'register_ended':
            return `The register has had the patient as next of kin of the user: ${kinOf('en', facts.relation_kind)}, until ${facts.ended_day}.`
          case 'address':
            return 'The patient and the user have the same registered address.'
          case 'name':
            return `The patient and the user have the same rare family name (${facts.carriers} in the loaded data).`
        }
      },
    },
  },
})
