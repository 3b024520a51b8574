import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { packForDebian } from '../../scripts/shipping/debian-package.ts'
import { root } from '../harness/paths.ts'
import { isRoot, nobody, openFolder } from './executable.ts'

/** A Debian with what every Debian has, and no more; fetched from a mirror the first time. */
function bookworm(): string | undefined {
  const folder = join(root, 'build/bookworm')
  if (existsSync(join(folder, 'var/lib/dpkg/status'))) return folder
  rmSync(folder, { recursive: true, force: true })
  const made = spawnSync('debootstrap', ['--variant=minbase', 'bookworm', folder], { stdio: 'ignore' })
  return made.status === 0 ? folder : undefined
}

it.runIf(isRoot)(
  'the Debian package goes into a bare Debian, does the journey without a network, and goes out again',
  async ({ skip }) => {
    const debian = bookworm() ?? skip('debootstrap is not installed, or reaches no mirror')
    const archive = await packForDebian(root, 'linux-x64', openFolder())
    const inside = (uid: number, ...words: string[]) => {
      const { status, stdout, stderr } = spawnSync(
        'unshare',
        ['--net', 'chroot', `--userspec=${uid}:${uid}`, debian, ...words],
        { encoding: 'utf8', env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8' }, maxBuffer: 1 << 28 },
      )
      expect(status, stderr).toBe(0)
      return stdout
    }
    copyFileSync(archive, join(debian, 'tmp', basename(archive)))
    inside(0, 'dpkg', '--install', join('/tmp', basename(archive)))
    expect(inside(0, 'ls', '/usr/lib/systemd/system', '/usr/lib/sysusers.d', '/usr/lib/tmpfiles.d')).toMatch(
      /loggkoll-audit\.service\nloggkoll-audit\.timer\nloggkoll-failed@\.service\nloggkoll-ingest\.service/,
    )
    // Nothing of it is started by the package itself.
    expect(readdirSync(join(debian, 'var/lib/dpkg/info')).filter((name) => /^loggkoll\.(pre|post)/.test(name))).toEqual(
      [],
    )
    const work = join(debian, 'srv/loggkoll')
    rmSync(work, { recursive: true, force: true })
    mkdirSync(work)
    chownSync(work, nobody, nobody)
    chmodSync(work, 0o755)

    const sample = '/usr/share/doc/loggkoll/examples/ward-week'
    const tables = readdirSync(join(debian, sample)).filter((name) => name.endsWith('.csv'))
    const loggkoll = (...words: string[]) =>
      inside(nobody, '/usr/bin/loggkoll', '-w', '/srv/loggkoll/kontroll', ...words)
    inside(nobody, 'loggkoll', 'init', '/srv/loggkoll/kontroll', '--seed', 'ward-week')
    loggkoll('ingest', ...tables.sort().map((name) => `${sample}/${name}`))
    expect(loggkoll('audit', '--from', '2026-04-27', '--to', '2026-05-04')).toContain('inte en misstanke')
    loggkoll('-o', '/srv/loggkoll/tackning.pdf', 'report', 'coverage', '--year', '2026')
    expect(existsSync(join(work, 'tackning.pdf'))).toBe(true)

    inside(0, 'dpkg', '--purge', 'loggkoll')
    expect(execFileSync('find', [join(debian, 'usr'), '-name', '*loggkoll*'], { encoding: 'utf8' })).toBe('')
  },
)
