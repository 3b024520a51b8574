import type { AuditSummary, RuleRun } from '../model/audit-document.ts'
import { countCases } from '../model/run-tally.ts'
import { wordsFor } from '../language/report/index.ts'
import { retentionWords } from '../language/retention.ts'
import { unitName } from './naming.ts'
import type { Reading } from './reading.ts'
import { missingText, ruleTitle } from './rule-words.ts'

/**
 * What a reader must know before the numbers: units and rules to read with care, and what is missing.
 * @param most so many units of each kind are named, and the rest counted
 */
export function noticeSentences(reading: Reading, most = Infinity): string[] {
  const { report, words } = reading
  const { summary } = report
  const units = summary.unit_notices
    .slice(0, most)
    .map((notice) =>
      words.notices.unit(
        unitName(reading, notice.care_unit_id),
        notice.unexplained,
        notice.lookups,
        notice.users_with_unexplained,
        notice.users,
      ),
    )
  const illFitting = summary.ill_fitting
    .slice(0, most)
    .map((one) =>
      words.notices.illFitting(
        ruleTitle(reading, one.rule),
        unitName(reading, one.care_unit_id),
        one.flagged,
        one.lookups,
      ),
    )
  const { rules } = report.document.run
  const failed = rules.filter((run) => run.outcome === 'failed')
  const unasked = rules.filter((run) => run.outcome === 'not_applicable')
  const lacking = rules.filter((run) => run.outcome === 'answered' && run.missing.length > 0)
  const answers = [
    ...(failed.length > 0 ? [words.notices.failed(failed.map((run) => ruleTitle(reading, run.rule)))] : []),
    ...byMissing(reading, unasked, words.notices.notApplicable),
    ...byMissing(reading, lacking, words.notices.couldSayMore),
  ]
  const rest = (all: readonly unknown[], say: (more: number) => string): string[] =>
    all.length > most ? [say(all.length - most)] : []
  return [
    ...units,
    ...rest(summary.unit_notices, words.notices.moreUnits),
    ...illFitting,
    ...rest(summary.ill_fitting, words.notices.moreIllFitting),
    ...answers,
    ...summary.notices.map((notice) => noticeSentence(reading, notice)),
  ]
}

/** One sentence for all the rules that lack the same. */
function byMissing(
  reading: Reading,
  runs: readonly RuleRun[],
  say: (rules: readonly string[], missing: string) => string,
): string[] {
  return [...Map.groupBy(runs, (run) => missingText(reading, run))].map(([missing, group]) =>
    say(
      group.map((run) => ruleTitle(reading, run.rule)),
      missing,
    ),
  )
}

function noticeSentence({ language, words }: Reading, { code, facts }: AuditSummary['notices'][number]): string {
  const text = (name: string): string => String(facts[name] ?? '?')
  const amount = (name: string): number => Number(facts[name] ?? 0)
  switch (code) {
    case 'purged_before':
      return retentionWords(language).answersOfRest(text('day'))
    case 'scope_all_providers':
      return words.notices.scopeAllProviders
    case 'no_findings':
      return words.notices.noFindings
    case 'batch_nonconforming':
      return words.notices.nonconforming(text('file'), amount('rows'))
    case 'unsettled_lookups':
      return words.notices.unsettled(amount('lookups'))
    case 'empty_period':
      return words.notices.emptyPeriod
    case 'draft_profile':
      return words.notices.draftProfile(text('profile'))
    case 'incidental_lookups':
      return words.notices.incidental(amount('lookups'))
    case 'missing_table':
      return words.notices.missingTable(wordsFor(words.tables, text('table')))
    default:
      return [code, ...Object.entries(facts).map(([name, fact]) => `${name}: ${fact}`)].join(', ')
  }
}

/** What is in the log and was not asked about, with its count. */
export function apartSentences({ report, words }: Reading): string[] {
  const { apart } = report.summary
  const count = (amount: number, sentence: (amount: number) => string): string[] =>
    amount > 0 ? [sentence(amount)] : []
  return [
    ...apart.other_providers.map((other) =>
      words.apart.otherProviders(other.care_provider_id ?? words.apart.noProvider, other.lookups),
    ),
    ...count(apart.robot_lookups, words.apart.robots),
    ...count(apart.citizen_events, words.apart.citizens),
    ...count(apart.system_events, words.apart.systems),
    ...count(apart.events_without_user, words.apart.withoutUser),
    ...count(apart.events_without_time, words.apart.withoutTime),
    ...count(apart.session_events, words.apart.sessions),
  ]
}

/** How many cases were not selected, how many can be, and how long those that were take to read. */
export function notSelectedText({ report, words }: Reading): string {
  const { budget } = report.summary
  const { cases, handed_out } = countCases(report.tally)
  const kept = cases - handed_out
  if (cases === 0) return report.isPart ? words.notSelected.noneShown : words.notSelected.noCases
  const minutes = report.cases.reduce((sum, file) => sum + (file.handed_out ? file.minutes : 0), 0)
  const told = kept === 0 ? words.notSelected.none(budget) : words.notSelected.cases(kept, budget)
  return `${told} ${words.notSelected.time(minutes)}`
}

/** The score of a case with its parts. */
export function scoreText(reading: Reading, score: number, parts: CaseParts): string {
  const { words } = reading
  const told = parts.map(({ code, points, facts }, place) => {
    const sign = points < 0 ? (place === 0 ? '−' : ' − ') : place === 0 ? '' : ' + '
    return sign + words.cases.scorePart(partWords(reading, code, facts), Math.abs(points))
  })
  return told.length === 0 ? words.count(score) : words.cases.scoreSum(score, told.join(''))
}

type CaseParts = readonly { readonly code: string; readonly points: number; readonly facts: CaseFacts }[]
type CaseFacts = Readonly<Record<string, string | number>>

function partWords(reading: Reading, code: string, facts: CaseFacts): string {
  const { score } = reading.words
  switch (code) {
    case 'rule':
      return score.rule(ruleTitle(reading, String(facts['rule'] ?? '')))
    case 'days':
      return score.days(Number(facts['days'] ?? 0))
    case 'protected':
      return score.protected
    case 'first_lookup':
      return score.firstLookup
    case 'explained':
      return score.explained
    default:
      return code
  }
}
