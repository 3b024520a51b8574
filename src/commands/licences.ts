import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { shippedLicences } from '../shipped/files.ts'
import type { Session } from './session.ts'

/** Shows the licences of all that is shipped. @throws {Fault} 64 when run from source, where they lie in node_modules */
export async function licences(session: Session): Promise<Exit> {
  const text = shippedLicences()
  if (text === undefined) {
    throw new Fault(Exit.usage, 'only what is shipped has its licences with it', 'npm run build gathers them in dist')
  }
  session.write(text)
  return await Promise.resolve(Exit.done)
}
