/** What a learning platform offers to a page (SCORM 1.2, run-time environment 3.3). */
interface PlatformApi {
  LMSInitialize(empty: ''): string
  LMSGetValue(element: string): string
  LMSSetValue(element: string, value: string): string
  LMSCommit(empty: ''): string
  LMSFinish(empty: ''): string
}

/** What is told to a learning platform: no answers, only the result. */
export interface Result {
  /** From 0 to 100. */
  readonly score: number
  readonly passed: boolean
}

/** The learning platform that shows the page, if there is one; nothing happens without it. */
export class LearningPlatform {
  #api: PlatformApi | undefined
  #began = 0
  #passed = false

  /** An exercise begins, or begins anew: the platform is told once. */
  begin(): void {
    if (this.#api !== undefined) return
    this.#api = findApi()
    if (!this.#tell((api) => api.LMSInitialize(''))) this.#api = undefined
    this.#began = Date.now()
    this.#passed = this.#ask('cmi.core.lesson_status') === 'passed'
    if (!this.#passed) this.#set('cmi.core.lesson_status', 'incomplete')
  }

  /**
   * Whoever has passed does not lose it by practising again.
   * @returns whether a platform has taken it
   */
  report({ score, passed }: Result): boolean {
    if (this.#passed && !passed) return false
    const taken = [
      this.#set('cmi.core.score.min', '0'),
      this.#set('cmi.core.score.max', '100'),
      this.#set('cmi.core.score.raw', String(score)),
      this.#set('cmi.core.lesson_status', passed ? 'passed' : 'failed'),
      this.#time(),
    ]
    this.#passed = passed
    return taken.every(Boolean) && this.#tell((api) => api.LMSCommit(''))
  }

  /** The page is left, with a result or before there is one. */
  end(): void {
    this.#time()
    this.#tell((api) => api.LMSCommit(''))
    this.#tell((api) => api.LMSFinish(''))
    this.#api = undefined
  }

  #time(): boolean {
    return this.#set('cmi.core.session_time', timespan((Date.now() - this.#began) / 1000))
  }

  #set(element: string, value: string): boolean {
    return this.#tell((api) => api.LMSSetValue(element, value))
  }

  #ask(element: string): string {
    try {
      return this.#api?.LMSGetValue(element) ?? ''
    } catch {
      return ''
    }
  }

  /** A platform that fails is none: the exercise goes on. */
  #tell(say: (api: PlatformApi) => string): boolean {
    try {
      return this.#api !== undefined && say(this.#api) === 'true'
    } catch {
      return false
    }
  }
}

/** The frames around the page are asked, and the one that opened it; those of other makers do not answer. */
function findApi(): PlatformApi | undefined {
  const opener = window.opener as Window | null
  for (const first of [window, opener]) {
    let frame: Window | null = first
    for (let steps = 0; frame !== null && steps < 8; steps += 1) {
      try {
        const { API } = frame as Window & { API?: PlatformApi }
        if (API !== undefined) return API
        frame = frame.parent === frame ? null : frame.parent
      } catch {
        frame = null
      }
    }
  }
  return undefined
}

/** `0000:20:05`, as SCORM writes a span of time. */
function timespan(seconds: number): string {
  const two = (part: number): string => String(Math.floor(part)).padStart(2, '0')
  return `${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${two((seconds % 3600) / 60)}:${two(seconds % 60)}`
}
