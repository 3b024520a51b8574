import type { PacketCase } from '../model/packet.ts'
import { type Draft, weekAfter } from './answers.ts'
import { apart, button, element } from './element.ts'
import { hasNumber, nameIn, type Personal, personalOf } from './personal.ts'
import type { Review } from './review.ts'
import { fill } from './speak.ts'
import { stepTiles } from './step-tiles.ts'

const texts = ['comment', 'employee_answer', 'not_asked_reason'] as const
type TextField = (typeof texts)[number]

/** What the texts of a case may not hold, found out when it is first written on. */
const known = new WeakMap<PacketCase, Personal>()

/** The name that a text of a case holds, `number` for a personal number, or null. */
function personalIn(review: Review, one: PacketCase, text: string): { name: string } | 'number' | null {
  if (text.trim() === '') return null
  if (!known.has(one)) known.set(one, personalOf(one, review.words.notNames))
  const personal = known.get(one)!
  if (hasNumber(text, personal)) return 'number'
  const name = nameIn(text, personal)
  return name === undefined ? null : { name }
}

/** Whether any text that would be saved of a case holds a name or a number. */
export function holdsPersonal(review: Review, one: PacketCase): boolean {
  const draft = review.draft(one)
  const saved = draft.verdict === 'unjustified' ? texts : (['comment'] as const)
  return saved.some((field) => personalIn(review, one, draft[field]) !== null)
}

/** The form in which a case is judged. */
export function judgement(review: Review, one: PacketCase): HTMLElement {
  const { words, packet } = review
  const id = `judge-${one.place}`
  const change = (given: Partial<Draft>): void => {
    Object.assign(review.draft(one), given)
    refill()
    review.changed(one)
  }

  const radios = stepTiles(words.verdicts, id, (verdict) => change({ verdict, due: review.draft(one).due || due() }))
  const due = (): string => weekAfter(packet.prepared_on, new Date().toLocaleDateString('sv-SE'))

  const explanation = element(
    'select',
    { id: `${id}-explanation`, autocomplete: 'off' },
    element('option', { value: '' }, words.form.choose),
    Object.entries(words.explanations).map(([value, name]) => element('option', { value }, name)),
  )
  explanation.addEventListener('change', () => change({ explanation: explanation.value as Draft['explanation'] }))
  const date = element('input', { type: 'date', id: `${id}-due`, min: packet.prepared_on, autocomplete: 'off' })
  date.addEventListener('change', () => change({ due: date.value }))

  const written = (field: TextField, label: string, hint: string): { part: HTMLElement; refill: () => void } => {
    const own = `${id}-${field}`
    const warning = element('p', { class: 'warning', id: `${own}-warning`, 'aria-live': 'polite' })
    // A browser may send what it checks the spelling of to its maker.
    const area = element('textarea', {
      id: own,
      rows: 2,
      maxlength: 4000,
      autocomplete: 'off',
      spellcheck: 'false',
      writingsuggestions: 'false',
      'aria-describedby': `${own}-warning${hint === '' ? '' : ` ${own}-hint`}`,
    })
    area.addEventListener('input', () => change({ [field]: area.value }))
    return {
      part: element(
        'div',
        { class: 'field' },
        element('label', { for: own }, label),
        hint !== '' && element('span', { class: 'small', id: `${own}-hint` }, hint),
        area,
        warning,
      ),
      refill: () => {
        const text = review.draft(one)[field]
        if (area.value !== text) area.value = text
        const found = personalIn(review, one, text)
        const said = found === null ? '' : found === 'number' ? words.form.number : fill(words.form.name, found)
        if (warning.textContent !== said) warning.textContent = said
        area.toggleAttribute('aria-invalid', found !== null)
      },
    }
  }
  const comment = written('comment', words.form.comment, words.form.commentHint)
  const answer = written('employee_answer', words.form.employeeAnswer, '')
  const notAsked = written('not_asked_reason', words.form.notAsked, '')

  const parts: Partial<Record<Draft['verdict'], HTMLElement>> = {
    explained: element(
      'div',
      { class: 'field' },
      element('label', { for: explanation.id }, words.form.explainedBy),
      explanation,
    ),
    ask: element('div', { class: 'field' }, element('label', { for: date.id }, words.form.due), date),
    unjustified: element(
      'div',
      { class: 'heard' },
      element('p', { class: 'small' }, words.form.hearOrSay),
      answer.part,
      notAsked.part,
    ),
  }
  const clear = button(words.form.clear, 'plain', () => {
    change({ verdict: '' })
    radios[0]?.radio.focus()
  })
  const fields = element(
    'fieldset',
    { class: 'fields', 'aria-labelledby': `${id}-head` },
    element(
      'fieldset',
      { class: 'steps-of' },
      element('legend', {}, words.form.verdict),
      element(
        'div',
        { class: 'grid' },
        radios.map(({ tile }) => tile),
      ),
    ),
    Object.values(parts),
    comment.part,
    element('p', { class: 'clear' }, clear),
  )
  const locked = element(
    'p',
    { class: 'locked small' },
    words.party.locked,
    ' ',
    element('a', { href: '#not-party' }, words.party.toLine),
  )

  function refill(): void {
    const draft = review.draft(one)
    for (const { radio } of radios) radio.checked = radio.value === draft.verdict
    for (const [verdict, part] of Object.entries(parts)) part.hidden = verdict !== draft.verdict
    explanation.value = draft.explanation
    if (date.value !== draft.due) date.value = draft.due
    clear.hidden = draft.verdict === ''
    for (const field of [comment, answer, notAsked]) field.refill()
    fields.disabled = !review.declared
    locked.hidden = review.declared
  }
  review.listen((changed) => {
    if (changed === null) refill()
  })
  refill()
  return element('div', { class: 'judge' }, element('h4', { id: `${id}-head` }, words.form.heading), locked, fields)
}

/** The name of a case in a list of what is left: its place and who, since the list is read on the page alone. */
export function linkTo(review: Review, one: PacketCase): HTMLElement {
  const link = element('a', { href: `#case-${one.place}` })
  link.append(fill(review.words.case.place, { n: one.place, all: review.packet.cases.length }), ' – ', apart(one.who))
  return link
}
