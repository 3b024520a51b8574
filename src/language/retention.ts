import type { Language } from '../model/language.ts'
import { numbersIn } from './report/numbers.ts'

const swedish = numbersIn('sv-SE', 'av')
const english = numbersIn('en-GB', 'of')

const sv = {
  count: swedish.count,
  kinds: {
    access_event: ['händelse i loggen', 'händelser i loggen'],
    lookup: ['uppslag', 'uppslag'],
    audit_run: ['kontrollkörning', 'kontrollkörningar'],
    audit_finding: ['iakttagelse', 'iakttagelser'],
    audit_case: ['granskningsfall', 'granskningsfall'],
    care_contact: ['vårdkontakt', 'vårdkontakter'],
    shift: ['arbetspass', 'arbetspass'],
    staff: ['uppgift om personal', 'uppgifter om personal'],
    assignment: ['medarbetaruppdrag', 'medarbetaruppdrag'],
    absence: ['frånvaroperiod', 'frånvaroperioder'],
    relation: ['närstående', 'närstående'],
    block: ['spärr', 'spärrar'],
    block_override: ['hävd spärr', 'hävda spärrar'],
    consent: ['samtycke', 'samtycken'],
    watchlist: ['särskilt bevakad person', 'särskilt bevakade personer'],
    reviewer: ['granskare', 'granskare'],
    coverage: ['period som underlaget täcker', 'perioder som underlaget täcker'],
    journal: ['post i granskningsjournalen', 'poster i granskningsjournalen'],
    trail: ['rad i spårloggen', 'rader i spårloggen'],
  } as Readonly<Record<string, readonly [string, string]>>,
  wouldPurge: 'Skulle gallras',
  purged: 'Gallrat',
  nothing: 'Inget har passerat sin tid.',
  before: (days: {
    readonly store: string
    readonly decisions: string
    readonly protocols: string
    readonly trail: string
  }) =>
    `Äldre än ${days.store} (logg), ${days.decisions} (bedömningar), ${days.protocols} (protokoll), ${days.trail} (spårlogg).`,
  keptCases: (cases: number) =>
    `${swedish.many(cases, 'granskningsfall är undantaget', 'granskningsfall är undantagna')}, med sina uppslag:`,
  keptControls: (controls: number) =>
    `${swedish.many(controls, 'kontroll är undantagen', 'kontroller är undantagna')} i granskningsjournalen:`,
  causes: {
    open: 'kontrollen är inte avslutad',
    follow_up: 'uppföljningen är inte avslutad',
    held: 'bevaras enligt beslut',
  },
  untimed: (events: number) =>
    `${swedish.many(events, 'händelse', 'händelser')} har ingen tid, och inte heller filen: åldern är inte känd, så gallringen tar inte med ${events === 1 ? 'den' : 'dem'}.`,
  held: (case_id: string, until: string | null) =>
    until === null
      ? `${case_id} gallras inte förrän beslutet upphävs.`
      : `${case_id} gallras inte till och med ${until}, om inte beslutet upphävs tidigare.`,
  released: (case_id: string) => `${case_id} gallras när tiden har passerat.`,
  answersOfRest: (day: string) =>
    `Loggen från tiden före ${day} är gallrad. Det som sägs om den tiden gäller bara det som har sparats.`,
  noHolds: 'Inget granskningsfall bevaras enligt beslut.',
  hold: (case_id: string, until: string | null, reason: string) =>
    `${case_id}  ${until === null ? 'tills vidare' : `till och med ${until}`}  ${reason}`,
}

const en: typeof sv = {
  count: english.count,
  kinds: {
    access_event: ['event of the log', 'events of the log'],
    lookup: ['lookup', 'lookups'],
    audit_run: ['run', 'runs'],
    audit_finding: ['finding', 'findings'],
    audit_case: ['case', 'cases'],
    care_contact: ['care contact', 'care contacts'],
    shift: ['shift', 'shifts'],
    staff: ['member of staff', 'members of staff'],
    assignment: ['assignment', 'assignments'],
    absence: ['absence', 'absences'],
    relation: ['relation', 'relations'],
    block: ['block', 'blocks'],
    block_override: ['lifted block', 'lifted blocks'],
    consent: ['consent', 'consents'],
    watchlist: ['watched person', 'watched persons'],
    reviewer: ['reviewer', 'reviewers'],
    coverage: ['period that the data cover', 'periods that the data cover'],
    journal: ['entry of the journal of the reviews', 'entries of the journal of the reviews'],
    trail: ['line of the trail', 'lines of the trail'],
  },
  wouldPurge: 'Would be purged',
  purged: 'Purged',
  nothing: 'Nothing has passed its time.',
  before: (days) =>
    `Older than ${days.store} (log), ${days.decisions} (judgements), ${days.protocols} (protocols), ${days.trail} (trail).`,
  keptCases: (cases) => `${english.many(cases, 'case is exempt', 'cases are exempt')}, with their lookups:`,
  keptControls: (controls) =>
    `${english.many(controls, 'control is exempt', 'controls are exempt')} in the journal of the reviews:`,
  causes: { open: 'the control is not signed', follow_up: 'the follow-up is not closed', held: 'held' },
  untimed: (events) =>
    `${english.many(events, 'event bears', 'events bear')} no time, nor does the file: ${events === 1 ? 'it' : 'they'} cannot be purged by age.`,
  held: (case_id, until) =>
    until === null
      ? `${case_id} is not purged until it is released.`
      : `${case_id} is not purged to the end of ${until}, unless it is released before.`,
  released: (case_id) => `${case_id} is purged when its time has passed.`,
  answersOfRest: (day) =>
    `The log from before ${day} has been purged. What is said of that time is said only of what has been kept.`,
  noHolds: 'No case is held.',
  hold: (case_id, until, reason) => `${case_id}  ${until === null ? 'until released' : `to ${until}`}  ${reason}`,
}

/** What `purge` and `hold` say. */
export function retentionWords(language: Language): typeof sv {
  return language === 'sv' ? sv : en
}
