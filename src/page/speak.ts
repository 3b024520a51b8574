/** A text with its holes filled: `{n}` by what `n` stands for. */
export function fill(text: string, holes: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => String(holes[name] ?? hole))
}

/** One form of words for one, and another for any other number. */
export interface Forms {
  readonly one: string
  readonly several: string
}

/** The form that goes with a number, the number filled in as people of the language write it. */
export function many(forms: Forms, amount: number, locale: string): string {
  return fill(amount === 1 ? forms.one : forms.several, { n: amount < 1000 ? amount : amount.toLocaleString(locale) })
}
