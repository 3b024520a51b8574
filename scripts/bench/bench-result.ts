/** What `npm run bench` has measured. */
export interface Bench {
  readonly rows: readonly BenchRow[]
  /** What nobody wants to wait for, the best of several. */
  readonly small: readonly Step[]
  /** One night on a store of so many days (night.ts); missing where it was never measured. */
  readonly night?: {
    readonly millions: number
    readonly days: number
    readonly machine: Machine
    readonly steps: readonly Step[]
  }
}

export interface Step {
  readonly step: string
  readonly seconds: number
  readonly cpu_seconds: number
  readonly peak_mb: number
}

/** What it was measured on. */
export interface Machine {
  readonly cores: number
  readonly model: string
  readonly gib: number
  /** The load average when it began: what others did. */
  readonly load: number
  /** The commit that was measured. */
  readonly commit: string
}

export interface BenchRow {
  readonly millions: number
  readonly form: 'csv' | 'parquet'
  /** Missing where nothing was read in. */
  readonly bytes_per_event?: number
  readonly steps: readonly Step[]
  readonly naive: readonly NaiveRun[]
  readonly machine: Machine
}

/** The rules written naively, in one engine. */
export interface NaiveRun {
  readonly engine: string
  /** Seconds that the tables took to fill; no part of the comparison. */
  readonly load: number
  /** Rule → seconds. */
  readonly seconds: Readonly<Record<string, number>>
  readonly findings: Readonly<Record<string, number>>
}

/** The rules that are asked naively (naive/rules.sql). */
export const naiveRules = [
  'own-record',
  'protected-identity',
  'deceased',
  'many-units',
  'own-family',
  'no-care-relation',
] as const
