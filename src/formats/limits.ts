/** What a file may ask of this machine. A log record is short; what is far over these is broken, or made to do harm. */
export const limits = {
  /** Characters of one value (text, attribute, string). */
  value: 1_000_000,
  /** Characters of one record, with all it holds. */
  record: 16_000_000,
  /** Depth of elements, objects and arrays. */
  depth: 200,
  /** Bytes that a packed file may become. */
  unpacked: 100_000_000_000,
  /** How many times its size a packed file may become, once it is large: no log packs that well, a bomb must. */
  ratio: 200,
  /** Bytes from which the ratio counts. */
  ratioFrom: 100_000_000,
  /** Files in an archive. */
  entries: 100_000,
  /** Bytes that the texts of a workbook, which are kept in memory while it is read, may take. */
  workbookTexts: 1_000_000_000,
  /** Bytes of one batch of an Arrow file, which is read as a whole. */
  batch: 1_000_000_000,
  /** Columns of a table. */
  columns: 1000,
  /** Resources that the events of a file may refer to; they are kept in memory. */
  referenced: 500_000,
} as const
