import type { Verdict } from '../model/review.ts'
import type { StudyCase } from '../model/study.ts'
import { apart, element } from './element.ts'
import { explained, stepsTold, stepTaken, type StudyReading } from './feedback.ts'
import { fill } from './speak.ts'

/** To pass: so many of ten steps right, and so many justified lookups judged unjustified at most. */
const enough = { right: 0.8, accused: 1 } as const

/** The result with every case and its answer. @param seconds used */
export function studyResult(
  reading: StudyReading,
  cases: readonly StudyCase[],
  chosen: readonly Verdict[],
  seconds: number,
): {
  readonly heading: HTMLElement
  readonly parts: readonly HTMLElement[]
  readonly score: number
  readonly passed: boolean
} {
  const { study } = reading
  const { result: words } = study
  const steps = cases.map((one, place) => ({ one, verdict: chosen[place]!, taken: stepTaken(one, chosen[place]!) }))
  const right = steps.filter(({ taken }) => taken !== 'wrong').length
  const unjustified = steps.filter(({ one }) => one.truth === 'unjustified')
  const found = unjustified.filter(({ verdict }) => verdict === 'ask' || verdict === 'unjustified').length
  const innocent = steps.filter(({ one }) => one.truth === 'justified')
  const accused = innocent.filter(({ verdict }) => verdict === 'unjustified').length
  const passed = right >= cases.length * enough.right && accused <= enough.accused
  const heading = element('h2', { id: 'result', tabindex: -1 }, words.heading)
  const of = (n: number, all: number): string => (all === 0 ? words.none : fill(words.of, { n, all }))
  const best = steps.filter(({ taken }) => taken === 'best').length
  const figures: [string, string, string][] = [
    [words.right, of(right, cases.length), fill(words.best, { n: best })],
    [words.found, of(found, unjustified.length), ''],
    [words.accused, of(accused, innocent.length), ''],
    [words.minutes, String(Math.max(1, Math.round(seconds / 60))), ''],
  ]
  return {
    heading,
    score: Math.round((100 * right) / cases.length),
    passed,
    parts: [
      element(
        'section',
        { 'aria-labelledby': 'result' },
        heading,
        element('p', { class: passed ? 'limit well' : 'limit' }, passed ? words.passed : words.failed),
        element(
          'dl',
          { class: 'numbers' },
          figures.map(([name, value, note]) =>
            element(
              'div',
              {},
              element('dt', {}, name),
              element('dd', { class: 'figure' }, value),
              note !== '' && element('dd', { class: 'small' }, note),
            ),
          ),
        ),
        element('p', {}, words.rate),
      ),
      element(
        'section',
        { 'aria-labelledby': 'all' },
        element('h2', { id: 'all' }, words.all),
        steps.map(({ one, verdict, taken }) => answered(reading, one, verdict, taken)),
      ),
    ],
  }
}

function answered(
  reading: StudyReading,
  one: StudyCase,
  verdict: Verdict,
  taken: ReturnType<typeof stepTaken>,
): HTMLElement {
  const { study } = reading
  const { who, whose, place } = one.shown
  const id = `answer-${place}`
  return element(
    'article',
    { class: 'case answered', 'aria-labelledby': id },
    element(
      'h3',
      { id },
      fill(study.case, { n: place }),
      ': ',
      apart(who),
      element('span', { class: 'whose' }, apart(whose)),
    ),
    element('p', { class: taken === 'wrong' ? 'taken wrong' : 'taken well' }, study.feedback[taken]),
    element('p', {}, stepsTold(reading, one, verdict)),
    explained(study, one),
  )
}
