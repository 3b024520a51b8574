import type { Exit } from './exit.ts'

/**
 * Something a person can mend: what happened, and the way out. It never holds a row of a log.
 * Anything else that is thrown is a fault in the tool.
 */
export class Fault extends Error {
  readonly exit: Exit
  readonly wayOut: string | undefined

  constructor(exit: Exit, message: string, wayOut?: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'Fault'
    this.exit = exit
    this.wayOut = wayOut
  }
}
