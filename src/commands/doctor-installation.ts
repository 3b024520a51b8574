import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Health } from '../model/health.ts'
import { toolVersion } from '../model/version.ts'
import { QueryError } from '../store/store-faults.ts'
import { Store } from '../store/store.ts'

/** What must be refused, by the query that tries it. */
const doors = ['install', 'read-outside', 'change-setting'] as const

/** Is the installation sound? Its versions, and whether DuckDB really refuses what it must. */
export async function lookAtInstallation(): Promise<Health[]> {
  const store = await Store.open({
    path: ':memory:',
    spill: join(tmpdir(), `loggkoll-doctor-${process.pid}`),
    memory: '256MB',
    threads: 1,
    waitSeconds: 0,
    readable: [],
    zone: 'Europe/Stockholm',
  })
  try {
    const { version } = await store.row('doctor/version', z.object({ version: z.string() }))
    const open: string[] = []
    for (const door of doors) if (!(await isRefused(store, door))) open.push(door)
    const facts = {
      tool: toolVersion,
      node: process.versions.node,
      duckdb: version,
      system: `${process.platform}-${process.arch}`,
    }
    return [
      { check: 'versions', code: 'versions', facts },
      open.length === 0
        ? { check: 'sandbox', code: 'sandbox_shut', facts: {} }
        : { check: 'sandbox', code: 'sandbox_open', facts: { doors: open.join(', ') } },
    ]
  } finally {
    store.close()
  }
}

/** Tries a door. That it fails for another reason, such as a missing network, does not make it shut. */
async function isRefused(store: Store, door: (typeof doors)[number]): Promise<boolean> {
  try {
    await store.run(`doctor/${door}`, { path: process.execPath })
    return false
  } catch (error) {
    return error instanceof QueryError && /Permission Error|locked/i.test(error.debugMessage)
  }
}
