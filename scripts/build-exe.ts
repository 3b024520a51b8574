// npm run build:exe [-- --target linux-arm64]: the whole program as one file, build/loggkoll-<target>: Node, the bundle, the
// files that it reads, DuckDB's library. The same source gives the same bytes; for that it goes without a code cache.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { inject } from 'postject'
import type { Library } from '../src/shipped/duckdb.ts'
import { executablePieces, shippedFiles } from './shipping/bundle.ts'
import { locked, lockedPackage } from './shipping/locked-package.ts'
import { type Target, type TargetName, targets } from './shipping/targets.ts'

const root = resolve(import.meta.dirname, '..')
const here = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
const { values } = parseArgs({ options: { target: { type: 'string', default: here } } })
if (!(values.target in targets)) {
  throw new Error(`no executable can be made for ${values.target}; the targets are ${Object.keys(targets).join(', ')}`)
}
await buildExecutable(targets[values.target as TargetName])

async function buildExecutable(target: Target): Promise<void> {
  const work = join(root, 'build/executable')
  rmSync(work, { recursive: true, force: true })
  mkdirSync(join(work, 'code'), { recursive: true })

  await build({
    entryPoints: [join(root, 'src/shipped/executable.ts')],
    outfile: join(work, 'main.js'),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    charset: 'utf8',
  })
  const assets = new Map(shippedFiles(root))
  for (const [name, text] of await executablePieces(root)) {
    writeFileSync(join(work, 'code', name), text)
    assets.set(`code/${name}`, join(work, 'code', name))
  }
  const duckdb = lockedPackage(root, target.duckdb.package)
  for (const name of target.duckdb.files) assets.set(`duckdb/${name}`, join(duckdb, name))
  writeFileSync(join(work, 'library.json'), JSON.stringify(libraryOf(duckdb, target.duckdb.files)))
  assets.set('duckdb/library.json', join(work, 'library.json'))

  // No path of this machine goes into the file, so all are written as seen from where the blob is made.
  const seen = [...assets].map(([name, path]) => [name, relative(work, path)])
  const settings = {
    main: 'main.js',
    output: 'blob',
    disableExperimentalSEAWarning: true,
    useSnapshot: false,
    useCodeCache: false,
    execArgvExtension: 'none',
    assets: Object.fromEntries(seen),
  }
  writeFileSync(join(work, 'settings.json'), JSON.stringify(settings))
  execFileSync(nodeForBlobs(), ['--experimental-sea-config', 'settings.json'], { cwd: work, stdio: 'pipe' })

  const half = join(work, target.executable)
  copyFileSync(join(lockedPackage(root, target.node.package), target.node.file), half)
  chmodSync(half, 0o755)
  await put(join(work, 'blob'), half)
  const executable = join(root, 'build', target.executable)
  renameSync(half, executable)
  rmSync(work, { recursive: true })
  console.log(`${relative(process.cwd(), executable)} ${(statSync(executable).size / 1e6).toFixed(1)} MB`)
}

/** Puts the blob into a copy of Node, where Node looks for it. */
async function put(blob: string, node: string): Promise<void> {
  const write = process.stderr.write.bind(process.stderr)
  // postject complains of each section of Node's file that it does not know, and copies it all the same.
  process.stderr.write = () => true
  try {
    await inject(node, 'NODE_SEA_BLOB', readFileSync(blob), {
      sentinelFuse: 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2',
    })
  } finally {
    process.stderr.write = write
  }
}

function libraryOf(folder: string, names: readonly string[]): Library {
  const files = names.map((name) => {
    const content = readFileSync(join(folder, name))
    return { name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }
  })
  return { files }
}

/** The Node of this platform in the pinned version: what reads the blob must be what made it. */
function nodeForBlobs(): string {
  if (!(here in targets)) throw new Error(`no Node is packaged for ${here}`)
  const { node } = targets[here as TargetName]
  const versions = new Set(Object.values(targets).map((target) => locked(root, target.node.package).version))
  if (versions.size !== 1) throw new Error(`one version of Node for all targets, not ${[...versions].join(', ')}`)
  return join(lockedPackage(root, node.package), node.file)
}
