type Child = Node | string | false | null | readonly Child[]

/** Makes an element. Text becomes text nodes and nothing else, so that no data is ever read as markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number | boolean>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(key, value === true ? '' : String(value))
  }
  put(made, children)
  return made
}

/** A text whose direction of writing is its own, and in which personal numbers and spans of time stay on one line. */
export function apart(text: string): HTMLElement {
  const parts = text.split(/(\d{8}-\d{4}|\d\d:\d\d–\d\d:\d\d)/)
  return element(
    'bdi',
    {},
    parts.map((part, place) => (place % 2 === 0 ? part : element('span', { class: 'whole' }, part))),
  )
}

/** A button that does something; it never sends a form. */
export function button(text: string, look: string, press: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', class: look }, text)
  made.addEventListener('click', press)
  return made
}

/** Puts the focus on an element and brings it into sight. */
export function goTo(target: HTMLElement): void {
  target.focus({ preventScroll: true })
  target.scrollIntoView({ block: 'start' })
}

function put(parent: HTMLElement, children: readonly Child[]): void {
  for (const child of children) {
    if (Array.isArray(child)) put(parent, child as readonly Child[])
    else if (child !== false && child !== null) parent.append(child as Node | string)
  }
}
