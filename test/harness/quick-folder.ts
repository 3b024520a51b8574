import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const inMemory = '/dev/shm'
/** In bytes: what a machine can spare. */
const roomWanted = 4 * 2 ** 30

/**
 * Where tests make their folders: in memory where there is room, else where the machine has its temporary files. Each of
 * thousands of small stores is closed with a wait for the disk, a fifth of the time of a test.
 */
export function quickFolder(): string {
  if (!existsSync(inMemory)) return tmpdir()
  const { bavail, bsize } = statfsSync(inMemory)
  return bavail * bsize > roomWanted && startsPrograms(inMemory) ? inMemory : tmpdir()
}

/** Containers often mount it without that right, and some tests write a program and start it. */
function startsPrograms(folder: string): boolean {
  const place = mkdtempSync(join(folder, 'loggkoll-test-'))
  try {
    const program = join(place, 'nothing')
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 })
    return spawnSync(program).status === 0
  } finally {
    rmSync(place, { recursive: true })
  }
}
