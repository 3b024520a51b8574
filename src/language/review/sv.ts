import { keptFor } from '../report/kept-for.ts'
import type { Explanation, Verdict } from '../../model/review.ts'
import { numbersIn } from '../report/numbers.ts'

const { count, many } = numbersIn('sv-SE', 'av')

/** What the commands of the review say, in Swedish. */
export const sv = {
  severalUsers: (amount: number) => many(amount, 'användare', 'användare'),
  severalPatients: (amount: number) => many(amount, 'patient', 'patienter'),
  controlKinds: { recurring: 'Återkommande kontroll', targeted: 'Riktad kontroll' },
  causes: {
    user: 'en medarbetare',
    unit: 'en enhet',
    watchlist: 'bevakade personer',
    suspicion: 'misstanke',
    patient_request: 'begäran från en patient',
  },
  stages: { planned: 'planerad', handed_out: 'utlämnad', judged: 'bedömd', signed: 'undertecknad' },
  outcomes: { no_remark: 'utan anmärkning', remark: 'med anmärkning' },
  statuses: {
    open: 'inte bedömd',
    ask: 'medarbetaren tillfrågas',
    second: 'väntar på en andra granskare',
    disagreed: 'granskarna är oense, bedöms igen',
    closed: 'klar',
  },
  roles: { reviewer: 'granskare', deputy: 'ersättare', second: 'andra granskare', central: 'central granskare' },
  archive: keptFor.sv,
  centralUnit: 'Central granskning',
  planned: (control: string) => `Kontrollen ${control} är planerad.`,
  plannedAlready: (control: string) => `Kontrollen ${control} fanns redan.`,
  handedOut: (packet: string, cases: number, minutes: number, file: string) =>
    `Granskningsunderlaget ${packet} med ${many(cases, 'granskningsfall', 'granskningsfall')} är skrivet till ${file}. Det tar uppskattningsvis ${many(minutes, 'minut', 'minuter')} att granska.`,
  handedOutAgain: (packet: string, file: string) =>
    `Granskningsunderlaget ${packet} är skrivet igen till ${file}. Inget nytt har tillkommit.`,
  handedOutAll: (packets: number, folder: string) =>
    `${many(packets, 'granskningsunderlag är skrivet', 'granskningsunderlag är skrivna')} till ${folder}.`,
  reported: (units: number, folder: string) =>
    `${many(units, 'enhetsrapport är skriven', 'enhetsrapporter är skrivna')} till ${folder}.`,
  protocolled: (parts: number, folder: string) =>
    `${many(parts, 'protokoll är skrivet', 'protokoll är skrivna')} till ${folder}.`,
  nothingNew: 'Inget nytt har tillkommit att lämna ut. Ett underlag som redan är utlämnat skrivs igen med --unit.',
  passphrases: 'Lämna varje lösenfras till sin granskare på annat sätt än filen. De sparas inte.',
  packets: {
    unit: 'Enhet',
    reviewer: 'Granskare',
    cases: 'Fall',
    minutes: 'Minuter',
    file: 'Fil',
    passphrase: 'Lösenfras',
  },
  overAnHour: 'Det tar mer än en timme. Lämna hellre ut det i delar.',
  elsewhere: (amount: number, role: string, reviewer: string) =>
    `${many(amount, 'granskningsfall', 'granskningsfall')} går till ${role} ${reviewer}, eftersom granskaren själv berörs eller fallet rör flera enheter.`,
  nobody: (amount: number) =>
    `${many(amount, 'granskningsfall', 'granskningsfall')} kan ingen av de inlästa granskarna bedöma. Läs in en central granskare (reviewer).`,
  noReviewers:
    'Inga granskare är inlästa (reviewer). Den som granskar prövas bara mot registren, inte mot ett uppdrag.',
  noReviewerOf: (unit: string) =>
    `Ingen granskare är inläst (reviewer) för enheten ${unit}. Den som granskar prövas bara mot registren, inte mot ett uppdrag.`,
  explainedLater: 'Rättade uppgifter förklarar nu öppningen. Fallet var redan utlämnat och bedöms ändå.',
  detail: 'Alla rader i loggen visas, på en loggad begäran.',
  passphrase: (passphrase: string) =>
    `Lösenfras: ${passphrase}\nLämna den till granskaren på annat sätt än filen. Den sparas inte.`,
  imported: (taken: number, known: number, open: number) =>
    `${many(taken, 'bedömning är sparad', 'bedömningar är sparade')}. ${count(known)} var redan kända, ${count(open)} är inte ifyllda.`,
  judgedLater: (cases: number) => `${many(cases, 'fall', 'fall')} har bedömts senare.`,
  notTaken: 'Inte sparat:',
  objections: {
    no_verdict: 'ingen bedömning är vald',
    unknown_case: 'fallet hör inte till det här underlaget',
    known_already: 'bedömningen är redan sparad',
    judged_later: 'fallet har bedömts senare och står kvar så',
    signed: 'kontrollen är redan undertecknad',
    no_explanation: 'det står inte vad som förklarar öppningen',
    no_comment: 'kommentaren saknas',
    employee_not_heard: 'varken medarbetarens svar eller skälet till att inte fråga är ifyllt',
    due_in_the_past: 'svarsdagen har redan varit',
    twice: 'fallet står två gånger i filen, och bara det första har lästs',
    not_handed: 'fallet är inte utlämnat till granskaren',
    handed_anew: 'fallet har lämnats ut på nytt, med mer i sig, och bedöms i det nya underlaget',
    party: 'granskaren är själv med i fallet',
    near: 'granskaren är närstående till någon i fallet',
    own_unit_head: 'fallet gäller en chef på enheten och går till en central granskare',
    central_only: 'fallet rör flera enheter och går till en central granskare',
  },
  /** Why something in a file of answers was not taken. */
  problem: (place: string, why: string) => `${place}: ${why}`,
  problemCauses: {
    unknown_verdict: 'bedömningen går inte att tolka; välj en i listan',
    unknown_explanation: 'det som förklarar går inte att tolka; välj i listan',
    unreadable_date: 'datumet går inte att tolka; skriv det som 2026-03-31',
    text_too_long: 'texten är för lång',
    formula_error: 'cellen har ett formelfel',
    row_without_case: 'raden har svar men inget fall',
    case_twice: 'fallet står på flera rader',
    unknown_column: 'kolumnen hör inte till blanketten',
    unreadable_party: 'svaret på om granskaren är part går inte att tolka; skriv Ja eller Nej',
    party_twice: 'svaret på om granskaren är part står på flera ställen',
    unknown_field: 'fältet hör inte till svaren',
    wrong_type: 'värdet har fel form',
    no_case: 'posten säger inte vilket fall den gäller',
  } as Readonly<Record<string, string>>,
  signed: (unit: string, outcome: string, cases: number) =>
    `${unit}: undertecknad ${outcome}, ${many(cases, 'granskningsfall', 'granskningsfall')}.`,
  decided: (id: string, verdict: string) => `${id}: ${verdict}.`,
  needsSecond: (day: string) =>
    `En andra granskare bedömer fallet senast ${day}. Uppföljningen har börjat: säkra loggen och vidga sökningen innan du talar med medarbetaren.`,
  next: {
    none: 'Inga granskningsfall väntar på dig.',
    left: (left: number) => `${many(left, 'granskningsfall', 'granskningsfall')} kvar.`,
    keys: 'Välj: [f]örklarad  f[r]åga medarbetaren  fel[v]al  [i]ngen har läst  [o]befogad  [g]år inte att avgöra  [h]oppa över  [s]luta',
    explainedBy:
      'Vad förklarar den? [v]ård  [u]tbildning  [f]orskning  [a]dministration  [l]oggkontroll  [n]ågot annat',
    comment: 'Kommentar (tom rad för ingen): ',
    employeeAnswer: 'Medarbetarens svar (tomt om hen inte har frågats): ',
    notAsked: 'Skäl att inte fråga medarbetaren: ',
    notParty: 'Är du part i något av fallen, eller närstående till någon i dem? [n]ej  [j]a: ',
    unknownKey: 'Den tangenten betyder inget här.',
    verdictKeys: {
      f: 'explained',
      r: 'ask',
      v: 'mistake',
      i: 'not_person',
      o: 'unjustified',
      g: 'undecidable',
    } as Readonly<Record<string, Verdict>>,
    explanationKeys: {
      v: 'care',
      u: 'training',
      f: 'research',
      a: 'administration',
      l: 'log_review',
      n: 'other',
    } as Readonly<Record<string, Explanation>>,
    skip: 'h',
    quit: 's',
    no: 'n',
    yes: 'j',
  },
  status: {
    control: 'Kontroll',
    unit: 'Enhet',
    stage: 'Läge',
    cases: 'Fall',
    judged: 'Bedömda',
    asks: 'Frågas',
    second: 'Väntar på andra',
    outcome: 'Utfall',
    none: 'Inga kontroller är planerade.',
    followUps: 'Uppföljningar',
    authority: (instant: string) => `IMY senast ${instant}`,
    secondDue: (day: string) => `andra granskare senast ${day}`,
    due: (id: string, day: string) => `${id}: svar från medarbetaren senast ${day}`,
    explainedLater: (id: string, findings: number, reasons: string) =>
      `${id}: ${findings === 1 ? 'en iakttagelse' : `${findings} iakttagelser`} förklarad${findings === 1 ? '' : 'e'} i efterhand (${reasons})`,
    goneLater: (id: string, findings: number) =>
      `${id}: ${findings === 1 ? 'en iakttagelse' : `${findings} iakttagelser`} borta sedan uppgifterna bakom har rättats`,
  },
  steps: {
    log_secured: 'Loggen säkrad',
    search_widened: 'Sökningen vidgad till medarbetarens övriga patienter',
    employee_heard: 'Samtal med medarbetaren',
    hr_informed: 'HR underrättad',
    dpo_informed: 'Dataskyddsombudet underrättat',
    police_report: 'Polisanmälan',
    imy_notified: 'Anmälan till IMY',
    ivo_notified: 'Anmälan till IVO',
    patient_told: 'Patienten underrättad',
    closed: 'Uppföljningen avslutad',
  },
}
