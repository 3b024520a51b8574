import type { Facts } from '../model/finding.ts'
import type { Language } from '../model/language.ts'

const contactKinds = {
  sv: {
    visit: 'ett besök',
    admission: 'en inskrivning',
    booking: 'en bokning',
    waitlist: 'en plats på väntelistan',
    referral: 'en remiss',
    order: 'en beställning',
    lab_result: 'ett provsvar',
    prescription: 'en ordination eller ett recept',
    phone: 'en telefonkontakt',
    message: 'ett meddelande',
    consultation: 'en konsultation',
    conference: 'en konferens',
    certificate: 'ett intyg',
    listing: 'en listning',
    home_care: 'hemsjukvård',
    coordination: 'en samordnad vårdplanering',
    note: 'en anteckning',
    other: 'en vårdkontakt',
  },
  en: {
    visit: 'a visit',
    admission: 'an admission',
    booking: 'a booking',
    waitlist: 'a place on the waiting list',
    referral: 'a referral',
    order: 'an order',
    lab_result: 'a laboratory result',
    prescription: 'a prescription',
    phone: 'a phone contact',
    message: 'a message',
    consultation: 'a consultation',
    conference: 'a conference',
    certificate: 'a certificate',
    listing: 'a listing',
    home_care: 'home care',
    coordination: 'a coordinated plan',
    note: 'a note',
    other: 'a care contact',
  },
} as const

const purposeWords = {
  sv: {
    care: 'vård och behandling',
    quality: 'kvalitetssäkring',
    statutory: 'annan dokumentation enligt lag',
    statistics: 'statistik',
    administration: 'administration',
    registry: 'kvalitetsregister',
    research: 'forskning',
    patient_request: 'patientens begäran',
    other: 'annat',
    unknown: 'okänt',
  },
  en: {
    care: 'care',
    quality: 'quality assurance',
    statutory: 'other documentation by law',
    statistics: 'statistics',
    administration: 'administration',
    registry: 'quality registry',
    research: 'research',
    patient_request: "the patient's request",
    other: 'other',
    unknown: 'unknown',
  },
} as const

function word(words: Readonly<Record<string, string>>, key: Facts[string] | undefined, otherwise: string): string {
  return words[String(key)] ?? otherwise
}

type Sentence = (facts: Facts) => string

const sv: Readonly<Record<string, Sentence>> = {
  reason: (f) => {
    const contact = `${word(contactKinds.sv, f['kind'], 'en vårdkontakt')} ${f['start_day']}`
    switch (f['reason_id']) {
      case 'responsible-clinician':
        return `Användaren står som ansvarig för ${contact}.`
      case 'same-clinic':
        return `En annan enhet på samma klinik hade patienten: ${contact}.`
      case 'referral-sent':
        return `Användarens enhet skickade ${contact}.`
      case 'listing':
        return `Patienten är listad på enheten sedan ${f['start_day']}.`
      case 'earlier-contact':
        return `Enheten hade en tidigare kontakt: ${contact}. Den ligger utanför den tid då den förklarar en öppning.`
      default:
        return `Användarens enhet hade patienten: ${contact}.`
    }
  },
  self_registered: (f) =>
    `Användaren registrerade själv ${word(contactKinds.sv, f['kind'], 'en vårdkontakt')} ${f['start_day']}, samtidigt med eller efter öppningen. Det räknas inte som förklaring.`,
  cancelled_contact: (f) =>
    `På enheten fanns ${word(contactKinds.sv, f['kind'], 'en vårdkontakt')} ${f['start_day']} som blev avbokad. Det räknas inte som förklaring.`,
  assignment: (f) =>
    `Användaren hade den dagen ett uppdrag ${f['whole_provider'] ? 'för hela vårdgivaren' : 'på enheten'}: ${f['name'] ?? 'utan namn'} (${word(purposeWords.sv, f['purpose'], 'okänt ändamål')}).`,
  assignment_purpose: (f) =>
    `Användaren hade den dagen ett uppdrag ${f['whole_provider'] ? 'för hela vårdgivaren, ' : 'på enheten '}för det ändamål som angavs: ${f['name'] ?? 'utan namn'} (${word(purposeWords.sv, f['purpose'], 'okänt ändamål')}).`,
  nothing_explains: (f) =>
    f['covers_from']
      ? `Ingen kontakt, remiss, bokning eller uppdrag förklarar öppningen. Inlästa kontakter för enheten gäller ${f['covers_from']} till ${f['covers_to']}.`
      : 'Ingen kontakt, remiss, bokning eller uppdrag förklarar öppningen.',
  not_settled: (f) =>
    `Det kan ännu inte avgöras: kontakter kan vara registrerade efter ${f['covers_to'] ?? 'inläsningen'}.`,
  log_review: () => 'Användaren hade ett granskningsfall om journalen att bedöma den dagen.',
  first_lookup: () => 'Det är första gången användaren öppnar den här patientens journal.',
  break_glass: () => 'Nödöppning eller hävd spärr användes.',
  output: () => 'Uppgifter skrevs ut eller exporterades.',
  documented: () => 'Användaren dokumenterade eller signerade i journalen samma dag.',
  nothing_documented: () => 'Användaren dokumenterade inget i journalen den dagen.',
  incidental: () => 'Journalen syntes i en lista eller ett urval; ingen öppnade den för sig.',
  single_event: () => 'Bara en händelse loggades, vilket kan vara ett felklick.',
  declared_reason: (f) => `Användaren angav själv ett skäl: ”${f['reason']}”. Det räknas inte som förklaring.`,
}

const en: Readonly<Record<string, Sentence>> = {
  reason: (f) => {
    const contact = `${word(contactKinds.en, f['kind'], 'a care contact')} on ${f['start_day']}`
    switch (f['reason_id']) {
      case 'responsible-clinician':
        return `The user is named as responsible for ${contact}.`
      case 'same-clinic':
        return `Another unit of the same clinic had the patient: ${contact}.`
      case 'referral-sent':
        return `The user's unit sent ${contact}.`
      case 'listing':
        return `The patient is listed at the unit since ${f['start_day']}.`
      case 'earlier-contact':
        return `The unit had an earlier contact: ${contact}. It lies outside the time in which it explains a lookup.`
      default:
        return `The user's unit had the patient: ${contact}.`
    }
  },
  self_registered: (f) =>
    `The user registered ${word(contactKinds.en, f['kind'], 'a care contact')} on ${f['start_day']}, at or after the lookup. It does not count as a reason.`,
  cancelled_contact: (f) =>
    `The unit had ${word(contactKinds.en, f['kind'], 'a care contact')} on ${f['start_day']} that was cancelled. It does not count as a reason.`,
  assignment: (f) =>
    `The user had an assignment ${f['whole_provider'] ? 'for the whole provider' : 'at the unit'} that day: ${f['name'] ?? 'unnamed'} (${word(purposeWords.en, f['purpose'], 'unknown purpose')}).`,
  assignment_purpose: (f) =>
    `The user had an assignment ${f['whole_provider'] ? 'for the whole provider' : 'at the unit'} that day for the purpose that was stated: ${f['name'] ?? 'unnamed'} (${word(purposeWords.en, f['purpose'], 'unknown purpose')}).`,
  nothing_explains: (f) =>
    f['covers_from']
      ? `No contact, referral, booking or assignment explains the lookup. The loaded contacts of the unit run from ${f['covers_from']} to ${f['covers_to']}.`
      : 'No contact, referral, booking or assignment explains the lookup.',
  not_settled: (f) =>
    `It cannot be settled yet: contacts may have been registered after ${f['covers_to'] ?? 'the loading'}.`,
  log_review: () => 'The user had a case of this record to judge that day.',
  first_lookup: () => "It is the first time that the user opens this patient's record.",
  break_glass: () => 'Emergency access or a lifted block was used.',
  output: () => 'Data were printed or exported.',
  documented: () => 'The user documented or signed in the record the same day.',
  nothing_documented: () => 'The user documented nothing in the record that day.',
  incidental: () => 'The record showed in a list or a selection; no one opened it by itself.',
  single_event: () => 'Only one event was logged, which can be a wrong click.',
  declared_reason: (f) => `The user stated a reason: “${f['reason']}”. It does not count as a reason here.`,
}

/** The sentence of a piece of evidence that is not a rule's own. */
export function evidenceSentence(code: string, facts: Facts, language: Language): string {
  const sentence = (language === 'sv' ? sv : en)[code]
  return sentence ? sentence(facts) : code
}

/** Every code that has a sentence, for the test that both languages have them all. */
export const evidenceCodes: Readonly<Record<Language, readonly string[]>> = { sv: Object.keys(sv), en: Object.keys(en) }
