// What the measurements keep in `bench-data`: made-up regions, which take long to make, and what was measured.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Bench } from './bench-result.ts'
import { measure } from './measure.ts'
import type { LogForm } from '../../src/training/region.ts'

export const root = resolve('bench-data')
const result = join(root, 'bench.json')

/** What was measured before; empty when nothing was. */
export function readBench(): Partial<Bench> {
  return existsSync(result) ? (JSON.parse(readFileSync(result, 'utf8')) as Partial<Bench>) : {}
}

/** Keeps what was measured now, beside what it says nothing of. */
export function writeBench(measured: Partial<Bench>): void {
  writeFileSync(result, `${JSON.stringify({ ...readBench(), ...measured }, null, 2)}\n`)
}

/** A made-up region of so many million events and days in a folder, made where it is not there whole. @returns where it lies */
export function madeRegion(folder: string, millions: number, days: number, form: LogForm): string {
  const [made, done] = [join(folder, 'made'), join(folder, 'done')]
  if (!existsSync(done)) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    measure('region', made, String(millions * 1e6), String(days), form)
    writeFileSync(done, '')
  }
  return made
}
