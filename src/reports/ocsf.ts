import { Temporal } from 'temporal-polyfill'
import type { Finding } from '../model/finding.ts'
import type { Severity } from '../model/severity.ts'
import { line } from './json.ts'
import type { Reading } from './reading.ts'
import { ruleWords } from './rule-words.ts'
import type { StreamedFormat, Told } from './streamed.ts'

/** The version of the Open Cybersecurity Schema Framework that is written (schema.ocsf.io, of 3 August 2026). */
const ocsfVersion = '1.9.0'

const classUid = 2004
const severityIds: Record<Severity, number> = { info: 1, low: 2, medium: 3, high: 4, critical: 5 }
const severityNames = ['Unknown', 'Informational', 'Low', 'Medium', 'High', 'Critical']

const activities = { create: [1, 'Create'], update: [2, 'Update'], close: [3, 'Close'] } as const
const statuses = {
  new: [1, 'New'],
  inProgress: [2, 'In Progress'],
  suppressed: [3, 'Suppressed'],
  resolved: [4, 'Resolved'],
  deleted: [6, 'Deleted'],
} as const

/** Where a finding stands → what OCSF calls that it came to stand there, and how it stands. */
const states: Record<Finding['state'], { activity: keyof typeof activities; status: keyof typeof statuses }> = {
  new: { activity: 'create', status: 'new' },
  open: { activity: 'update', status: 'inProgress' },
  decided: { activity: 'close', status: 'resolved' },
  explained_later: { activity: 'close', status: 'resolved' },
  gone: { activity: 'close', status: 'deleted' },
}

/**
 * OCSF Detection Finding (class 2004), one a line. Texts say what is asked, never a sentence with somebody's name, and facts
 * that are texts stay here: they can be ids.
 */
export const ocsf: StreamedFormat = (reading, told) => ({
  head: () => '',
  finding: (finding) => line(detectionFinding(reading, told, finding)),
  tail: () => '',
})

function detectionFinding(reading: Reading, { now }: Told, finding: Finding): object {
  const { run } = reading.report.document
  const words = ruleWords(reading, finding.rule)
  const stands = finding.suppressed ? ({ activity: 'close', status: 'suppressed' } as const) : states[finding.state]
  const [activity_id, activity_name] = activities[stands.activity]
  const [status_id, status] = statuses[stands.status]
  const severity_id = severityIds[finding.severity]
  const [start, end] = [instant(finding.first_time, run.zone), instant(finding.last_time, run.zone)]
  return {
    activity_id,
    activity_name,
    category_uid: 2,
    category_name: 'Findings',
    class_uid: classUid,
    class_name: 'Detection Finding',
    type_uid: classUid * 100 + activity_id,
    type_name: `Detection Finding: ${activity_name}`,
    time: now,
    start_time: start,
    end_time: end,
    severity_id,
    severity: severityNames[severity_id],
    status_id,
    status,
    // A hit is a criterion for selection: a person decides, and nobody is to be woken.
    is_alert: false,
    message: words?.title ?? finding.rule,
    metadata: {
      version: ocsfVersion,
      product: { name: 'loggkoll', vendor_name: 'loggkoll', version: run.tool },
      correlation_uid: run.run_id,
      log_name: 'loggkoll audit',
    },
    finding_info: {
      uid: finding.finding_id,
      title: words?.title ?? finding.rule,
      ...(words ? { desc: words.question } : {}),
      analytic: {
        uid: finding.rule,
        name: finding.rule,
        version: String(finding.rule_version),
        type_id: 1,
        type: 'Rule',
      },
      types: ['Log control'],
      first_seen_time: start,
      last_seen_time: end,
      related_events_count: finding.event_count,
    },
    ...(finding.user_id === null ? {} : { evidences: [{ actor: { user: { uid: finding.user_id } } }] }),
    ...(finding.patient_id === null
      ? {}
      : { resources: [{ uid: finding.patient_id, type: 'Patient record', role_id: 1, role: 'Target' }] }),
    unmapped: {
      case_id: finding.case_id,
      state: finding.state,
      subject: finding.subject,
      opens: finding.opens,
      suppressed: finding.suppressed,
      day: finding.day,
      care_unit_id: finding.care_unit_id,
      relation_grade: finding.relation_grade,
      lookup_ids: finding.lookup_ids,
      facts: Object.fromEntries(Object.entries(finding.facts).filter(([, fact]) => typeof fact !== 'string')),
    },
  }
}

/** Milliseconds since 1970 of a wall-clock time in a zone. */
function instant(local: string, zone: string): number {
  return Temporal.PlainDateTime.from(local.replace(' ', 'T')).toZonedDateTime(zone).epochMilliseconds
}
