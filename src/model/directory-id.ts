/**
 * An id of a user or a unit as it is stored (queries/ingest/readers.sql): without blanks around it, and in capitals when
 * it is one of the directory (HSA), where small letters are the same.
 */
export function directoryId(text: string): string {
  const id = text.trim()
  return /^se./i.test(id) ? id.toUpperCase() : id
}
