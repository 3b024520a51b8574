import { z } from 'zod'
import { relationGrades } from '../model/grade.ts'
import { atLeast } from '../model/severity.ts'
import { law } from './law.ts'
import { defineRule } from './rule.ts'

const protections = {
  sv: {
    confidentiality_flag: 'sekretessmarkering',
    protected_registration: 'skyddad folkbokföring',
    assumed_identity: 'fingerade personuppgifter',
  },
  en: {
    confidentiality_flag: 'a confidentiality flag',
    protected_registration: 'protected registration',
    assumed_identity: 'an assumed identity',
  },
}

export const protectedIdentity = defineRule({
  id: 'protected-identity',
  version: 1,
  law: [law.innerSecrecy, law.secrecyOfProtected],
  needs: [['patient']],
  parameters: z.strictObject({}),
  facts: z.object({
    protection: z
      .enum(['confidentiality_flag', 'protected_registration', 'assumed_identity'])
      .catch('confidentiality_flag'),
    relation_grade: z.enum(relationGrades).nullable(),
    source: z.string(),
  }),
  severity: (_facts, grade) => {
    if (grade === 'A+' || grade === 'A') return 'info'
    return grade === 'C' || grade === 'E' ? 'high' : 'medium'
  },
  opens: (_facts, severity) => atLeast(severity, 'medium'),
  words: {
    sv: {
      title: 'Skyddade personuppgifter',
      question: 'Öppnades journalen för en person med skyddade personuppgifter?',
      why: 'För den som lever med skydd kan en enda obehörig läsning bli farlig. Därför visas varje öppning, också den som vården förklarar.',
      ask: 'Vad gällde arbetet? Har uppgifter om adress, telefon eller vistelseort lämnats vidare till någon?',
      explanations: ['Vård på enheten den tiden', 'Administration av skyddet, till exempel märkning av journalen'],
      misses:
        'Fingerade personuppgifter syns inte i folkbokföringen, och skydd som ännu inte är inläst syns inte alls.',
      finding: (facts) => `Patienten har ${protections.sv[facts.protection]}.`,
    },
    en: {
      title: 'Protected identity',
      question: 'Was the record of a person with protected identity opened?',
      why: 'For someone who lives with protection a single unauthorised reading can be dangerous. So every opening is shown, also one that care explains.',
      ask: 'What was the work? Has anything about address, phone or whereabouts been passed on to anyone?',
      explanations: ['Care at the unit at that time', 'Administration of the protection, such as marking the record'],
      misses:
        'An assumed identity does not show in the register, and protection that is not loaded yet does not show at all.',
      finding: (facts) => `The patient has ${protections.en[facts.protection]}.`,
    },
  },
})
