import type { Purpose } from '../model/vocabulary.ts'
import type { RecordValues } from './record.ts'

/**
 * Codes that systems send where the contract wants its Swedish words: a name of a program's own list, and the purposes of
 * use of HL7 (v3 ActReason) and of the Swiss record. The Swedish words themselves are known to the whole tool.
 */
const codes: Readonly<Record<string, Purpose>> = {
  CARE_TREATMENT: 'care',
  TREAT: 'care',
  COC: 'care',
  CAREMGT: 'care',
  ETREAT: 'care',
  BTG: 'care',
  NORM: 'care',
  EMER: 'care',
  HQUALIMP: 'quality',
  HOUTCOMS: 'quality',
  PERFMSR: 'quality',
  PATSFTY: 'quality',
  HLEGAL: 'statutory',
  HCOMPL: 'statutory',
  RECORDMGT: 'statutory',
  ADMIN: 'administration',
  HOPERAT: 'administration',
  PATADMIN: 'administration',
  HSYSADMIN: 'administration',
  HPAYMT: 'administration',
  HRESCH: 'research',
  CLINTRCH: 'research',
  PATRQT: 'patient_request',
  FAMRQT: 'patient_request',
  PWATRNY: 'patient_request',
  SUPNWK: 'patient_request',
  HMARKT: 'other',
  PUBHLTH: 'other',
  // XSPA, the words of security tokens
  TREATMENT: 'care',
  EMERGENCY: 'care',
  PAYMENT: 'administration',
  OPERATIONS: 'administration',
  SYSADMIN: 'administration',
  RESEARCH: 'research',
  MARKETING: 'other',
  PUBLICHEALTH: 'other',
}
const byCode = new Map(Object.entries(codes))
const emergencies = new Set(['ETREAT', 'BTG', 'EMER', 'EMERGENCY'])

/** The fields of a purpose as logged. A word that is no code is left to the vocabulary of the tool. */
export function purposeOf(logged: string | undefined): RecordValues {
  const word = logged && byCode.get(logged.toUpperCase())
  return word ? { purpose: word, purpose_raw: logged } : { purpose: logged }
}

export function isEmergency(purpose: string | undefined): boolean {
  return purpose !== undefined && emergencies.has(purpose.toUpperCase())
}
