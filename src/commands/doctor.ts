import { isWorkspace } from '../workspace/workspace.ts'
import { Exit } from '../model/exit.ts'
import { type Health, healthChecks, type HealthCode, healthCodes } from '../model/health.ts'
import { doctorJson, doctorTable } from '../reports/doctor.ts'
import { lookAtInstallation } from './doctor-installation.ts'
import { lookAtWorkspace } from './doctor-workspace.ts'
import { readable } from './make-report.ts'
import type { Session } from './session.ts'

/** What has been damaged or changed; anything else is a matter of settings. */
const damage: ReadonlySet<HealthCode> = new Set(['store_wrong', 'trail_broken', 'journal_broken'])

/** `doctor`: is this installation and workspace sound? 0 without faults, 65 where data are damaged, else 78. */
export async function doctor(session: Session): Promise<Exit> {
  const format = readable(session.options.format ?? 'table', { table: 1, json: 1 })
  const seen: Health[] = await lookAtInstallation()
  if (isWorkspace(session.folder)) seen.push(...(await lookAtWorkspace(session)))
  else seen.push({ check: 'config', code: 'no_workspace', facts: { folder: session.folder } })
  seen.sort((a, b) => healthChecks.indexOf(a.check) - healthChecks.indexOf(b.check))
  const language = languageOf(session)
  session.write(format === 'json' ? doctorJson(seen, language) : doctorTable(seen, language, session.io.columns ?? 80))
  const faults = seen.filter(({ code }) => healthCodes[code] === 'fault')
  if (faults.some(({ code }) => damage.has(code))) return Exit.data
  return faults.length > 0 ? Exit.config : Exit.done
}

/** A workspace with wrong settings says nothing of its language. */
function languageOf(session: Session): 'sv' | 'en' {
  try {
    return session.spokenLanguage
  } catch {
    return 'sv'
  }
}
