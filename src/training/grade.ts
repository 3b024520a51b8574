import type {
  Agreement,
  GradedCase,
  GradeDocument,
  GradedGroup,
  GradedTrainee,
  NotHanded,
  Requirement,
  Step,
} from '../model/grade-document.ts'
import type { Language } from '../model/language.ts'
import type { Verdict } from '../model/review.ts'
import type { KeyItem, TrainingKey } from '../model/training-key.ts'
import { cohensKappa } from './kappa.ts'

/** A lookup as the store has it. */
export interface SeenLookup {
  readonly user_id: string
  readonly patient_id: string | null
  readonly day: string
}

/** A case with its lookups: one that was handed out, or one that a run made. */
export interface SeenCase {
  readonly case_id: string
  readonly rules: readonly string[]
  readonly lookups: readonly SeenLookup[]
}

/** What a trainee said of a case. */
export interface Judgement {
  readonly verdict: Verdict
  /** The employee was heard. */
  readonly heard: boolean
}

/** Everything of one trainee: what was handed out, and what came back. */
export interface Trainee {
  readonly name: string
  readonly packets: readonly string[]
  readonly cases: readonly SeenCase[]
  /** By case. */
  readonly judgements: ReadonlyMap<string, Judgement>
  readonly minutes: number | null
  readonly estimated_minutes: number
}

/** What must be reached to pass: four of five found, four of five judged, and so few accused unheard. */
const least = [4, 5] as const
const mostUnheard = 1

/** What was asked about or escalated has been found. */
const foundBy: ReadonlySet<Verdict | null> = new Set(['ask', 'unjustified'])

/** Of the everyday any step will do but to accuse; nothing there needs to be asked about. */
const everyday = {
  best: ['explained', 'mistake', 'not_person'],
  right: ['explained', 'mistake', 'not_person', 'ask', 'undecidable'],
} as const satisfies Record<string, readonly Verdict[]>

/** The steps on which two trainees may agree. */
const stepOf: Readonly<Record<Verdict, string>> = {
  explained: 'close',
  mistake: 'close',
  not_person: 'close',
  ask: 'ask',
  unjustified: 'escalate',
  undecidable: 'undecidable',
}

/**
 * Marks what trainees have judged against the key. What never was handed out is nobody's miss.
 * @param asked the cases of the run, handed out or not
 */
export function grade(
  key: TrainingKey,
  trainees: readonly Trainee[],
  asked: readonly SeenCase[],
  language: Language,
): Pick<GradeDocument, 'planted' | 'trainees' | 'not_handed' | 'agreement'> {
  const itemsOf = finder(key)
  const handed = new Set(trainees.flatMap(({ cases }) => cases.flatMap((one) => itemsOf(one))))
  const known = new Set(asked.flatMap((one) => itemsOf(one)))
  const planted = (truth: KeyItem['truth']) => {
    const items = key.items.filter((item) => item.truth === truth)
    return { part: items.filter((item) => handed.has(item)).length, whole: items.length }
  }
  return {
    planted: { unjustified: planted('unjustified'), justified: planted('justified'), grey: planted('grey') },
    trainees: trainees.map((trainee) => gradeOne(trainee, itemsOf, language)),
    not_handed: key.items
      .filter((item) => !handed.has(item))
      .map((item): NotHanded => ({
        item: item.id,
        truth: item.truth,
        cause: known.has(item) ? 'outside' : 'not_asked',
        rules: item.rules,
        story: item.story[language],
      })),
    agreement: trainees.flatMap((one, place) => trainees.slice(place + 1).flatMap((other) => agreementOf(one, other))),
  }
}

type Finder = (one: SeenCase) => KeyItem[]

/** Finds what was planted in a case: they share a lookup of one user, one patient and one day. */
function finder({ items }: TrainingKey): Finder {
  const byLookup = new Map<string, Set<KeyItem>>()
  for (const item of items) {
    for (const lookup of item.lookups) {
      const name = nameOf(lookup)
      byLookup.set(name, (byLookup.get(name) ?? new Set()).add(item))
    }
  }
  return ({ lookups }) => [...new Set(lookups.flatMap((lookup) => [...(byLookup.get(nameOf(lookup)) ?? [])]))]
}

function nameOf({ user_id, patient_id, day }: SeenLookup): string {
  return JSON.stringify([user_id, patient_id, day])
}

function gradeOne(trainee: Trainee, itemsOf: Finder, language: Language): GradedTrainee {
  const marked = trainee.cases.map((one) => {
    const items = itemsOf(one)
    return { items, graded: gradeCase(one, items, trainee.judgements.get(one.case_id), language) }
  })
  const cases = marked.map(({ graded }) => graded)
  const found = new Set(
    marked.filter(({ graded }) => foundBy.has(graded.verdict)).flatMap(({ items }) => items.filter(isUnjustified)),
  )
  const planted = new Set(marked.flatMap(({ items }) => items.filter(isUnjustified)))
  const flagged = cases.filter(({ verdict, truth }) => foundBy.has(verdict) && truth !== 'grey')
  const sensitivity = { part: found.size, whole: planted.size }
  const requirements = requirementsOf(sensitivity, cases)
  const group = (id: string | null, belongs: (item: KeyItem) => boolean): GradedGroup => {
    const own = [...planted].filter(belongs)
    const innocent = marked.filter(({ items, graded }) => isInnocent(graded) && items.some(belongs))
    return {
      id,
      found: { part: own.filter((item) => found.has(item)).length, whole: own.length },
      accused: {
        part: innocent.filter(({ graded }) => graded.verdict === 'unjustified').length,
        whole: innocent.length,
      },
    }
  }
  const items = [...new Set(marked.flatMap((one) => one.items))]
  const rules = [...new Set(items.flatMap((item) => item.rules))].toSorted()
  return {
    name: trainee.name,
    packets: [...trainee.packets],
    passed: requirements.every(({ met }) => met),
    requirements,
    sensitivity,
    precision: { part: flagged.filter(({ truth }) => truth === 'unjustified').length, whole: flagged.length },
    steps: {
      best: countOf(cases, 'best'),
      right: countOf(cases, 'right'),
      wrong: countOf(cases, 'wrong'),
      open: countOf(cases, 'open'),
    },
    minutes: trainee.minutes,
    estimated_minutes: trainee.estimated_minutes,
    parts: [...new Set(items.map(partOf))].toSorted().map((part) => group(part, (item) => partOf(item) === part)),
    rules: [
      ...rules.map((rule) => group(rule, (item) => item.rules.includes(rule))),
      ...(items.some((item) => item.rules.length === 0) ? [group(null, (item) => item.rules.length === 0)] : []),
    ],
    cases,
  }
}

function isUnjustified({ truth }: KeyItem): boolean {
  return truth === 'unjustified'
}

/** It may not be judged unjustified. */
function isInnocent({ truth, best, right }: GradedCase): boolean {
  return truth !== 'unjustified' && !best.includes('unjustified') && !right.includes('unjustified')
}

function countOf(cases: readonly GradedCase[], step: Step): number {
  return cases.filter((one) => one.step === step).length
}

/** The part of the scenario that an item belongs to: its id without its number. */
function partOf({ id }: KeyItem): string {
  return id.replace(/-\d+$/, '')
}

/** A case is as grave as the gravest that was planted in it, and is right as that is right. */
function gradeCase(
  one: SeenCase,
  items: readonly KeyItem[],
  judged: Judgement | undefined,
  language: Language,
): GradedCase {
  const truth = (['unjustified', 'grey', 'justified'] as const).find((kind) =>
    items.some((item) => item.truth === kind),
  )
  const gravest = items.filter((item) => item.truth === truth)
  const best = truth === undefined ? everyday.best : [...new Set(gravest.map((item) => item.best))]
  const right = truth === undefined ? everyday.right : [...new Set(gravest.flatMap((item) => item.right))]
  const verdict = judged?.verdict ?? null
  return {
    case_id: one.case_id,
    items: items.map(({ id }) => id),
    truth: truth ?? 'everyday',
    verdict,
    step: stepTaken(verdict, best, right),
    best: [...best],
    right: right.filter((step) => !(best as readonly Verdict[]).includes(step)),
    heard: judged?.heard ?? false,
    rules: [...one.rules],
    story: gravest.map(({ story }) => story[language]).join(' '),
  }
}

function stepTaken(verdict: Verdict | null, best: readonly Verdict[], right: readonly Verdict[]): Step {
  if (verdict === null) return 'open'
  if (best.includes(verdict)) return 'best'
  return right.includes(verdict) ? 'right' : 'wrong'
}

function requirementsOf(sensitivity: { part: number; whole: number }, cases: readonly GradedCase[]): Requirement[] {
  const innocent = cases.filter(isInnocent)
  const unheard = innocent.filter(({ verdict, heard }) => verdict === 'unjustified' && !heard).length
  const judged = cases.filter(({ verdict }) => verdict !== null).length
  const atLeast = (id: 'found' | 'judged', is: number, of: number): Requirement => {
    const limit = Math.ceil((of * least[0]) / least[1])
    return { id, is, of, limit, met: is >= limit }
  }
  return [
    atLeast('found', sensitivity.part, sensitivity.whole),
    { id: 'unheard', is: unheard, of: innocent.length, limit: mostUnheard, met: unheard <= mostUnheard },
    atLeast('judged', judged, cases.length),
  ]
}

/** How two trainees agree on what both have judged; nothing where they have judged nothing in common. */
function agreementOf(one: Trainee, other: Trainee): Agreement[] {
  const common = [...one.judgements].flatMap(([case_id, { verdict }]) => {
    const said = other.judgements.get(case_id)?.verdict
    return said === undefined ? [] : [{ case_id, verdicts: [verdict, said] as [Verdict, Verdict] }]
  })
  if (common.length === 0) return []
  const steps = common.map(({ verdicts: [a, b] }) => [stepOf[a], stepOf[b]] as const)
  return [
    {
      trainees: [one.name, other.name],
      cases: common.length,
      agreed: steps.filter(([a, b]) => a === b).length,
      kappa: cohensKappa(steps),
      differ: common.filter((_, place) => steps[place]![0] !== steps[place]![1]),
    },
  ]
}
