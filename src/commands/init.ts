import { Exit } from '../model/exit.ts'
import { commandWords } from '../language/commands.ts'
import { makeWorkspace } from '../workspace/workspace.ts'
import { configSchema } from './config-schema.ts'
import { onlyWords } from './only-words.ts'
import type { Session } from './session.ts'

export interface InitOptions {
  readonly seed?: string
}

/** `init [DIR]`: makes a workspace. */
export async function init(session: Session, folder: string | undefined, options: InitOptions): Promise<Exit> {
  onlyWords(session)
  const made = await makeWorkspace(folder ?? session.folder, options.seed, configSchema())
  const words = commandWords(session.spokenLanguage)
  session.note(words.madeWorkspace(made.folder))
  return Exit.done
}
