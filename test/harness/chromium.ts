import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { ChromiumPage, type Message, type Send } from './chromium-page.ts'

/** Where a Chromium is installed on this machine; undefined where none is. */
export const chromium: string | undefined = installed()

if (chromium === undefined) console.warn('SKIPPED: no chromium is installed, so nothing is tried in a browser.')

/** Headless Chromium, driven over its own protocol through a pipe: no port, no network, nothing left behind. */
export class Chromium {
  readonly #process: ChildProcess
  readonly #folder: string
  readonly #answers = new Map<number, { kept: (result: unknown) => void; broken: (fault: Error) => void }>()
  readonly #listeners = new Set<(message: Message) => void>()
  #last = 0

  private constructor(program: string, options: readonly string[]) {
    this.#folder = mkdtempSync(join(tmpdir(), 'loggkoll-chromium-'))
    mkdirSync(this.downloads)
    this.#process = spawn(
      program,
      [
        '--headless',
        '--no-sandbox',
        '--remote-debugging-pipe',
        `--user-data-dir=${join(this.#folder, 'profile')}`,
        '--no-first-run',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--hide-scrollbars',
        '--lang=sv-SE',
        // Whatever a page asks the network for fails at once.
        '--host-resolver-rules=MAP * ~NOTFOUND',
        ...options,
        'about:blank',
      ],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    )
    const pipe = this.#process.stdio[4] as NodeJS.ReadableStream
    let rest: Buffer[] = []
    pipe.on('data', (chunk: Buffer) => {
      let from = 0
      for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
        rest.push(chunk.subarray(from, end))
        this.#take(JSON.parse(Buffer.concat(rest).toString('utf8')) as Message)
        rest = []
        from = end + 1
      }
      rest.push(chunk.subarray(from))
    })
    this.#process.once('exit', () => {
      for (const { broken } of this.#answers.values()) broken(new Error('chromium has ended'))
      this.#answers.clear()
    })
  }

  /** Starts a browser; it ends by `close`. */
  static async open(options: readonly string[] = []): Promise<Chromium> {
    if (chromium === undefined) throw new Error('no chromium is installed')
    const browser = new Chromium(chromium, options)
    await browser.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: browser.downloads,
      eventsEnabled: true,
    })
    return browser
  }

  /** The folder in which what pages save is found. */
  get downloads(): string {
    return join(this.#folder, 'downloads')
  }

  /** A command of the DevTools protocol, to the browser or to one of its pages. */
  readonly send: Send = (method, parameters = {}, sessionId) => {
    const id = ++this.#last
    const { promise, resolve, reject } = Promise.withResolvers<never>()
    this.#answers.set(id, {
      kept: resolve as (result: unknown) => void,
      broken: (fault) => reject(new Error(`${method}: ${fault.message}`)),
    })
    const pipe = this.#process.stdio[3] as NodeJS.WritableStream
    pipe.write(`${JSON.stringify({ id, method, params: parameters, ...(sessionId ? { sessionId } : {}) })}\0`)
    return promise
  }

  /** A new page at a size in CSS pixels, empty until `goto`. */
  async page(size: { width?: number; height?: number } = {}): Promise<ChromiumPage> {
    const { targetId } = await this.send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' })
    const { sessionId } = await this.send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true })
    const page = new ChromiumPage(this.send, { session: sessionId, target: targetId }, this.downloads)
    this.#listeners.add((message) => {
      if (message.sessionId === sessionId || message.sessionId === undefined) page.hear(message)
    })
    await page.prepare(size)
    return page
  }

  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.#process.once('exit', resolve))
    this.send('Browser.close').catch(() => undefined)
    const patience = setTimeout(() => this.#process.kill('SIGKILL'), 5000)
    if (this.#process.exitCode === null) await gone
    clearTimeout(patience)
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }

  #take(message: Message): void {
    if (message.id === undefined) {
      for (const listener of this.#listeners) listener(message)
      return
    }
    const answer = this.#answers.get(message.id)
    this.#answers.delete(message.id)
    if (message.error) answer?.broken(new Error(message.error.message))
    else answer?.kept(message.result)
  }
}

function installed(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const names = ['chromium', 'chromium-browser', 'google-chrome']
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK)
        return true
      } catch {
        return false
      }
    })
}
