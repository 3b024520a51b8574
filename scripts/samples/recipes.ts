/** One line of the log in a stretch of work with one patient. */
export interface Step {
  readonly activity: string
  readonly level: string
  readonly information: string
  /** How often it is part of the work. */
  readonly share: number
}

function step(activity: string, level: string, information: string, share = 1): Step {
  return { activity, level, information, share }
}

const overview = step('Läsa', 'Översikt', 'Patientöversikt')
const notes = step('Läsa', 'Dokument', 'Journalanteckning')
const drugs = step('Läsa', 'Dokument', 'Läkemedelslista')
const answers = step('Läsa', 'Dokument', 'Labsvar')
const search = step('Sök', 'Lista', 'Patientöversikt')

/** What people do with a record at one sitting. */
export const recipes = {
  glance: [overview],
  overview: [overview, drugs, step('Läsa', 'Dokument', 'Omvårdnadsanteckning', 0.8)],
  nursing: [
    overview,
    step('Skriva', 'Dokument', 'Vitalparametrar'),
    step('Skriva', 'Dokument', 'Omvårdnadsanteckning', 0.7),
    step('Signera', 'Dokument', 'Omvårdnadsanteckning', 0.5),
  ],
  medication: [drugs, step('Signera', 'Dokument', 'Läkemedelslista')],
  nightCheck: [step('Läsa', 'Dokument', 'Omvårdnadsanteckning'), step('Skriva', 'Dokument', 'Vitalparametrar', 0.7)],
  round: [
    overview,
    notes,
    answers,
    step('Vidimera', 'Dokument', 'Labsvar', 0.5),
    step('Skriva', 'Dokument', 'Journalanteckning'),
    step('Signera', 'Dokument', 'Journalanteckning', 0.8),
  ],
  triage: [
    search,
    overview,
    step('Skriva', 'Dokument', 'Vitalparametrar'),
    step('Skriva', 'Dokument', 'Omvårdnadsanteckning', 0.5),
  ],
  assess: [
    overview,
    notes,
    step('Läsa', 'Dokument', 'Läkemedelslista', 0.85),
    step('Skriva', 'Dokument', 'Journalanteckning'),
    step('Signera', 'Dokument', 'Journalanteckning', 0.9),
  ],
  results: [answers, step('Vidimera', 'Dokument', 'Labsvar')],
  readAnswer: [search, overview, step('Läsa', 'Dokument', 'Remiss')],
  prepare: [notes, step('Läsa', 'Dokument', 'Labsvar', 0.6)],
  checkIn: [search, step('Läsa', 'Översikt', 'Vårdkontakt'), step('Skriva', 'Dokument', 'Vårdkontakt', 0.5)],
  transcribe: [notes, step('Skriva', 'Dokument', 'Journalanteckning'), step('Utskrift', 'Utdrag', 'Brev', 0.2)],
  phoneCall: [
    search,
    overview,
    step('Läsa', 'Dokument', 'Läkemedelslista', 0.5),
    step('Skriva', 'Dokument', 'Omvårdnadsanteckning'),
  ],
  prescribe: [drugs, step('Skriva', 'Dokument', 'Recept'), step('Signera', 'Dokument', 'Recept')],
  analyse: [step('Läsa', 'Dokument', 'Remiss'), step('Skriva', 'Dokument', 'Labsvar', 0.8)],
  homeVisit: [overview, drugs, step('Skriva', 'Dokument', 'Omvårdnadsanteckning')],
  review: [notes, step('Läsa', 'Dokument', 'Vitalparametrar', 0.5)],
  countUp: [step('Läsa', 'Lista', 'Vårdkontakt')],
  bill: [step('Läsa', 'Översikt', 'Vårdkontakt'), step('Skriva', 'Dokument', 'Vårdkontakt', 0.5)],
  remind: [step('Läsa', 'Lista', 'Tidbokning')],
  peek: [search, overview, step('Läsa', 'Dokument', 'Journalanteckning', 0.5)],
  wrongPatient: [search, overview],
  browse: [search, overview, notes, step('Läsa', 'Dokument', 'Labsvar'), step('Läsa', 'Dokument', 'Läkemedelslista')],
  emergencyOpening: [step('Nödöppning', 'Översikt', 'Patientöversikt'), notes, drugs],
} as const satisfies Record<string, readonly Step[]>

export type RecipeName = keyof typeof recipes
