import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Session } from './session.ts'

/** For a command that answers in words or in plain lines, or writes files of its own. @throws {Fault} 64 when another form is asked for */
export function onlyWords({ options: { format } }: Session): void {
  if (format === undefined || format === 'table') return
  throw new Fault(Exit.usage, `there is no format ${format} here`, 'this command answers in words: leave --format out')
}
