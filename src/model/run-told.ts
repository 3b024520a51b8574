import type { AuditRun } from './audit-document.ts'
import type { Severity } from './severity.ts'

/** What is told of a run of the program to what watches it: numbers, and nobody. */
export interface RunTold {
  readonly command: string
  /** The name of the workspace's folder. */
  readonly workspace: string
  readonly tool: string
  readonly exit: number
  /** Milliseconds since 1970, when it ended. */
  readonly now: number
  /** When it was last done (exit 0, 2 or 3), if that is known; milliseconds since 1970. */
  readonly lastSuccess?: number | undefined
  /** How long it took, where that was asked for. */
  readonly seconds?: number | undefined
  readonly audit?: AuditTold | undefined
  readonly ingest?: IngestTold | undefined
  readonly store?: StoreTold | undefined
}

/** Of an audit: the run, and how many findings there are. */
export interface AuditTold {
  readonly run: AuditRun
  readonly findings: readonly {
    readonly rule: string
    readonly severity: Severity
    readonly suppressed: boolean
    /** How many of this kind. */
    readonly findings: number
  }[]
}

/** Of an ingest: files and rows, added up. */
export interface IngestTold {
  readonly files: { readonly stored: number; readonly known: number; readonly failed: number }
  readonly rows: {
    readonly stored: number
    readonly duplicate: number
    readonly rejected: number
    readonly conflict: number
  }
}

/** Of the store, after an ingest. */
export interface StoreTold {
  readonly bytes: number
  readonly sources: readonly {
    readonly kind: string
    readonly source_system: string
    readonly stored: number
    readonly rejected: number
    readonly unknown_codes: number
    readonly last_day: string | null
  }[]
  readonly coverage: readonly { readonly kind: string; readonly covers_to: string | null }[]
}
