/** How strongly data explain a lookup, strongest first (after the Danish BRS classes); NULL is *cannot tell*. */
export const relationGrades = ['A+', 'A', 'B+', 'B', 'P', 'C', 'D', 'E'] as const
export type RelationGrade = (typeof relationGrades)[number]

/** How strongly a lookup is explained: the greater, the weaker. */
const weakness: Readonly<Record<RelationGrade, number>> = { 'A+': 0, A: 1, 'B+': 2, B: 3, P: 3, C: 4, D: 5, E: 6 }

/** Is a lookup explained less than it was? What cannot be told is neither weaker nor stronger. */
export function isWeaker(now: RelationGrade | null, then: RelationGrade | null): boolean {
  return now !== null && then !== null && weakness[now] > weakness[then]
}
