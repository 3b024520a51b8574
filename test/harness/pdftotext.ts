import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Are the programs of poppler installed, which read a PDF? */
export const hasPoppler = isInstalled()

if (!hasPoppler) console.warn('SKIPPED: pdftotext is not installed, so the pages of PDFs are not read.')

/** The text of each page of a PDF. */
export function pagesOf(pdf: Uint8Array): string[] {
  return withFile(pdf, (file) =>
    execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 1e8 }),
  )
    .split('\f')
    .slice(0, -1)
}

/** What a PDF says of itself, as `pdfinfo` prints it. */
export function infoOf(pdf: Uint8Array): string {
  return withFile(pdf, (file) =>
    execFileSync('pdfinfo', [file], { encoding: 'utf8', env: { ...process.env, TZ: 'UTC' } }),
  )
}

function withFile<T>(bytes: Uint8Array, work: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'loggkoll-pdf-'))
  try {
    const file = join(folder, 'it.pdf')
    writeFileSync(file, bytes)
    return work(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function isInstalled(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
