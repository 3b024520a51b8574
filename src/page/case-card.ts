import type { PacketWords } from '../language/packet/index.ts'
import type { PacketCase } from '../model/packet.ts'
import { apart, element, goTo } from './element.ts'
import { rowsPart } from './rows-part.ts'
import { fill, many } from './speak.ts'

/** What a card is told with. */
export interface CardReading {
  readonly words: Pick<PacketWords, 'case' | 'row' | 'locale'>
  /** How many cases there are. */
  readonly all: number
}

/** A case as its reviewer reads it, the least that must be known first; below it stands what it is judged with. */
export function caseCard(reading: CardReading, one: PacketCase, ...below: readonly HTMLElement[]): HTMLElement {
  const { all, words } = reading
  const id = headId(one)
  const head = element(
    'h3',
    { id, tabindex: -1 },
    apart(one.who),
    one.title !== '' && [', ', apart(one.title)],
    element(
      'span',
      { class: 'whose' },
      element('span', { class: 'unseen' }, `${words.case.whose}: `),
      apart(one.whose),
    ),
  )
  head.addEventListener('keydown', (event) => {
    const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
    if (step !== 0 && !event.ctrlKey && !event.metaKey && !event.altKey) goToPlace(one.place + step)
  })
  return element(
    'article',
    { class: one.rows.length > 8 ? 'case long' : 'case', 'aria-labelledby': id },
    element(
      'div',
      { class: 'known' },
      element(
        'p',
        { class: 'over' },
        element('span', {}, fill(words.case.place, { n: one.place, all })),
        one.priority === null
          ? one.source !== 'rules' &&
              element('span', { class: 'priority' }, one.source === 'draw' ? words.case.drawn : words.case.target)
          : element(
              'span',
              { class: `priority priority-${one.priority}` },
              fill(words.case.priority, { n: one.priority }),
            ),
        element('span', { class: 'source' }, one.case_id),
      ),
      head,
      one.masked && element('p', { class: 'small' }, words.case.masked),
      facts(reading, one),
    ),
    one.questions.map((asked) =>
      element(
        'section',
        { class: 'asked' },
        element('h4', {}, asked.title),
        asked.sentences.map((sentence) => element('p', { class: 'said' }, sentence)),
      ),
    ),
    (one.source === 'rules' || one.against.length > 0) && against(reading, one),
    guidance(reading, one),
    rowsPart(reading, one),
    below,
  )
}

/** Brings the case at a place into focus; before the first and after the last there is none. */
export function goToPlace(place: number): void {
  const head = document.getElementById(`case-${place}`)
  if (head) goTo(head)
}

function headId(one: PacketCase): string {
  return `case-${one.place}`
}

function facts({ words }: CardReading, one: PacketCase): HTMLElement {
  const time = span(one, words.case.span)
  const days = one.days > 1 ? ` (${many(words.case.days, one.days, words.locale)})` : ''
  const amounts = [
    many(words.case.lookups, one.lookups, words.locale),
    many(words.case.events, one.events, words.locale),
  ].join(', ')
  const told: [string, (string | HTMLElement)[]][] = [
    [words.case.when, [`${time}${days}`]],
    [words.case.unit, [apart(one.units)]],
    [words.case.activities, [apart(one.activities), ` (${amounts})`]],
    [
      words.case.relation,
      one.relation.flatMap((sentence, place) => (place > 0 ? [element('br'), sentence] : [sentence])),
    ],
  ]
  return element(
    'dl',
    { class: 'facts' },
    told.map(([name, fact]) => fact.length > 0 && [element('dt', {}, name), element('dd', {}, fact)]),
  )
}

/** From one time to another; the end of a day that has begun is its clock alone. */
function span({ first, last }: PacketCase, words: string): string {
  if (first === last) return first
  return last.includes(' ') ? fill(words, { first, last }) : `${first}–${last}`
}

function against({ words }: CardReading, one: PacketCase): HTMLElement {
  const { against: heading, nothingAgainst } = words.case
  return element(
    'section',
    { class: 'against' },
    element('h4', {}, heading),
    one.against.length === 0
      ? element('p', {}, nothingAgainst)
      : element(
          'ul',
          {},
          one.against.map((sentence) => element('li', {}, sentence)),
        ),
  )
}

/** What to ask and what is common, of all questions of the case, each once. */
function guidance({ words }: CardReading, one: PacketCase): HTMLElement | null {
  const asks = [...new Set(one.questions.map((asked) => asked.ask))].filter((ask) => ask !== '')
  const common = [...new Set(one.questions.flatMap((asked) => asked.explanations))]
  if (asks.length + common.length === 0) return null
  const part = (heading: string, texts: readonly string[]): HTMLElement | null =>
    texts.length === 0
      ? null
      : element(
          'div',
          {},
          element('p', { class: 'label' }, heading),
          element(
            'ul',
            {},
            texts.map((text) => element('li', {}, text)),
          ),
        )
  return element(
    'details',
    {},
    element('summary', {}, words.case.guidance),
    element('div', { class: 'advice' }, part(words.case.ask, asks), part(words.case.explanations, common)),
  )
}
