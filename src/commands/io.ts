/** Everything of the outside world that a command touches; a test hands in its own. */
export interface Io {
  /** Results. */
  readonly out: (text: string) => void
  /** Results that are no text; missing where nothing takes them. */
  readonly outBytes?: (bytes: Uint8Array) => void
  /** Waits until the results have been taken, or it is known that they cannot be; missing where each is taken at once. */
  readonly outTaken?: () => Promise<void>
  /** Everything else. */
  readonly err: (text: string) => void
  readonly now: () => Date
  readonly env: Readonly<Record<string, string | undefined>>
  readonly input: NodeJS.ReadableStream
  /** Width of the terminal that results go to; undefined when they go to a file or pipe. */
  readonly columns: number | undefined
  /** Where progress is drawn; undefined when standard error is no terminal. */
  readonly terminal?: NodeJS.WritableStream | undefined
  /** Asks on a terminal for what must not be shown; undefined when there is none. */
  readonly askSecret?: ((question: string) => Promise<string>) | undefined
  readonly osUser: string
}
