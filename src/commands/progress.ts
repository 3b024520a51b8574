import type { SingleBar } from 'cli-progress'
import { type Language } from '../model/language.ts'
import { progressWords } from '../language/ingest.ts'

/** How far the reading has come, on a terminal; nothing elsewhere. */
export interface Progress {
  read(bytes: number): void
  /** Lets something be written while the bar stands aside. */
  aside(write: () => void): void
  stop(): void
}

export const noProgress: Progress = { read: () => undefined, aside: (write) => write(), stop: () => undefined }

/**
 * A bar of bytes with the time left.
 * @param total bytes of the files named; what is packed grows, so the end may come early or late
 */
export async function showProgress(
  terminal: NodeJS.WritableStream,
  total: number,
  language: Language,
): Promise<Progress> {
  const { SingleBar } = (await import('cli-progress')).default
  const words = progressWords(language)
  const bar: SingleBar = new SingleBar({
    stream: terminal,
    format: `${words.reading} {bar} {percentage} %  {megabytes} MB  ${words.left} {eta_formatted}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
  })
  let bytes = 0
  const megabytes = () => ({ megabytes: Math.round(bytes / 1e6) })
  bar.start(total, 0, megabytes())
  return {
    read(more) {
      bytes = Math.min(total, bytes + more)
      bar.update(bytes, megabytes())
    },
    aside(write) {
      bar.stop()
      write()
      bar.start(total, bytes, megabytes())
    },
    stop: () => bar.stop(),
  }
}
