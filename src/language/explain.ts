import type { RelationGrade } from '../model/grade.ts'
import type { Language } from '../model/language.ts'

const grades: Record<Language, Record<RelationGrade, string>> = {
  sv: {
    'A+': 'Användaren är namngiven i vården vid den tiden (A+)',
    A: 'Användarens enhet hade patienten vid den tiden (A)',
    'B+': 'En enhet på samma klinik, eller enheten som skickade remissen, hade patienten (B+)',
    B: 'Patienten är listad på enheten, inget mer (B)',
    P: 'Förklaras av ett uppdrag, inte av vård (P)',
    C: 'Bara en tidigare kontakt med enheten (C)',
    D: 'Kan ännu inte avgöras (D)',
    E: 'Ingen vårdrelation hittad i inlästa uppgifter (E)',
  },
  en: {
    'A+': 'The user is named in the care at that time (A+)',
    A: "The user's unit had the patient at that time (A)",
    'B+': 'A unit of the same clinic, or the unit that sent the referral, had the patient (B+)',
    B: 'The patient is listed at the unit, nothing more (B)',
    P: 'Explained by an assignment, not by care (P)',
    C: 'Only an earlier contact with the unit (C)',
    D: 'Cannot be settled yet (D)',
    E: 'No care relation was found in the loaded data (E)',
  },
}

const sv = {
  lookup: 'Uppslag',
  unit: 'Enhet',
  noUnit: 'ingen enhet i loggen',
  noPatient: 'ingen patient i loggen',
  events: (count: number) => (count === 1 ? '1 händelse' : `${count} händelser`),
  relation: (grade: RelationGrade | null): string =>
    grade === null ? 'Vårdrelationen kan inte avgöras' : grades.sv[grade],
  cause: (cause: string): string =>
    ({
      no_patient: 'loggen namnger ingen patient',
      test_patient: 'patienten är en testpatient eller en platshållare',
      no_unit: 'loggen namnger ingen enhet',
      no_coverage: 'inga kontakter är inlästa för enheten den dagen',
      not_settled: 'kontakter kan ännu registreras',
    })[cause] ?? cause,
  for: 'Talar för frågan',
  against: 'Talar emot eller förklarar',
  nothing: 'inget',
  findings: 'Kontrollfrågor som svarade ja',
  priority: 'prioritet',
  none: 'Inget uppslag i kontrollens omfång.',
}

const en: typeof sv = {
  lookup: 'Lookup',
  unit: 'Unit',
  noUnit: 'no unit in the log',
  noPatient: 'no patient in the log',
  events: (count) => (count === 1 ? '1 event' : `${count} events`),
  relation: (grade) => (grade === null ? 'The care relation cannot be told' : grades.en[grade]),
  cause: (cause) =>
    ({
      no_patient: 'the log names no patient',
      test_patient: 'the patient is a test patient or a placeholder',
      no_unit: 'the log names no unit',
      no_coverage: 'no contacts are loaded for the unit that day',
      not_settled: 'contacts may still be registered',
    })[cause] ?? cause,
  for: 'Speaks for the question',
  against: 'Speaks against it, or explains',
  nothing: 'nothing',
  findings: 'Rules that answered yes',
  priority: 'priority',
  none: 'No lookup in the scope of the control.',
}

/** What `explain` says beside the evidence. */
export function explainWords(language: Language): typeof sv {
  return language === 'sv' ? sv : en
}
