import type { Language } from '../model/language.ts'

const sv = {
  version: 'version',
  ask: 'Fråga medarbetaren',
  explanations: 'Vanliga förklaringar',
  misses: 'Vad kontrollfrågan inte ser',
  law: 'Rättslig grund',
  needs: 'Uppgifter som behövs',
  or: 'eller',
  parameters: 'Inställningar',
  name: 'namn',
  standard: 'förval',
  meaning: 'betydelse',
  flag: 'Svarar ja',
  clear: 'Svarar nej',
  unknown: 'Kan inte avgöras',
}

const en: typeof sv = {
  version: 'version',
  ask: 'Ask the employee',
  explanations: 'Common explanations',
  misses: 'What the rule misses',
  law: 'Legal basis',
  needs: 'Data it needs',
  or: 'or',
  parameters: 'Parameters',
  name: 'name',
  standard: 'default',
  meaning: 'meaning',
  flag: 'Answers yes',
  clear: 'Answers no',
  unknown: 'Cannot tell',
}

/** The headings of a rule's page. */
export function rulePageWords(language: Language): typeof sv {
  return language === 'sv' ? sv : en
}
