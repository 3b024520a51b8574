import { z } from 'zod'
import { currentRunIds } from '../../src/audit/current-run.ts'
import { gradeLookups } from '../../src/audit/grade-lookups.ts'
import { readRun } from '../../src/audit/keep-run.ts'
import { openStore, openWorkspace } from '../../src/workspace/workspace.ts'

/** What holds in a workspace: its findings and cases month by month, and the grade of every lookup. */
export interface Held {
  readonly findings: ReadonlyMap<string, string>
  readonly cases: ReadonlyMap<string, string>
  readonly grades: ReadonlyMap<string, string>
}

const Graded = z.object({
  lookup_id: z.string(),
  relation_grade: z.string().nullable(),
  reason_id: z.string().nullable(),
  relation_cause: z.string().nullable(),
  event_count: z.number(),
})

/** From which batch a row comes, and how far the contacts reached when a month was asked, depends on the nights. */
function plain(document: unknown): string {
  return JSON.stringify(document, (key: string, value: unknown) => {
    if (key === 'covers_from' || key === 'covers_to') return undefined
    if (key === 'source' && typeof value === 'string') return value.replace(/^(\w+):\d+(:\d+)?$/, '$1')
    return value
  })
}

/** Reads what holds. @param reviewing whose reviews explain what */
export async function readHeld(folder: string): Promise<Held> {
  const workspace = openWorkspace(folder)
  const store = await openStore(workspace, 10)
  const [findings, cases, grades] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string>()]
  try {
    for (const run_id of await currentRunIds(store)) {
      const run = await readRun(store, run_id)
      if (!run) throw new Error(`the run ${run_id} is not there`)
      const { from, to } = run.document.run
      for (const finding of run.document.findings) findings.set(`${from} ${finding.finding_id}`, plain(finding))
      for (const one of run.cases)
        cases.set(`${from} ${one.case_id}`, plain({ ...one, finding_ids: one.finding_ids.toSorted() }))
      const { relation, care_providers } = workspace.config
      await gradeLookups(store, { from, to }, { ...relation, care_providers })
      for (const row of await store.rows('audit/graded', Graded)) grades.set(row.lookup_id, JSON.stringify(row))
    }
  } finally {
    store.close()
  }
  return { findings, cases, grades }
}

/** Where two differ: what only one has, and what both have differently; the first few of each. */
export function differences(one: Held, other: Held, most = 5): string[] {
  return (['grades', 'findings', 'cases'] as const).flatMap((part) => {
    const [a, b] = [one[part], other[part]]
    const lines = [
      ...[...a].filter(([id]) => !b.has(id)).map(([id, text]) => `${part}: only the one has ${id} ${text}`),
      ...[...b].filter(([id]) => !a.has(id)).map(([id, text]) => `${part}: only the other has ${id} ${text}`),
      ...[...a]
        .filter(([id, text]) => b.has(id) && b.get(id) !== text)
        .map(([id, text]) => `${part}: ${id}\n  ${text}\n  ${b.get(id)}`),
    ]
    return lines.length === 0
      ? []
      : [`${part}: ${lines.length} of ${a.size} and ${b.size} differ`, ...lines.slice(0, most)]
  })
}
