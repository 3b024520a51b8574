import { type GradeWords, gradeWords } from '../../language/training/index.ts'
import { verdictWords } from '../../language/packet/index.ts'
import { reportWords } from '../../language/report/index.ts'
import type { Agreement, GradedCase, GradeDocument, GradedTrainee } from '../../model/grade-document.ts'
import type { Language } from '../../model/language.ts'
import { addDays } from '../../model/period.ts'
import type { Verdict } from '../../model/review.ts'
import { ruleById } from '../../rules/index.ts'
import { spanText } from '../moments.ts'

/** A result in the words of its reader. */
export interface GradeTelling {
  readonly document: GradeDocument
  readonly words: GradeWords
  readonly verdict: (verdict: Verdict) => string
}

/** Makes ready to tell a result. */
export function tellGrade(document: GradeDocument, language: Language): GradeTelling {
  const { verdicts } = verdictWords(language)
  return { document, words: gradeWords(language), verdict: (verdict) => verdicts[verdict].name }
}

/** Which exercise it was, and of what days. */
export function exerciseText({ document, words }: GradeTelling): string {
  const told = { words: reportWords(document.language) }
  return words.subtitle(document.scenario, spanText(told, document.from, addDays(document.to, -1)))
}

/** The cases of a trainee that something is to be said of, by what it is. */
export function casesToTell({ cases }: GradedTrainee) {
  const mayAccuse = (one: GradedCase): boolean =>
    one.truth === 'unjustified' || one.best.includes('unjustified') || one.right.includes('unjustified')
  const misses = cases.filter(
    ({ truth, verdict }) => truth === 'unjustified' && verdict !== 'ask' && verdict !== 'unjustified',
  )
  const accused = cases.filter((one) => one.verdict === 'unjustified' && !mayAccuse(one))
  const told = new Set([...misses, ...accused])
  return {
    misses,
    accused,
    others: cases.filter((one) => one.step === 'wrong' && !told.has(one)),
    // What belongs to the everyday may be closed or asked about as well: nothing more is to be learned from it.
    remarks: cases.filter(({ step, truth }) => step === 'right' && truth !== 'everyday'),
  }
}

/** What was judged of a case, and what would have been right. */
export function answerSentence({ words, verdict }: GradeTelling, one: GradedCase): string {
  const unheard = one.verdict === 'unjustified' && !one.heard ? `, ${words.unheard}` : ''
  const listed = (steps: readonly Verdict[]): string => words.oneOf(steps.map((step) => words.quoted(verdict(step))))
  return [
    one.verdict === null ? words.notJudged : words.answered(`${verdict(one.verdict)}${unheard}`),
    words.better(listed(one.best)),
    ...(one.right.length === 0 ? [] : [words.alsoRight(listed(one.right))]),
  ].join(' ')
}

/** The name of a rule, or that of what was planted without one. */
export function ruleName({ words, document }: GradeTelling, id: string | null): string {
  return id === null ? words.groups.independent : (ruleById(id)?.words[document.language].title ?? id)
}

/** What happened, in truth. */
export function storyOf({ words }: GradeTelling, one: GradedCase): string {
  return one.story === '' ? words.everydayStory : one.story
}

/** A kappa with a word for how much it is (Altman 1991). */
export function kappaText({ words, document }: GradeTelling, { kappa }: Agreement): string {
  if (kappa === null) return words.agreement.noKappa
  const [worse, ...bands] = words.agreement.bands
  const band = kappa < 0 ? worse : bands[Math.min(4, Math.max(0, Math.ceil(kappa * 5) - 1))]
  const number = new Intl.NumberFormat(document.language === 'sv' ? 'sv-SE' : 'en-GB', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(kappa)
  return `${number} (${band})`
}
