import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, relative } from 'node:path'
import { build } from 'esbuild'
import { inject } from 'postject'
import type { Library } from '../../src/shipped/duckdb.ts'
import { licencesFile } from '../../src/shipped/files.ts'
import { executablePieces, shippedFiles, writeFiles } from './bundle.ts'
import { locked, lockedPackage } from './locked-package.ts'
import { billOfMaterials, licencesText } from './notices.ts'
import { bundledParts, duckdbPart, fontPart, holidaysPart, nodePart } from './parts.ts'
import { here, type Target, targets } from './targets.ts'

/**
 * Makes the whole program one file: Node, the bundle, the files that it reads, DuckDB's library. The same source gives the
 * same bytes, so it goes without a code cache, which differs each time.
 * @returns its path in the folder `to`, where its bill of materials lies too
 */
export async function buildExecutable(root: string, target: Target, to: string): Promise<string> {
  mkdirSync(to, { recursive: true })
  const work = mkdtempSync(join(to, 'executable-'))

  await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'src/shipped/executable.ts')],
    outfile: join(work, 'main.js'),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    charset: 'utf8',
  })
  const { pieces, metafile } = await executablePieces(root)
  const duckdb = lockedPackage(root, target.duckdb.package)
  const parts = [
    ...bundledParts(root, metafile),
    duckdbPart(root, target),
    fontPart(root),
    holidaysPart(root),
    nodePart(root, target, nodeForBlobs(root)),
  ]
  const files = new Map<string, Buffer | string>(shippedFiles(root))
  for (const [name, text] of pieces) files.set(`code/${name}`, text)
  files.set('duckdb/library.json', JSON.stringify(libraryOf(duckdb, target.duckdb.files)))
  files.set(licencesFile, licencesText(root, parts))
  writeFiles(files, join(work, 'files'))

  // No path of this machine goes into the file, so all are written as seen from where the blob is made.
  const assets = [...files.keys()].map((name) => [name, `files/${name}`])
  for (const name of target.duckdb.files) assets.push([`duckdb/${name}`, relative(work, join(duckdb, name))])
  const settings = {
    main: 'main.js',
    output: 'blob',
    disableExperimentalSEAWarning: true,
    useSnapshot: false,
    useCodeCache: false,
    execArgvExtension: 'none',
    assets: Object.fromEntries(assets),
  }
  writeFileSync(join(work, 'settings.json'), JSON.stringify(settings))
  execFileSync(nodeForBlobs(root), ['--experimental-sea-config', 'settings.json'], { cwd: work, stdio: 'pipe' })

  const half = join(work, target.executable)
  copyFileSync(join(lockedPackage(root, target.node.package), target.node.file), half)
  chmodSync(half, 0o755)
  await put(join(work, 'blob'), half)
  const executable = join(to, target.executable)
  renameSync(half, executable)
  writeFileSync(`${executable}.cdx.json`, billOfMaterials(root, parts))
  rmSync(work, { recursive: true })
  return executable
}

/** Puts the blob into a copy of Node, where Node looks for it. */
async function put(blob: string, node: string): Promise<void> {
  const { warn } = console
  // postject complains of each section of Node's file that it does not know, and copies it all the same.
  console.warn = () => undefined
  try {
    await inject(node, 'NODE_SEA_BLOB', readFileSync(blob), {
      sentinelFuse: 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2',
    })
  } finally {
    console.warn = warn
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
function nodeForBlobs(root: string): string {
  if (!(here in targets)) throw new Error(`no Node is packaged for ${here}`)
  const { node } = targets[here]
  const versions = new Set(Object.values(targets).map((target) => locked(root, target.node.package).version))
  if (versions.size !== 1) throw new Error(`one version of Node for all targets, not ${[...versions].join(', ')}`)
  return join(lockedPackage(root, node.package), node.file)
}
