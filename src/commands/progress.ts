import type { SingleBar } from 'cli-progress'
import { type Language } from '../model/language.ts'
import { progressWords } from '../language/ingest.ts'

/** What all bars have in common. */
async function barOn(terminal: NodeJS.WritableStream, format: string): Promise<SingleBar> {
  const { SingleBar } = (await import('cli-progress')).default
  return new SingleBar({
    stream: terminal,
    format,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
  })
}

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
  const { reading, left } = progressWords(language)
  const bar = await barOn(terminal, `${reading} {bar} {percentage} %  {megabytes} MB  ${left} {eta_formatted}`)
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

/** How far an audit has come, on a terminal; nothing elsewhere. */
export interface Steps {
  done(step: string): void
  aside(write: () => void): void
  stop(): void
}

export const noSteps: Steps = { done: () => undefined, aside: (write) => write(), stop: () => undefined }

/** How much of the time of an audit each step takes, in parts of a thousand; any other takes `aRule`. */
const shares: Readonly<Record<string, number>> = {
  grade: 330,
  'listed-only': 180,
  'off-hours': 50,
  'shared-login': 65,
  'many-patients': 30,
  'repeated-lookup': 35,
  'serial-lookup': 30,
  crowd: 25,
  cases: 30,
  keep: 80,
}
const aRule = 12

/** A bar of the steps of an audit, with the time left. @param steps in their order */
export async function showSteps(
  terminal: NodeJS.WritableStream,
  steps: readonly string[],
  language: Language,
): Promise<Steps> {
  const { asking, left } = progressWords(language)
  const bar = await barOn(terminal, `${asking} {bar} {percentage} %  ${left} {eta_formatted}  {step}`)
  const share = (step: string): number => shares[step] ?? aRule
  const nextOf = (step: string): { step: string } => ({ step: steps[steps.indexOf(step) + 1] ?? '' })
  const total = steps.reduce((sum, step) => sum + share(step), 0)
  let past = 0
  let next = { step: steps[0] ?? '' }
  bar.start(total, 0, next)
  return {
    done(step) {
      if (!steps.includes(step)) return
      past += share(step)
      next = nextOf(step)
      bar.update(past, next)
    },
    aside(write) {
      bar.stop()
      write()
      bar.start(total, past, next)
    },
    stop: () => bar.stop(),
  }
}

/** How many files have been written, on a terminal; nothing elsewhere. */
export interface Files {
  written(): void
  stop(): void
}

export const noFiles: Files = { written: () => undefined, stop: () => undefined }

/** A bar of files with the time left. */
export async function showFiles(terminal: NodeJS.WritableStream, total: number, language: Language): Promise<Files> {
  const { writing, left } = progressWords(language)
  const bar = await barOn(terminal, `${writing} {bar} {value}/{total}  ${left} {eta_formatted}`)
  bar.start(total, 0)
  return { written: () => bar.increment(), stop: () => bar.stop() }
}
