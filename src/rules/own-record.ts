import { z } from 'zod'
import { law } from './law.ts'
import { defineRule } from './rule.ts'

export const ownRecord = defineRule({
  id: 'own-record',
  version: 1,
  law: [law.innerSecrecy, law.dataIntrusion],
  needs: [['staff', 'user_person']],
  parameters: z.strictObject({}),
  facts: z.object({ same_id: z.boolean(), source: z.string() }),
  severity: () => 'high',
  opens: () => true,
  words: {
    sv: {
      title: 'Egen journal',
      question: 'Öppnade användaren sin egen journal, under något av sina nummer?',
      why: 'Den egna journalen läses på 1177 eller begärs ut, inte genom arbetets system. Högsta domstolen har dömt för dataintrång för slagning på sig själv (NJA 2014 s. 221).',
      ask: 'Varför öppnades journalen genom arbetets system?',
      explanations: ['Test av ett nytt system efter överenskommelse', 'Fel person vald i en lista'],
      misses: 'Den som läser sin egen journal genom en kollegas inloggning.',
      finding: (facts) =>
        facts.same_id
          ? 'Användaren öppnade sin egen journal.'
          : 'Användaren öppnade sin egen journal, under ett annat av sina nummer.',
    },
    en: {
      title: 'Own record',
      question: "Did the user open the user's own record, under any of its numbers?",
      why: "One's own record is read through the patient portal or asked for, not through the systems of work. The Supreme Court has convicted for a search on oneself (NJA 2014 s. 221).",
      ask: 'Why was the record opened through the systems of work?',
      explanations: ['A test of a new system, as agreed', 'The wrong person picked in a list'],
      misses: "Whoever reads their own record through a colleague's login.",
      finding: (facts) =>
        facts.same_id
          ? 'The user opened their own record.'
          : 'The user opened their own record, under another of its numbers.',
    },
  },
})
