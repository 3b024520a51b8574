/** What a file may ask of this machine. A log record is short; what is far over these is broken, or made to do harm. */
export const limits = {
  /** Characters of one value (text, attribute, string). */
  value: 1_000_000,
  /** Characters of one record, with all it holds. */
  record: 16_000_000,
  /** Depth of elements, objects and arrays. */
  depth: 200,
} as const
