import { execFileSync } from 'node:child_process'
import { onTestFinished, type TestContext } from 'vitest'
import { scratchFolder } from '../harness/program.ts'

/** A disk of its own in memory, so small that it can be filled; the test is skipped, and says so, where none may be mounted. */
export function smallDisk(context: TestContext, size: string): string {
  const folder = scratchFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    context.skip('no right to mount a small disk here')
  }
  onTestFinished(() => void execFileSync('umount', [folder]))
  return folder
}

/** Makes a small disk refuse all writing, or take it again. */
export function remount(folder: string, mode: 'ro' | 'rw'): void {
  execFileSync('mount', ['-o', `remount,${mode}`, folder])
}
