import type { Severity } from '../model/severity.ts'

/** A share of the whole, and what it is to be called from there on. */
export type Step = readonly [share: number, severity: Severity]

/**
 * The law wants all five in every row, so one missing is worth a word. One in a thousand is a fault in some corner, one in
 * a hundred hides whole persons, one in twenty breaks a control by user or unit; where half is missing, the log does not
 * show it, which is what supervisors have ordered mended.
 */
export const missingField: readonly Step[] = [
  [0.5, 'critical'],
  [0.05, 'high'],
  [0.01, 'medium'],
  [0.001, 'low'],
]

/** Of fewer rows than this a share says little, so that it is never more than medium. */
export const fewEvents = 50

/** A useful field that is filled in fewer than one row in a hundred is not logged at all. */
export const absentField = 0.01

/** Rows that could not be read are lookups that nobody will ever see. */
export const rejectedRows: readonly Step[] = [
  [0.01, 'high'],
  [0.001, 'medium'],
  [0, 'low'],
]

/** A known record that comes back with another content was changed after it was written, or its id is no id. */
export const conflictingRows: readonly Step[] = [
  [0.01, 'high'],
  [0, 'medium'],
]

/** What was done is not known; the five fields ask for it. Other codes only make some questions blunter: one step less. */
export const unknownActivity: readonly Step[] = [
  [0.05, 'high'],
  [0.01, 'medium'],
  [0, 'low'],
]
export const unknownOther: readonly Step[] = [
  [0.05, 'medium'],
  [0, 'low'],
]

/** A missing running number is a row that was written and did not come. One is a fact; one in a hundred is no accident. */
export const missingNumbers: readonly Step[] = [
  [0.01, 'high'],
  [0.001, 'medium'],
  [0, 'low'],
]
/** A series of numbers must be this long, and hold this share of the source's rows, before its holes mean anything. */
export const seriesLength = 20
export const seriesShare = 0.95
/** Where more than half of the numbers are elsewhere, the file is an extract of a longer series. */
export const seriesDensity = 0.5
/** A running number follows the clock: so often, at least, the later number is the later row. */
export const seriesOrder = 0.9

/** Rows that come twice within a second double what someone seems to have done; a double click now and then is usual. */
export const nearDuplicates: readonly Step[] = [
  [0.2, 'medium'],
  [0.05, 'low'],
]
/** More than one row in twenty read before: someone delivers overlapping files. No harm, but a sign. */
export const readBefore: readonly Step[] = [[0.05, 'info']]

/** So many patients in a second are a list on a screen: the same number as the profiles mark. */
export const listPatients = 20
/** List views that nobody marked look like reading. */
export const unmarkedLists: readonly Step[] = [
  [0.01, 'medium'],
  [0, 'low'],
]

/** Rows with a day and no time of day cannot be held against shifts, nor be put in order. */
export const dateOnly: readonly Step[] = [
  [0.5, 'high'],
  [0.01, 'medium'],
  [0, 'low'],
]
/** Midnight to the second is one in 86 400; a pile there is a date that was given a time of day. */
export const midnight: readonly Step[] = [
  [0.01, 'medium'],
  [0.001, 'low'],
]
export const fewAtMidnight = 20
/** Times from the hour that the clock leaves out never were. */
export const impossibleHour: readonly Step[] = [
  [0.01, 'medium'],
  [0, 'low'],
]
/** Times far before or after the rest, or after today: wrong clocks and wrong centuries. */
export const strayTimes: readonly Step[] = [
  [0.001, 'medium'],
  [0, 'low'],
]
/** Rows before or after what their file says it holds. */
export const outsideClaim: readonly Step[] = [
  [0.01, 'medium'],
  [0, 'low'],
]
/** So many rows must share :00 before a log is said to tell no seconds: by chance it is one in 60 to that power. */
export const resolutionRows = 20
/** Days apart that make two stretches of a log; longer than any holiday. */
export const farDays = 45
/** A stretch with less than this share of the source's rows is stray, not a part of the log. */
export const farShare = 0.01

/** Days on both sides of the period from which is learnt what is usual: eight of each weekday. */
export const usualDays = 56
/**
 * Rows a day, or in a run of hours, that make silence mean something. A journal system's day has at least these; a unit's
 * must be larger, since one nurse on leave can silence a small one.
 */
export const gapFloor = { sourceDay: 20, unitDay: 100, sourceHours: 30, unitHours: 100 } as const
/** At how many other days (or hours) of the same kind there must be rows for silence to be unusual. */
export const gapUsual = { sourceDay: 0.5, unitDay: 0.8, hour: 0.9 } as const
export const gapOthers = { weekday: 3, group: 2, hour: 4 } as const
/** A day with less than a quarter of the usual, at sources where chance cannot do that. */
export const thinDay = { share: 0.25, floor: 200 } as const
/** A week of silence is no longer a bad night. */
export const longGapDays = 7

/** Who and what the registers do not know, as a share of lookups: from half on it is probably another kind of id. */
export const unknownParties: readonly Step[] = [
  [0.5, 'high'],
  [0.1, 'medium'],
  [0.01, 'low'],
]

/** Lookups at units and days that the loaded contacts do not speak for: of them the main question cannot be answered. */
export const uncovered: readonly Step[] = [
  [0.5, 'high'],
  [0.1, 'medium'],
  [0.01, 'low'],
]

/** Places listed for a remark; the rest are counted. */
export const mostPlaces = 5
