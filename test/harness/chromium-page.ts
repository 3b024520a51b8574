import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface Message {
  readonly id?: number
  readonly sessionId?: string
  readonly method?: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

export type Send = <Result = unknown>(
  method: string,
  parameters?: Readonly<Record<string, unknown>>,
  sessionId?: string,
) => Promise<Result>

/** Keys that write nothing, or more than their own letter. */
const keys: Readonly<Record<string, { code: string; keyCode: number; text?: string }>> = {
  Tab: { code: 'Tab', keyCode: 9 },
  Enter: { code: 'Enter', keyCode: 13, text: '\r' },
  Escape: { code: 'Escape', keyCode: 27 },
  ' ': { code: 'Space', keyCode: 32, text: ' ' },
  ArrowLeft: { code: 'ArrowLeft', keyCode: 37 },
  ArrowUp: { code: 'ArrowUp', keyCode: 38 },
  ArrowRight: { code: 'ArrowRight', keyCode: 39 },
  ArrowDown: { code: 'ArrowDown', keyCode: 40 },
}

/** One page of a browser, used as a person uses it: by keys, by what it shows, and by what it saves. */
export class ChromiumPage {
  /** Every address the page has asked for, its own and `blob:` among them. */
  readonly requests: string[] = []
  /** What the console and the log of the page have said of warnings and errors, and what was thrown. */
  readonly complaints: string[] = []
  /** What the page has asked in dialogs; each is answered with yes. */
  readonly dialogs: string[] = []
  readonly #send: Send
  readonly #session: string
  readonly #target: string
  readonly #folder: string
  readonly #saved: string[] = []
  readonly #names = new Map<string, string>()
  #loaded: (() => void) | undefined

  constructor(send: Send, ids: { session: string; target: string }, folder: string) {
    this.#send = send
    this.#session = ids.session
    this.#target = ids.target
    this.#folder = folder
  }

  /** A command of the DevTools protocol to this page. */
  async send<Result = unknown>(method: string, parameters: Readonly<Record<string, unknown>> = {}): Promise<Result> {
    return await this.#send<Result>(method, parameters, this.#session)
  }

  async prepare(size: { width?: number; height?: number }): Promise<void> {
    for (const domain of ['Page', 'Runtime', 'Network', 'Log']) await this.send(`${domain}.enable`)
    await this.look(size)
    await this.send('Emulation.setFocusEmulationEnabled', { enabled: true })
  }

  /** Sets the size in CSS pixels, and the scheme or the medium to be seen in. */
  async look(as: { width?: number; height?: number; dark?: boolean; print?: boolean }): Promise<void> {
    await this.send('Emulation.setDeviceMetricsOverride', {
      width: as.width ?? 1280,
      height: as.height ?? 900,
      deviceScaleFactor: 1,
      mobile: false,
    })
    await this.send('Emulation.setEmulatedMedia', {
      media: as.print === true ? 'print' : '',
      features: [
        { name: 'prefers-color-scheme', value: as.dark === true ? 'dark' : 'light' },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ],
    })
  }

  /** Opens an address and waits until it is loaded. */
  async goto(address: string): Promise<void> {
    const loaded = new Promise<void>((resolve) => (this.#loaded = resolve))
    const { errorText } = await this.send<{ errorText?: string }>('Page.navigate', { url: address })
    if (errorText) throw new Error(`${address}: ${errorText}`)
    await loaded
  }

  /** The value of an expression in the page; promises are waited for. */
  async evaluate<Result>(expression: string): Promise<Result> {
    const { result, exceptionDetails } = await this.send<{
      result: { value: Result }
      exceptionDetails?: { text: string; exception?: { description?: string } }
    }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture: true })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  /** Waits until an expression holds in the page, and says which one did not. */
  async until(expression: string, seconds = 20): Promise<void> {
    const end = Date.now() + seconds * 1000
    while (!(await this.evaluate<boolean>(`Boolean(${expression})`))) {
      if (Date.now() > end) throw new Error(`this did not come to hold within ${seconds} s: ${expression}`)
      await pause(25)
    }
  }

  /** The text that a reader sees in an element, or in the whole page. */
  async text(selector = 'body'): Promise<string> {
    return await this.evaluate(`document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`)
  }

  /** Presses one key, such as `Tab`, `Enter`, ` `, `ArrowDown` or a letter. */
  async press(key: string, held: { shift?: boolean; control?: boolean } = {}): Promise<void> {
    const { code, keyCode, text } = keys[key] ?? { code: '', keyCode: key.toUpperCase().charCodeAt(0), text: key }
    const modifiers = (held.control === true ? 2 : 0) + (held.shift === true ? 8 : 0)
    const event = { key, code, windowsVirtualKeyCode: keyCode, modifiers }
    const writes = text !== undefined && held.control !== true
    await this.send('Input.dispatchKeyEvent', {
      type: writes ? 'keyDown' : 'rawKeyDown',
      ...event,
      ...(writes ? { text } : {}),
    })
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
  }

  /** Writes a text key by key where the focus is. */
  async type(text: string): Promise<void> {
    for (const character of text) {
      if (character === '\n') await this.press('Enter')
      else await this.press(character)
    }
  }

  /** Presses Tab, or Shift and Tab, until an element that fits has the focus; says so if it is never reached. */
  async tabTo(selector: string, back = false): Promise<void> {
    const there = `document.activeElement?.matches(${JSON.stringify(selector)}) === true`
    for (let presses = 0; presses < 500; presses += 1) {
      if (await this.evaluate<boolean>(there)) return
      await this.press('Tab', { shift: back })
    }
    throw new Error(`500 presses of Tab do not reach ${selector}`)
  }

  /** Presses a pointer on the middle of an element. */
  async click(selector: string): Promise<void> {
    const place = await this.evaluate<{ x: number; y: number } | null>(`(() => {
      const element = document.querySelector(${JSON.stringify(selector)})
      element?.scrollIntoView({ block: 'center', behavior: 'instant' })
      const box = element?.getBoundingClientRect()
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null
    })()`)
    if (!place) throw new Error(`nothing to click: ${selector}`)
    for (const type of ['mousePressed', 'mouseReleased']) {
      await this.send('Input.dispatchMouseEvent', { type, ...place, button: 'left', clickCount: 1 })
    }
  }

  /** Chooses files in a file input. */
  async choose(selector: string, ...files: string[]): Promise<void> {
    const { result } = await this.send<{ result: { objectId?: string } }>('Runtime.evaluate', {
      expression: `document.querySelector(${JSON.stringify(selector)})`,
    })
    if (result.objectId === undefined) throw new Error(`no file input: ${selector}`)
    await this.send('DOM.setFileInputFiles', { files, objectId: result.objectId })
  }

  /** The file that the page saves next, or has saved and nobody has taken yet; one of the same name is replaced. */
  async saved(seconds = 20): Promise<string> {
    const end = Date.now() + seconds * 1000
    while (this.#saved.length === 0) {
      if (Date.now() > end) throw new Error(`nothing was saved within ${seconds} s`)
      await pause(25)
    }
    return this.#saved.shift()!
  }

  /** Writes a picture of the page as it is seen, or of the whole length of it. */
  async screenshot(file: string, whole = false): Promise<void> {
    const { data } = await this.send<{ data: string }>('Page.captureScreenshot', { captureBeyondViewport: whole })
    writeFileSync(file, Buffer.from(data, 'base64'))
  }

  /** The page as it is printed on A4. */
  async pdf(): Promise<Buffer> {
    const { data } = await this.send<{ data: string }>('Page.printToPDF', {
      preferCSSPageSize: true,
      printBackground: true,
    })
    return Buffer.from(data, 'base64')
  }

  /** What the browser tells of this page; the browser calls it. */
  hear({ method, params = {} }: Message): void {
    switch (method) {
      case 'Page.loadEventFired':
        this.#loaded?.()
        break
      case 'Network.requestWillBeSent':
        this.requests.push((params['request'] as { url: string }).url)
        break
      case 'Runtime.exceptionThrown': {
        const { text, exception } = params['exceptionDetails'] as { text: string; exception?: { description?: string } }
        this.complaints.push(exception?.description ?? text)
        break
      }
      case 'Runtime.consoleAPICalled':
        if (['error', 'warning', 'assert'].includes(String(params['type'])))
          this.complaints.push(JSON.stringify(params))
        break
      case 'Log.entryAdded': {
        const { level, text } = params['entry'] as { level: string; text: string }
        if (level === 'error' || level === 'warning') this.complaints.push(text)
        break
      }
      case 'Page.javascriptDialogOpening':
        this.dialogs.push(`${String(params['type'])}: ${String(params['message'])}`)
        void this.send('Page.handleJavaScriptDialog', { accept: true })
        break
      case 'Browser.downloadWillBegin':
        // The browser tells of the downloads of all its pages; a page's own frame has the id of its target.
        if (params['frameId'] === this.#target)
          this.#names.set(String(params['guid']), String(params['suggestedFilename']))
        break
      case 'Browser.downloadProgress': {
        const name = this.#names.get(String(params['guid']))
        if (params['state'] === 'completed' && name !== undefined) {
          this.#saved.push((params['filePath'] as string | undefined) ?? join(this.#folder, name))
        }
        break
      }
      default:
    }
  }
}
