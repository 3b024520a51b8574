import { extname } from 'node:path'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { type AssessmentCause, type ExtractRequester, PatientExtract } from '../model/patient-extract.ts'
import { addDays, parseDay, type Period, period } from '../model/period.ts'
import { normalisePersonId } from '../model/person-id.ts'
import { toolVersion } from '../model/version.ts'
import { patientExtractWords } from '../language/patient-extract/index.ts'
import { extractFormats } from '../reports/patient-extract/index.ts'
import { isNoNumber, purgedText, tellExtract } from '../reports/patient-extract/telling.ts'
import { causesToAssess } from '../review/extract/disclosure.ts'
import { readAskedPatient, readCovers, readExtract } from '../review/extract/read-extract.ts'
import { purgedBefore } from '../store/purge.ts'
import { openStore } from '../workspace/workspace.ts'
import { revealed } from './audit.ts'
import { readable } from './make-report.ts'
import type { Session } from './session.ts'
import { readTypeface } from './typeface.ts'
import { noteOutput } from './write-report.ts'

export interface ReportPatientOptions {
  readonly patient: string
  readonly from?: string
  readonly to?: string
  readonly staffNames: 'on' | 'off'
  readonly requestedBy: ExtractRequester
  /** Why it may be given out, where that has to be assessed. */
  readonly assessed?: string
  readonly assessedBy?: string
  readonly assessedOn?: string
  readonly caseNumber?: string
  readonly reveal?: boolean
  readonly reason?: string
}

/** `report patient`: who has read a patient's record (PDL 8 kap. 5 §), and how its disclosure was assessed. */
export async function reportPatient(session: Session, options: ReportPatientOptions): Promise<Exit> {
  const { output } = session.options
  const ending = output === undefined || output === '-' ? 'html' : extname(output).slice(1)
  const format = readable(session.options.format ?? ending, extractFormats)
  const reveal = revealed(options)
  const assessed = options.assessed?.trim() || null
  const assessed_on = options.assessedOn === undefined ? null : parseDay(options.assessedOn, '--assessed-on')
  if (options.patient.trim() === '') throw new Fault(Exit.usage, '--patient is empty', 'give the number of the patient')
  const { id: patient_id } = normalisePersonId(options.patient, session.today)
  const store = await openStore(session.workspace, session.options.wait)
  try {
    const loaded = await readCovers(store)
    const days = chosenDays(loaded, options)
    const purged_before = await purgedBefore(store)
    const covers = coveredSince(loaded, purged_before)
    const { ids, name, ...about } = await readAskedPatient(store, patient_id, days)
    const { requestedBy: requested_by } = options
    const causes = causesToAssess({ ids, ...about }, requested_by, session.today)
    const staff_names = options.staffNames === 'on'
    const isAssessed = assessed !== null && options.assessedBy !== undefined
    // The sheet would say that it was the patient who asked.
    const isUnsaid = requested_by === 'self' && causes.includes('deceased')
    if (isUnsaid || (causes.length > 0 && !isAssessed)) {
      session.leaveTrail(0)
      throw notGivenOut(session, causes, { isUnsaid, isAssessed })
    }
    const { care_providers, zone, retention } = session.workspace.config
    const { withheld, ...read } = await readExtract(store, days, { staff_names, care_providers })
    const reasons = [assessed, reveal ? (options.reason ?? null) : null].filter((reason) => reason !== null)
    const trail_head = session.leaveTrail(read.readings.length, reasons.length > 0 ? reasons.join('; ') : null)
    const masked = about.protected && !reveal
    const extract = PatientExtract.parse({
      schema: 'loggkoll/patient-extract/1',
      tool: toolVersion,
      zone,
      prepared: session.io.now().toISOString(),
      ...days,
      patient: {
        patient_id: masked ? session.pseudonym('patient', ids.toSorted()[0]!) : patient_id,
        other_ids: masked ? [] : ids.filter((id) => id !== patient_id),
        name: masked ? null : name,
        masked,
      },
      covers,
      beyond_logs: reachesBeyond(covers, days),
      purged_before: purged_before !== null && days.from < purged_before ? purged_before : null,
      disclosure: {
        requested_by,
        staff_names,
        assessed_by: options.assessedBy ?? null,
        assessed_on: assessed_on ?? (options.assessedBy === undefined ? null : session.today),
        causes,
        assessed,
        withheld,
        case_number: options.caseNumber ?? null,
        archive_months: retention.protocols_months,
      },
      trail_head,
      ...read,
    })
    session.write(await extractFormats[format](extract, session.language, readTypeface))
    const ofPurge = purgedText(tellExtract(extract, session.language))
    if (ofPurge !== null) session.note(ofPurge)
    if (read.readings.length === 0) {
      session.note(nothingRead(session, extract))
      if (isNoNumber(extract)) session.note(patientExtractWords(session.language).noNumber)
    }
    noteOutput(session)
    return Exit.done
  } finally {
    store.close()
  }
}

/** The days asked for; what is not said is what the logs hold. @throws {Fault} 64, 65 */
function chosenDays(covers: PatientExtract['covers'], { from, to }: ReportPatientOptions): Period {
  const first = covers.map(({ first_day }) => first_day).toSorted()[0]
  const last = covers
    .map(({ last_day }) => last_day)
    .toSorted()
    .at(-1)
  if (first === undefined || last === undefined) {
    throw new Fault(Exit.data, 'there is no access log to look in', 'read one first: loggkoll ingest FILE')
  }
  return period(
    from === undefined ? first : parseDay(from, '--from'),
    to === undefined ? addDays(last, 1) : parseDay(to, '--to'),
  )
}

/** What is left of purged days is what was exempt: with it the log does not speak of these days. */
function coveredSince(loaded: PatientExtract['covers'], purged_before: string | null): PatientExtract['covers'] {
  if (purged_before === null) return loaded
  return loaded
    .filter(({ last_day }) => last_day >= purged_before)
    .map((one) => (one.first_day < purged_before ? { ...one, first_day: purged_before } : one))
}

/** Is a day asked for that no loaded log has? A system that was loaded for fewer days than another counts too. */
function reachesBeyond(covers: PatientExtract['covers'], days: Period): boolean {
  return covers.some(({ first_day, last_day }) => days.from < first_day || addDays(days.to, -1) > last_day)
}

/** Why nothing is given out yet: it is to be assessed, or nobody has said who asks for it. */
function notGivenOut(
  session: Session,
  causes: readonly AssessmentCause[],
  { isUnsaid, isAssessed }: { readonly isUnsaid: boolean; readonly isAssessed: boolean },
): Fault {
  const { sheet, listed, assessFirst, assessHow, deadAsksNothing, sayWhoAsks } = patientExtractWords(session.language)
  const why = isAssessed ? deadAsksNothing : assessFirst(listed(causes.map((cause) => sheet.cause[cause])))
  const wayOut = [...(isUnsaid ? [sayWhoAsks] : []), ...(isAssessed ? [] : [assessHow])]
  return new Fault(Exit.notAllowed, why, wayOut.join('; '))
}

function nothingRead(session: Session, extract: PatientExtract): string {
  const own = patientExtractWords(session.language)
  return own.none(
    own.listed(
      extract.covers.map(({ source_system, first_day, last_day }) =>
        own.covers(source_system, `${first_day} – ${last_day}`),
      ),
    ),
  )
}
