/** What a file of answers may ask of this machine: it holds a few hundred cases, and what the reviewer saw of them. */
export const answerLimits = {
  /** Bytes of the file. */
  file: 50_000_000,
  /** Bytes that a workbook becomes. */
  unpacked: 400_000_000,
  /** Rows of all sheets. */
  rows: 300_000,
  /** Bytes of JSON, and how deep it may be. */
  json: 20_000_000,
  depth: 10,
} as const
