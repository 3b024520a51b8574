/** Where a scenario puts its people and their lookups. */
export interface Stage {
  readonly seed: number
}
