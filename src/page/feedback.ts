import type { PacketWords } from '../language/packet/index.ts'
import type { StudyWords } from '../language/study/index.ts'
import type { Verdict } from '../model/review.ts'
import type { StudyCase } from '../model/study.ts'
import { element } from './element.ts'
import { fill } from './speak.ts'

/** What the page of the self-study is told with. */
export interface StudyReading {
  readonly packet: PacketWords
  readonly study: StudyWords
}

/** How a step was: the best one, one that is right too, or wrong. */
export function stepTaken(one: StudyCase, verdict: Verdict): 'best' | 'right' | 'wrong' {
  if (verdict === one.best) return 'best'
  return one.right.includes(verdict) ? 'right' : 'wrong'
}

/** What is said of a step: how it was, what had happened, what to look at, and what to take along. */
export function feedback(
  { packet, study }: StudyReading,
  one: StudyCase,
  verdict: Verdict,
): { readonly heading: HTMLElement; readonly parts: readonly HTMLElement[] } {
  const { feedback: words } = study
  const taken = stepTaken(one, verdict)
  const heading = element('h4', { tabindex: -1, class: taken === 'wrong' ? 'taken wrong' : 'taken well' }, words[taken])
  return {
    heading,
    parts: [
      heading,
      element('p', { class: 'steps-told' }, stepsTold({ packet, study }, one, verdict)),
      explained(study, one),
    ],
  }
}

/** The step that was chosen, the best one, and those that are right too, in sentences. */
export function stepsTold({ packet, study }: StudyReading, one: StudyCase, verdict: Verdict): string {
  const { feedback: words } = study
  const name = (step: Verdict): string => packet.verdicts[step].name
  return [
    fill(words.yours, { step: name(verdict) }),
    ...(verdict === one.best ? [] : [fill(words.bestIs, { step: name(one.best) })]),
    ...(one.right.length === 0 ? [] : [fill(words.rightToo, { steps: one.right.map(name).join(words.or) })]),
    words.truths[one.truth],
  ].join(' ')
}

/** Why, what to look at, and what it teaches. */
export function explained({ feedback: words }: StudyWords, one: StudyCase): HTMLElement {
  const told = [
    [words.why, one.why],
    [words.look, one.look],
    [words.teaches, one.teaches],
  ] as const
  return element(
    'dl',
    { class: 'told-of' },
    told.map(([name, text]) => [element('dt', {}, name), element('dd', {}, text)]),
  )
}
