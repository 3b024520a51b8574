import { Chalk } from 'chalk'
import type { GradedCase, GradeDocument, GradedGroup, GradedTrainee } from '../../model/grade-document.ts'
import type { Language } from '../../model/language.ts'
import { plainText, wrap } from '../plain-text.ts'
import {
  answerSentence,
  casesToTell,
  exerciseText,
  type GradeTelling,
  kappaText,
  ruleName,
  storyOf,
  tellGrade,
} from './telling.ts'

const narrowest = 40
const widest = 100

/** What `train grade` prints in a terminal: no line is wider than the columns given. */
export function gradeTable(
  document: GradeDocument,
  language: Language,
  layout: { readonly columns: number; readonly color: boolean },
): string {
  const telling = tellGrade(document, language)
  const { words } = telling
  const columns = Math.min(widest, Math.max(narrowest, layout.columns))
  const paint = new Chalk({ level: layout.color ? 1 : 0 })
  const bold = (text: string): string[] => wrap(plainText(text), columns).map((line) => paint.bold(line))
  const lines = (texts: readonly string[], indent = '  '): string[] =>
    texts.flatMap((text) => wrap(plainText(text), columns, indent))
  const head = [
    ...bold(words.title),
    ...lines([exerciseText(telling)], ''),
    ...(document.trainees.length === 0 ? lines([words.nobody], '') : []),
  ]
  const groups = (heading: string, some: readonly GradedGroup[], name: (group: GradedGroup) => string): string[][] =>
    some.length === 0 ? [] : [[...bold(heading), ...lines(some.map((group) => groupLine(telling, name(group), group)))]]
  const trainees = document.trainees.flatMap((trainee) => [
    [
      ...bold(trainee.passed ? words.passed(trainee.name) : words.notPassed(trainee.name)),
      ...lines(figures(telling, trainee)),
    ],
    [...bold(words.requirements.heading), ...lines(requirements(telling, trainee))],
    ...groups(words.groups.parts, trainee.parts, ({ id }) => id ?? ''),
    ...groups(words.groups.rules, trainee.rules, ({ id }) => ruleName(telling, id)),
    ...told(telling, trainee).map(({ heading, cases, none }) => [
      ...bold(heading),
      ...(cases.length === 0 ? lines([none]) : cases.flatMap((one) => caseLines(telling, one, lines))),
    ]),
  ])
  const parts = [head, ...trainees, ...notHanded(telling, bold, lines), ...agreement(telling, bold, lines)]
  return `${[...parts, lines([words.madeUp], '')].map((part) => part.join('\n')).join('\n\n')}\n`
}

type Lines = (texts: readonly string[], indent?: string) => string[]

function figures({ words }: GradeTelling, trainee: GradedTrainee): string[] {
  const { sensitivity, precision, steps, minutes, estimated_minutes } = trainee
  const right = steps.best + steps.right
  const all = right + steps.wrong + steps.open
  return [
    `${words.figures.found}: ${words.partOf(sensitivity.part, sensitivity.whole)}`,
    `${words.figures.precision}: ${words.partOf(precision.part, precision.whole)}`,
    `${words.figures.steps}: ${words.partOf(right, all)}, ${words.figures.stepsNote(steps.best)}`,
    `${words.figures.minutes}: ${minutes === null ? words.figures.noMinutes : words.count(minutes)} (${words.figures.minutesNote(estimated_minutes)})`,
  ]
}

function requirements({ words }: GradeTelling, trainee: GradedTrainee): string[] {
  return trainee.requirements.map(({ id, is, of, limit, met }) => {
    const mark = met ? words.requirements.yes : words.requirements.no
    return `${words.requirements.words[id](limit, of)}: ${words.count(is)} – ${mark}`
  })
}

function groupLine({ words }: GradeTelling, name: string, { found, accused }: GradedGroup): string {
  const { of, foundShort, accusedShort, onlyGrey } = words.groups
  const told = [
    ...(found.whole > 0 ? [foundShort(of(found.part, found.whole))] : []),
    ...(accused.whole > 0 ? [accusedShort(of(accused.part, accused.whole))] : []),
  ]
  return `${name}: ${told.length === 0 ? onlyGrey : words.listed(told)}`
}

/** The headings under which cases are told; what has none is left out but for the two that matter most. */
function told({ words }: GradeTelling, trainee: GradedTrainee) {
  const { misses, accused, others, remarks } = casesToTell(trainee)
  return [
    { heading: words.misses, cases: misses, none: words.noMisses },
    { heading: words.accused, cases: accused, none: words.noAccused },
    ...[
      { heading: words.others, cases: others, none: '' },
      { heading: words.remarks, cases: remarks, none: '' },
    ].filter(({ cases }) => cases.length > 0),
  ]
}

function caseLines(telling: GradeTelling, one: GradedCase, lines: Lines): string[] {
  return [
    ...lines([`${one.case_id} (${telling.words.truths[one.truth]})`]),
    ...lines([answerSentence(telling, one), storyOf(telling, one)], '    '),
  ]
}

function notHanded({ document, words }: GradeTelling, bold: (text: string) => string[], lines: Lines): string[][] {
  const { not_handed, planted } = document
  const { part, whole } = planted.unjustified
  return [
    [
      ...bold(words.notHanded.heading),
      ...(whole > 0 ? lines([words.notHanded.planted(part, whole)]) : []),
      ...lines([not_handed.length === 0 ? words.notHanded.none : words.notHanded.means]),
      ...not_handed.flatMap((one) => [
        ...lines([`${one.item} (${words.truths[one.truth]}): ${words.notHanded.causes[one.cause]}`]),
        ...lines([one.story], '    '),
      ]),
    ],
  ]
}

function agreement(telling: GradeTelling, bold: (text: string) => string[], lines: Lines): string[][] {
  const { words, document, verdict } = telling
  if (document.agreement.length === 0) return []
  return [
    [
      ...bold(words.agreement.heading),
      ...lines([words.agreement.means]),
      ...document.agreement.flatMap((pair) => [
        ...lines([
          `${words.listed(pair.trainees)}: ${words.agreement.alike(words.partOf(pair.agreed, pair.cases))}, ${words.agreement.kappa.toLowerCase()} ${kappaText(telling, pair)}`,
        ]),
        ...lines(
          pair.differ.map(({ case_id, verdicts }) => `${case_id}: ${verdicts.map(verdict).join(' / ')}`),
          '    ',
        ),
      ]),
    ],
  ]
}
