import type { StandardFormat } from '../record.ts'
import { bookings, careContacts, patientRelations } from './contacts.ts'
import { hsaCredentials, hsaEmployees } from './directory.ts'
import { puPersons, residents } from './population.ts'
import { blocks, consents } from './secrecy.ts'

/** The national services that reference data come from. */
export const rivReferenceFormats: readonly StandardFormat[] = [
  hsaEmployees,
  hsaCredentials,
  puPersons,
  residents,
  careContacts,
  bookings,
  patientRelations,
  blocks,
  consents,
]
