// What the executable starts with. The program lies in it as the pieces that the bundler made, so that a command reads
// and compiles only those that it needs: all of them at once would take longer than the work of most commands.
import { getAsset } from 'node:sea'
import { compileFunction } from 'node:vm'

interface Piece {
  exports: unknown
}
type Compiled = (module: Piece, exports: unknown, require: (id: string) => unknown, folder: string) => void

const pieces = new Map<string, Piece>()

function piece(name: string): unknown {
  const known = pieces.get(name)
  if (known) return known.exports
  const made: Piece = { exports: {} }
  pieces.set(name, made)
  const names = ['module', 'exports', 'require', '__dirname']
  const run = compileFunction(getAsset(`code/${name}`, 'utf8'), names, { filename: `loggkoll/${name}` }) as Compiled
  run(made, made.exports, demand, '/')
  return made.exports
}

/** A piece of the program, or a module of Node: there is nothing else, least of all on the disk. */
function demand(id: string): unknown {
  if (id.startsWith('./')) return piece(id.slice(2))
  const module = process.getBuiltinModule(id)
  if (module === undefined) throw new Error(`the executable has no ${id}`)
  return module
}

piece('cli.js')
