import { dicomAuditMessage } from './atna/audit-message.ts'
import { fhirAuditEvent } from './fhir/audit-event.ts'
import type { StandardFormat } from './record.ts'
import { rivAccessLog } from './riv/access-log.ts'
import { rivReferenceFormats } from './riv-reference/index.ts'

/** All formats that a standard describes, in the order in which they are asked whether a file is theirs. */
export const standardFormats: readonly StandardFormat[] = [
  rivAccessLog,
  ...rivReferenceFormats,
  fhirAuditEvent,
  dicomAuditMessage,
]
