import type { PacketWords } from '../language/packet/index.ts'
import type { StudyWords } from '../language/study/index.ts'
import type { Verdict } from '../model/review.ts'
import type { StudyCase } from '../model/study.ts'
import { caseCard } from './case-card.ts'
import { button, element, goTo } from './element.ts'
import { feedback } from './feedback.ts'
import { LearningPlatform } from './learning-platform.ts'
import { fill } from './speak.ts'
import { stepTiles } from './step-tiles.ts'
import { studyResult } from './study-result.ts'

const { cases, packet, study } = JSON.parse(document.getElementById('data')?.textContent ?? '{}') as {
  cases: readonly StudyCase[]
  packet: PacketWords
  study: StudyWords
}
const platform = new LearningPlatform()
const content = document.querySelector<HTMLElement>('#content')!
const told = element('p', { role: 'status', class: 'told' })
const progress = element('progress', { max: cases.length, value: 0, 'aria-label': study.progress })

let chosen: Verdict[] = []
let began = 0

const start = document.querySelector<HTMLButtonElement>('#start')!
start.hidden = false
start.addEventListener('click', begin)
addEventListener('pagehide', () => platform.end())
document.body.dataset['ready'] = 'true'

function begin(): void {
  platform.begin()
  chosen = []
  began = Date.now()
  document.querySelector('nav')?.remove()
  content.before(element('nav', { class: 'bar', 'aria-label': study.progress }, told, progress))
  count()
  show(0)
}

function count(): void {
  told.textContent = fill(study.answered, { n: chosen.length, all: cases.length })
  progress.value = chosen.length
}

/** Shows one case to be judged. */
function show(place: number): void {
  const one = cases[place]!
  const number = one.shown.place
  let verdict: Verdict | undefined
  const warning = element('p', { class: 'warning', id: 'choose-first', 'aria-live': 'polite' })
  const tiles = stepTiles(packet.verdicts, 'step', (given) => {
    verdict = given
    warning.textContent = ''
  })
  const answer = (): void => {
    if (verdict === undefined) {
      warning.textContent = study.choose.first
      tiles[0]?.radio.focus()
      return
    }
    chosen.push(verdict)
    count()
    const isLast = chosen.length === cases.length
    const said = feedback({ packet, study }, one, verdict)
    const onward = button(isLast ? study.feedback.toResult : study.feedback.next, 'strong', () =>
      isLast ? finish() : show(place + 1),
    )
    form.replaceChildren(...said.parts, element('p', { class: 'onward' }, onward))
    goTo(said.heading)
  }
  const form = element(
    'div',
    { class: 'judge' },
    element('h4', { id: 'choose' }, study.choose.heading),
    element(
      'fieldset',
      { class: 'steps-of', 'aria-describedby': 'choose-first' },
      element('legend', {}, study.choose.legend),
      element(
        'div',
        { class: 'grid' },
        tiles.map(({ tile }) => tile),
      ),
    ),
    warning,
    element('p', { class: 'onward' }, button(study.choose.button, 'strong', answer)),
  )
  const card = caseCard({ words: packet, all: cases.length }, one.shown, form)
  content.replaceChildren(
    element(
      'section',
      { 'aria-labelledby': 'now' },
      element('h2', { id: 'now', class: 'unseen' }, fill(study.case, { n: number })),
      card,
    ),
  )
  goTo(document.getElementById(`case-${number}`)!)
}

function finish(): void {
  const seconds = (Date.now() - began) / 1000
  const { parts, heading, score, passed } = studyResult({ packet, study }, cases, chosen, seconds)
  const isReported = platform.report({ score, passed })
  content.replaceChildren(
    ...parts,
    ...(isReported ? [element('p', { class: 'small', role: 'status' }, study.result.reported)] : []),
    element('p', {}, button(study.result.again, 'plain', begin)),
  )
  goTo(heading)
}
