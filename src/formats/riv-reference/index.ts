// PLACEHOLDER so that the tree compiles; its owner replaces this file.
import type { StandardFormat } from '../record.ts'
export const rivReferenceFormats: readonly StandardFormat[] = []
