import { Exit } from '../model/exit.ts'
import { completionScripts, type Shell } from './completion-scripts.ts'
import type { Session } from './session.ts'

/** `completion SHELL`: the script that the shell reads once; at each Tab it asks the program itself. */
export function completion(session: Session, shell: Shell): Promise<Exit> {
  session.write(completionScripts[shell])
  return Promise.resolve(Exit.done)
}
