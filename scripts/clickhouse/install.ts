import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const version = '3.4.0'

/**
 * Sees to it that ClickHouse's engine lies in a folder of its own, outside the project's lock file, and gives the folder.
 * It is large, and needed by nothing else; so it is fetched only when it is asked for.
 */
export function installClickHouse(folder: string): string {
  if (existsSync(join(folder, 'node_modules', 'chdb', 'package.json'))) return folder
  console.log(`Installing chdb ${version} (ClickHouse's engine for Node) into ${folder}: 546 MB on the disk. Once.`)
  mkdirSync(folder, { recursive: true })
  const about = { private: true, description: 'Made by npm run test:clickhouse.', dependencies: { chdb: version } }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(about, undefined, 2)}\n`)
  const words = ['install', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts']
  const ran = spawnSync('npm', words, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' })
  if (ran.status !== 0) throw new Error('npm could not install chdb; it is made for Linux and macOS, x64 and arm64')
  return folder
}
