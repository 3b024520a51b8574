import { z } from 'zod'
import { law } from './law.ts'
import { defineRule } from './rule.ts'

export const noCareRelation = defineRule({
  id: 'no-care-relation',
  version: 2,
  law: [law.innerSecrecy, law.accessControl, law.logReview],
  needs: [['care_contact']],
  parameters: z.strictObject({}),
  facts: z.object({ relation_grade: z.enum(['C', 'E']), incidental: z.boolean().default(false) }),
  // Who stands in a list that someone had on the screen has not been read: it is counted, and adds to what else was done.
  severity: (facts) => (facts.incidental ? 'info' : facts.relation_grade === 'E' ? 'medium' : 'low'),
  opens: (facts) => !facts.incidental,
  words: {
    sv: {
      title: 'Ingen vårdrelation',
      question: 'Öppnades en journal utan något som förklarar det?',
      why: 'Den som öppnar en journal ska delta i vården av patienten eller behöva uppgifterna för sitt arbete. Här finns inget besök, ingen remiss, ingen bokning och inget uppdrag som förklarar öppningen.',
      ask: 'Vad gällde arbetet med patienten den dagen? Finns det något underlag, till exempel en konsultation, ett telefonsamtal eller ett uppdrag?',
      explanations: [
        'Telefonrådgivning eller konsultation som inte registrerats som vårdkontakt',
        'Undervisning, kvalitetsarbete eller administration utan registrerat uppdrag',
        'Fel patient valdes i en lista och stängdes direkt',
        'Besöket är registrerat på en annan enhet än den som användaren loggade in på',
      ],
      misses: 'Den som läser om en patient som enheten också vårdar: då finns en vårdrelation, men kanske inget behov.',
      finding: (facts) =>
        (facts.relation_grade === 'E'
          ? 'Ingen vårdrelation hittad i inlästa uppgifter.'
          : 'Bara en tidigare kontakt med enheten, utanför den tid då den förklarar en öppning.') +
        (facts.incidental ? ' Patienten syntes i en lista eller ett urval; journalen öppnades inte för sig.' : ''),
    },
    en: {
      title: 'No care relation',
      question: 'Was a record opened without anything that explains it?',
      why: 'Whoever opens a record takes part in the care of the patient or needs the data for their work. Here no visit, referral, booking or assignment explains the opening.',
      ask: 'What was the work with the patient that day? Is there anything that shows it, such as a consultation, a phone call or an assignment?',
      explanations: [
        'Advice by phone or a consultation that was not registered as a contact',
        'Teaching, quality work or administration without a registered assignment',
        'The wrong patient was picked in a list, and closed at once',
        'The visit is registered at another unit than the one the user was logged in to',
      ],
      misses:
        'The one who reads about a patient whom the unit does care for: there is a relation, but perhaps no need.',
      finding: (facts) =>
        (facts.relation_grade === 'E'
          ? 'No care relation was found in the loaded data.'
          : 'Only an earlier contact with the unit, outside the time in which it explains a lookup.') +
        (facts.incidental ? ' The patient showed in a list or a selection; the record was not opened by itself.' : ''),
    },
  },
})
