import type { GradedCase, GradeDocument, GradedGroup, GradedTrainee } from '../../model/grade-document.ts'
import type { Language } from '../../model/language.ts'
import { type Block, code, type PrintedDocument, quiet, type Section, strong, type Table } from '../printed/document.ts'
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

/** The result of an exercise as pages: one trainee after the other, what was never handed out, how alike they judged. */
export function gradePages(document: GradeDocument, language: Language): PrintedDocument {
  const telling = tellGrade(document, language)
  const { words } = telling
  const { trainees } = document
  return {
    language,
    title: words.title,
    subtitle: exerciseText(telling),
    caseNumber: null,
    archive: null,
    tool: document.tool,
    prepared: document.prepared,
    blocks: [
      ...(trainees.length === 0 ? [paragraph(words.nobody)] : []),
      ...trainees.map((trainee, place) => traineePart(telling, trainee, place > 0)),
      notHanded(telling),
      ...agreement(telling),
      { is: 'paragraph', look: 'small', text: words.madeUp },
    ],
  }
}

function paragraph(text: string): Block {
  return { is: 'paragraph', text }
}

function section(heading: string, blocks: readonly Block[]): Section {
  return { is: 'section', heading, blocks }
}

function traineePart(telling: GradeTelling, trainee: GradedTrainee, newPage: boolean): Section {
  const { words, document } = telling
  const { misses, accused, others, remarks } = casesToTell(trainee)
  const number = document.trainees.indexOf(trainee) + 1
  return {
    is: 'section',
    heading: trainee.name,
    newPage,
    blocks: [
      {
        is: 'paragraph',
        look: 'lead',
        text: trainee.passed ? words.passed(trainee.name) : words.notPassed(trainee.name),
      },
      figures(telling, trainee),
      requirements(telling, trainee, number),
      ...groups(telling, trainee, number),
      casesPart(telling, words.misses, misses, words.noMisses),
      casesPart(telling, words.accused, accused, words.noAccused),
      ...(others.length === 0 ? [] : [casesPart(telling, words.others, others, '')]),
      ...(remarks.length === 0 ? [] : [casesPart(telling, words.remarks, remarks, '')]),
      ...(trainee.steps.open === 0 ? [] : [paragraph(words.open(trainee.steps.open))]),
      { is: 'signatures', signers: [{ role: words.trainer, name: null }] },
    ],
  }
}

function figures({ words }: GradeTelling, trainee: GradedTrainee): Block {
  const { sensitivity, precision, steps, minutes, estimated_minutes } = trainee
  const right = steps.best + steps.right
  const all = right + steps.wrong + steps.open
  const { of } = words.groups
  return {
    is: 'figures',
    figures: [
      { name: words.figures.found, value: of(sensitivity.part, sensitivity.whole), note: words.figures.foundNote },
      { name: words.figures.precision, value: of(precision.part, precision.whole), note: words.figures.precisionNote },
      { name: words.figures.steps, value: of(right, all), note: words.figures.stepsNote(steps.best) },
      {
        name: words.figures.minutes,
        value: minutes === null ? '–' : words.count(minutes),
        note: minutes === null ? words.figures.noMinutes : words.figures.minutesNote(estimated_minutes),
      },
    ],
  }
}

function requirements({ words }: GradeTelling, trainee: GradedTrainee, number: number): Table {
  const { what, is, met, yes, no, caption, sheet } = words.requirements
  return {
    is: 'table',
    name: `${sheet} ${number}`,
    caption,
    columns: [
      { title: what, share: 6 },
      { title: is, number: true, share: 1 },
      { title: met, share: 1 },
    ],
    rows: trainee.requirements.map((one) => [
      words.requirements.words[one.id](one.limit, one.of),
      one.is,
      one.met ? yes : strong(no),
    ]),
  }
}

function groups(telling: GradeTelling, trainee: GradedTrainee, number: number): Section[] {
  const { words } = telling
  const { parts, rules, part, rule, partsCaption, rulesCaption, partsSheet, rulesSheet } = words.groups
  const table = (
    [name, caption, title]: readonly [string, string, string],
    some: readonly GradedGroup[],
    isPart: boolean,
  ): Table => ({
    is: 'table',
    name: `${name} ${number}`,
    caption,
    columns: [
      { title, share: 3 },
      { title: words.groups.found, share: 2 },
      { title: words.groups.accused, share: 2 },
    ],
    rows: some.map(({ id, found, accused }) => [
      isPart ? (id ?? '') : ruleName(telling, id),
      words.groups.of(found.part, found.whole),
      words.groups.of(accused.part, accused.whole),
    ]),
  })
  if (trainee.parts.length === 0) return []
  return [
    section(parts, [table([partsSheet, partsCaption, part], trainee.parts, true)]),
    section(rules, [table([rulesSheet, rulesCaption, rule], trainee.rules, false)]),
  ]
}

/** Each case with what was answered, what would have been right, and what happened. */
function casesPart(telling: GradeTelling, heading: string, cases: readonly GradedCase[], none: string): Section {
  if (cases.length === 0) return section(heading, [paragraph(none)])
  return section(heading, [
    {
      is: 'list',
      items: cases.map((one) => [
        code(one.case_id),
        quiet(` ${telling.words.truths[one.truth]}. `),
        strong(answerSentence(telling, one)),
        ` ${storyOf(telling, one)}`,
      ]),
    },
  ])
}

function notHanded({ document, words }: GradeTelling): Section {
  const { not_handed, planted } = document
  const { part, whole } = planted.unjustified
  return section(words.notHanded.heading, [
    ...(whole > 0 ? [paragraph(words.notHanded.planted(part, whole))] : []),
    paragraph(not_handed.length === 0 ? words.notHanded.none : words.notHanded.means),
    ...(not_handed.length === 0
      ? []
      : [
          {
            is: 'list' as const,
            items: not_handed.map((one) => [
              code(one.item),
              quiet(` ${words.truths[one.truth]}: ${words.notHanded.causes[one.cause]}. `),
              one.story,
            ]),
          },
        ]),
  ])
}

function agreement(telling: GradeTelling): Section[] {
  const { words, document, verdict } = telling
  const pairs = document.agreement
  if (pairs.length === 0) return []
  const { heading, sheet, caption, pair, cases, agreed, kappa, means, differ } = words.agreement
  const differing = pairs.flatMap((one) =>
    one.differ.map(({ case_id, verdicts }) => [
      code(case_id),
      ` ${one.trainees.map((name, place) => `${name}: ${verdict(verdicts[place as 0 | 1])}`).join('; ')}`,
    ]),
  )
  return [
    section(heading, [
      {
        is: 'table',
        name: sheet,
        caption,
        columns: [{ title: pair }, { title: cases, number: true }, { title: agreed, number: true }, { title: kappa }],
        rows: pairs.map((one) => [words.listed(one.trainees), one.cases, one.agreed, kappaText(telling, one)]),
      },
      { is: 'paragraph', look: 'small', text: means },
      ...(differing.length === 0 ? [] : [section(differ, [{ is: 'list' as const, items: differing }])]),
    ]),
  ]
}
