/** How strongly data explain a lookup, strongest first (after the Danish BRS classes); NULL is *cannot tell*. */
export const relationGrades = ['A+', 'A', 'B+', 'B', 'P', 'C', 'D', 'E'] as const
export type RelationGrade = (typeof relationGrades)[number]
