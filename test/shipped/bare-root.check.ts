import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AuditDocument } from '../../src/model/audit-document.ts'
import { lockedPackage } from '../../scripts/shipping/locked-package.ts'
import { here, targets } from '../../scripts/shipping/targets.ts'
import { root } from '../harness/paths.ts'
import { alone, executable, isRoot, nobody, openFolder, sampleTables } from './executable.ts'

/** The libraries that a program asks the system for, and what loads them. */
function librariesOf(...programs: string[]): string[] {
  const listed = programs.map((program) => execFileSync('ldd', [program], { encoding: 'utf8' })).join('')
  const paths = [...listed.matchAll(/(?:=> |^\s*)(\/\S+) \(0x/gm)].map(([, path]) => path!)
  return [...new Set(paths)].filter((path) => !path.startsWith(root))
}

describe('in a root that holds the C and C++ libraries and nothing else', () => {
  it.runIf(isRoot)('goes from the log to the report, as nobody and without a network', async () => {
    const built = await executable()
    const bare = openFolder()
    const { duckdb } = targets[here]
    const natives = duckdb.files.map((name) => join(lockedPackage(root, duckdb.package), name))
    for (const library of librariesOf(built, ...natives)) {
      mkdirSync(join(bare, dirname(library)), { recursive: true })
      copyFileSync(library, join(bare, library))
    }
    alone(built, bare)
    const tables = sampleTables(bare).map((path) => path.slice(bare.length))
    mkdirSync(join(bare, 'tmp'))
    chmodSync(join(bare, 'tmp'), 0o1777)
    mkdirSync(join(bare, 'work'))
    chownSync(join(bare, 'work'), nobody, nobody)
    expect(
      readdirSync(bare)
        .toSorted()
        .filter((name) => !name.startsWith('lib')),
    ).toEqual(['loggkoll', 'samples', 'tmp', 'work'])

    const inside = (...words: string[]) => {
      const { status, stdout, stderr } = spawnSync(
        'unshare',
        ['--net', 'chroot', `--userspec=${nobody}:${nobody}`, bare, '/loggkoll', ...words],
        { encoding: 'utf8', env: { PATH: process.env['PATH']! }, maxBuffer: 1 << 28 },
      )
      expect(status, stderr).toBe(0)
      return stdout
    }
    inside('init', '/work/kontroll', '--seed', 'ward-week')
    inside('-w', '/work/kontroll', 'ingest', ...tables)
    const week = ['--from', '2026-04-27', '--to', '2026-05-04']
    const audit = inside('-w', '/work/kontroll', '--format', 'json', 'audit', ...week)
    expect(AuditDocument.parse(JSON.parse(audit)).findings.length).toBeGreaterThan(100)
    inside('-w', '/work/kontroll', '-o', '/work/kontroll.html', 'report', 'audit')
    inside('-w', '/work/kontroll', '-o', '/work/tackning.pdf', 'report', 'coverage', '--year', '2026')
    inside('-w', '/work/kontroll', '-o', '/work/granskning.xlsx', 'review', 'export', '--unit', 'SE5560000000-U110')
    expect(readFileSync(join(bare, 'work/kontroll.html'), 'utf8')).toContain(
      'En träff är ett urvalskriterium, inte en misstanke',
    )
    expect(readdirSync(join(bare, 'tmp'))).toEqual([`loggkoll-native-${nobody}`])
    // The trail names the user by number, as no name is known.
    expect(inside('-w', '/work/kontroll', 'trail', 'list')).toContain(`uid ${nobody}`)
  })
})
