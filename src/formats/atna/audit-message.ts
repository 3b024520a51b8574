// PLACEHOLDER so that the tree compiles; its owner replaces this file.
import type { StandardFormat } from '../record.ts'
export const dicomAuditMessage: StandardFormat = {
  id: 'dicom-audit',
  description: '',
  based_on: '',
  recognises: () => false,
  read: () => Promise.resolve(),
}
