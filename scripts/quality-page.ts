import { enChecks } from '../src/language/quality/en-checks.ts'
import { qualityChecks } from '../src/model/quality-document.ts'
import * as limits from '../src/quality/thresholds.ts'
import type { Step } from '../src/quality/thresholds.ts'

const percent = (share: number): string => `${Number((share * 100).toFixed(2))} %`
const reached = (share: number): string => (share === 0 ? 'any' : `${percent(share)} or more`)

/** Share of the whole → what it is called. */
const steps: Readonly<Record<string, readonly Step[]>> = {
  'rows without one of the five fields': limits.missingField,
  'rejected rows': limits.rejectedRows,
  'known records that come back with other content': limits.conflictingRows,
  'rows of an unknown activity': limits.unknownActivity,
  'rows of another unknown code': limits.unknownOther,
  'running numbers that are missing': limits.missingNumbers,
  'rows that repeat another within a second': limits.nearDuplicates,
  'rows that were read before': limits.readBefore,
  'rows of lists that are not marked': limits.unmarkedLists,
  'rows with a day and no time of day': limits.dateOnly,
  'rows at midnight to the second': limits.midnight,
  'times in the hour that the clock leaves out': limits.impossibleHour,
  'times far from the rest, or ahead': limits.strayTimes,
  'rows outside what their file says it holds': limits.outsideClaim,
  'lookups of whom the registers do not know': limits.unknownParties,
  'lookups that the contacts do not speak for': limits.uncovered,
}

/** `docs/quality.md`: the questions put to the log as a whole, and from where on an answer is a remark. */
export function qualityPage(): string {
  return [
    '# Is the log fit for review?',
    '',
    '`loggkoll quality` puts thirteen questions to the log itself, before anyone is reviewed by it. Its report holds counts,',
    'days and units; never a person, never what a row says. An empty log is *cannot tell*, not fit.',
    '',
    '```console',
    '$ loggkoll -w kontroll quality --month 2026-04',
    '$ loggkoll -w kontroll quality -o loggkvalitet.html',
    '$ loggkoll -w kontroll -q quality --fail-on high --format json',
    '```',
    '',
    'With `--fail-on` the exit code is 3 when there is a remark at that severity or above, and when there are no events to',
    'ask about. The JSON is described by [quality-1.schema.json](schema/quality-1.schema.json).',
    '',
    'A severity is about the log, not about a person: `info` is no remark, `low` can be mended next time, `medium` belongs in',
    'the protocol of the control, `high` keeps a part of the log from being reviewed, `critical` the whole.',
    '',
    '## The questions',
    '',
    ...qualityChecks.flatMap((id) => {
      const { title, question, why, way } = enChecks[id]
      return [`### ${title}`, '', `\`${id}\` · **${question}**`, '', why, '', `*What to do.* ${way}`, '']
    }),
    '## From where on it is a remark',
    '',
    `Of fewer than ${limits.fewEvents} rows a share says little, and is never more than medium.`,
    '',
    '| share of | severity |',
    '|---|---|',
    ...Object.entries(steps).map(
      ([what, levels]) =>
        `| ${what} | ${levels.map(([share, severity]) => `${reached(share)}: ${severity}`).join('; ')} |`,
    ),
    '',
    '## Gaps',
    '',
    'What is usual is learnt from the log itself: the days of the same kind (working day, Saturday, Sunday and holiday) and the',
    `same hours at the same source or unit, in the period and ${limits.usualDays} days on both sides of it. A day without a row is`,
    `a gap where a source has at least ${limits.gapFloor.sourceDay} rows on most days of its kind, a unit at least`,
    `${limits.gapFloor.unitDay} on four days of five; a day with less than a quarter of the usual is thin. From ${limits.longGapDays}`,
    'days on the gap is long.',
    '',
    '`log_from` and `log_to` are what the log service says that it *holds* for the period asked for, no proof that everything',
    'was logged. Days in it without rows are asked about like others.',
    '',
  ].join('\n')
}
