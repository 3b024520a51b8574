import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { writeFiles } from './bundle.ts'
import { buildExecutable } from './executable.ts'
import { targets } from './targets.ts'

/** No address is known, and this top-level domain never is one. */
const maintainer = 'The loggkoll authors <loggkoll@loggkoll.invalid>'

/** The time of every file in the package: a fixed one, or two builds would differ. */
const madeOn = new Date('2026-01-01T00:00:00Z')

/** What Debian calls the targets. */
const architectures = { 'linux-x64': 'amd64', 'linux-arm64': 'arm64' } as const

/**
 * Packs the executable for Debian and Ubuntu, with its manual page, what completes its commands in a shell, the units of
 * systemd, none of them enabled, and the guides. The same source gives the same bytes.
 * @returns the path of the archive in the folder `to`
 */
export async function packForDebian(root: string, target: keyof typeof architectures, to: string): Promise<string> {
  const executable = await buildExecutable(root, targets[target], to)
  const work = mkdtempSync(join(to, 'debian-'))
  const at = (path: string) => join(work, path)
  const { name, version, description } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    string,
    string
  >
  const copy = (from: string, path: string) => {
    mkdirSync(dirname(at(path)), { recursive: true })
    cpSync(from, at(path), { recursive: true })
  }
  copy(executable, 'usr/bin/loggkoll')
  const guides = 'usr/share/doc/loggkoll'
  copy(`${executable}.cdx.json`, `${guides}/loggkoll.cdx.json`)
  for (const file of ['README.md', 'SECURITY.md', 'docs']) copy(join(root, file), `${guides}/${file}`)
  copy(join(root, 'samples/ward-week'), `${guides}/examples/ward-week`)
  const operations = join(root, 'docs/operations')
  for (const unit of readdirSync(operations).filter((file) => /\.(service|timer)$/.test(file))) {
    copy(join(operations, unit), `usr/lib/systemd/system/${unit}`)
  }
  for (const made of ['sysusers', 'tmpfiles']) {
    copy(join(operations, `loggkoll.${made}.conf`), `usr/lib/${made}.d/loggkoll.conf`)
  }
  const files = new Map<string, Buffer | string>([
    [`${guides}/copyright`, copyright(root)],
    [`${guides}/changelog.gz`, packed(readFileSync(join(root, 'CHANGELOG.md')))],
    [`${guides}/changelog.Debian.gz`, packed(debianChangelog(version!))],
  ])
  for (const [manual, path] of [
    ['docs/man/loggkoll.1', 'usr/share/man/man1/loggkoll.1.gz'],
    ['docs/man/sv/loggkoll.1', 'usr/share/man/sv/man1/loggkoll.1.gz'],
  ] as const) {
    files.set(path, packed(readFileSync(join(root, manual))))
  }
  for (const [shell, path] of [
    ['bash', 'usr/share/bash-completion/completions/loggkoll'],
    ['zsh', 'usr/share/zsh/vendor-completions/_loggkoll'],
    ['fish', 'usr/share/fish/vendor_completions.d/loggkoll.fish'],
  ] as const) {
    // The same on each platform, so this one's Node tells it.
    files.set(path, execFileSync(process.execPath, [join(root, 'src/cli.ts'), 'completion', shell]))
  }
  writeFiles(files, work)
  const bytes = sizeOf(work)
  writeFiles(
    new Map([
      [
        'DEBIAN/control',
        `Package: ${name}
Version: ${version}-1
Architecture: ${architectures[target]}
Maintainer: ${maintainer}
Installed-Size: ${Math.ceil(bytes / 1024)}
Depends: libc6 (>= 2.28), libgcc-s1 (>= 3.0), libstdc++6 (>= 8)
Section: admin
Priority: optional
Description: review of who opened which patient record, and why
 ${description}.
 .
 loggkoll reads access logs of health care, says of each lookup what explains
 it, and asks about those that nothing does. It has no network code: no data
 leaves the machine.
`,
      ],
    ]),
    work,
  )
  for (const entry of readdirSync(work, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    chmodSync(path, entry.isDirectory() || path === at('usr/bin/loggkoll') ? 0o755 : 0o644)
  }
  chmodSync(work, 0o755)
  const archive = join(to, `${name}_${version}-1_${architectures[target]}.deb`)
  execFileSync('dpkg-deb', ['--root-owner-group', '-Zxz', '-z1', '--build', work, archive], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, SOURCE_DATE_EPOCH: String(madeOn.getTime() / 1000) },
  })
  rmSync(work, { recursive: true })
  return archive
}

function copyright(root: string): string {
  return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: loggkoll
Comment: The executable holds parts of others. loggkoll licences prints their licences, and loggkoll.cdx.json beside this
 file lists them.

Files: *
Copyright: ${/Copyright \(c\) (.+)/.exec(readFileSync(join(root, 'LICENSE'), 'utf8'))![1]}
License: Expat
${readFileSync(join(root, 'LICENSE'), 'utf8')
  .trim()
  .split('\n')
  .slice(4)
  .map((line) => ` ${line === '' ? '.' : line}`)
  .join('\n')}
`
}

function debianChangelog(version: string): string {
  const day = madeOn.toUTCString().replace('GMT', '+0000')
  return `loggkoll (${version}-1) stable; urgency=medium\n\n  * See changelog.gz.\n\n -- ${maintainer}  ${day}\n`
}

/** As gzip packs it without a name and a time. */
function packed(content: Buffer | string): Buffer {
  return gzipSync(content, { level: 9 })
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce(
    (sum, path) => sum + statSync(join(folder, path)).size,
    0,
  )
}
