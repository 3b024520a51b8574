import { Exit } from './exit.ts'
import { Fault } from './fault.ts'

/**
 * The values of a YAML document, its aliases written out.
 * @throws {Fault} 78 when they name nothing, or unfold without end
 */
export function unfold(document: { readonly toJS: () => unknown }, path: string): unknown {
  try {
    return document.toJS()
  } catch (error) {
    throw new Fault(Exit.config, `${path}: its aliases (*name) do not unfold`, 'write the values out', error)
  }
}
