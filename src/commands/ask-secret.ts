import type { ReadStream } from 'node:tty'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'

const [interrupt, end, erase, backspace] = ['\u0003', '\u0004', '\u007f', '\b']

/** Asks on a terminal for something that is not shown while it is typed. @throws {Fault} 130 on Ctrl-C */
export async function askSecret(input: ReadStream, output: NodeJS.WritableStream, question: string): Promise<string> {
  output.write(question)
  input.setRawMode(true)
  input.setEncoding('utf8')
  input.resume()
  try {
    return await new Promise<string>((resolve, reject) => {
      let typed: string[] = []
      const hear = (keys: string): void => {
        for (const key of keys) {
          if (key === '\r' || key === '\n' || key === end) {
            input.off('data', hear)
            resolve(typed.join(''))
            return
          }
          if (key === interrupt) {
            input.off('data', hear)
            reject(new Fault(Exit.interrupted, 'interrupted'))
            return
          }
          typed = key === erase || key === backspace ? typed.slice(0, -1) : [...typed, key]
        }
      }
      input.on('data', hear)
    })
  } finally {
    input.setRawMode(false)
    input.pause()
    output.write('\n')
  }
}
