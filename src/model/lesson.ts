/** A lesson: short pages, one at a time. */
export interface Lesson {
  readonly title: string
  readonly pages: readonly LessonPage[]
}

export interface LessonPage {
  readonly heading: string
  readonly parts: readonly LessonPart[]
}

/** A paragraph, a list, lines that are to be typed as they stand, or lines that somebody else has written in Markdown. */
export type LessonPart =
  | string
  | { readonly list: readonly string[] }
  | { readonly typed: readonly string[] }
  | { readonly written: readonly string[] }
