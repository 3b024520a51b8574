import { type Markup, markup } from './markup.ts'

/** Dates, numbers of persons and spans of days or times, which a line may not end inside. */
const unbroken = /(\d{4}-\d\d-\d\d|\d{8}-\d{4}|\d{1,2}(?::\d\d)?–\d{1,2}(?::\d\d)?)/

/** Text in which dates and personal numbers stay on one line. */
export function whole(text: string): Markup {
  return markup`${text.split(unbroken).map((part, place) => (place % 2 === 0 ? part : markup`<span class="whole">${part}</span>`))}`
}
