import { keptFor } from '../report/kept-for.ts'
import { listedWith, numbersIn } from '../report/numbers.ts'
import type { CoverageWords } from './index.ts'

const { count, share, partOf, many } = numbersIn('en-GB', 'of')

/** What `report coverage` says, in English. */
export const en: CoverageWords = {
  count,
  share,
  partOf,
  listed: listedWith('and'),
  title: 'Coverage of the log review',
  shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  archive: (months) => `Kept for ${keptFor.en(months)}`,
  lead: (judged, staff) => `${partOf(judged, staff)} members of staff have been in a judged log review so far.`,
  nobody: 'No staff has any lookups in the period.',
  introduction:
    'Which units, and how many of the staff, the controls of the year have reached, and what is missing. A person is selected when drawn in a sample or found in a case that was handed out, judged when the case has been judged, and done when the control has been signed.',
  rule: 'The recurring control of a month is to be signed by the last day of the month after. Then it is late until it is signed. A signed control of a part of the month counts.',
  purpose:
    'Log review may not be used to check attendance or performance. Not having been reviewed yet says nothing of anyone.',
  states: {
    done: 'done',
    late: 'late',
    under_way: 'under way',
    not_started: 'not started',
    not_due: 'coming',
    nothing: 'no lookups',
    purged: 'log purged',
  },
  figures: {
    staff: 'Staff',
    staffNote: (active) => `${count(active)} with lookups`,
    selected: 'Selected',
    judged: 'Judged',
    signed: 'Done',
    late: 'Late controls',
    lateNote: 'units and months',
  },
  units: {
    heading: 'Units',
    caption: 'Staff that the controls have reached, unit by unit',
    sheet: 'Units',
    unit: 'Unit',
    staff: 'Staff',
    selected: 'Selected',
    judged: 'Judged',
    share: 'Share judged',
    signed: 'Done',
    central: 'Central review',
    none: 'No unit has any lookups in the period.',
  },
  months: {
    heading: 'The controls month by month',
    caption: "How far each unit has come with the month's control",
    sheet: 'Months',
    purged: 'purged',
    month: 'Month',
    bar: (month, done, late) => `${month}: ${done} done, ${count(late)} late`,
    dash: '– means that the unit has no lookups that month.',
    sums: 'Units in each state, month by month',
    sumsSheet: 'States',
    plot: 'Controls done and late',
    described: (done, late) =>
      `Bars over the months. ${many(done, 'control is done', 'controls are done')} and ${many(late, 'is late', 'are late')}.`,
  },
  missing: {
    heading: 'What is missing',
    caption: 'What is missing, unit by unit',
    sheet: 'Missing',
    notReviewed: 'Not judged yet',
    withoutReviewer: 'No reviewer',
    yes: 'missing',
    notByOwnUnit: 'Not reviewed at the unit',
    nobody: 'Nobody can review',
    nothing: 'Nothing is missing.',
  },
  notices: {
    heading: 'To be seen to',
    late: (amount) => `${many(amount, 'control is late', 'controls are late')}.`,
    withoutReviewer: (units) => `No reviewer is appointed for ${units}.`,
    central: (amount) =>
      `${many(amount, 'person', 'people')} cannot be reviewed by the unit's own reviewers (heads, next of kin) and are the central reviewer's.`,
    nobody: (amount) =>
      `${many(amount, 'person', 'people')} cannot be reviewed by any of the reviewers loaded. Appoint a deputy or a central reviewer.`,
    cases: (amount) => `${many(amount, 'case', 'cases')} cannot be judged by any of the reviewers loaded.`,
  },
  names: 'Who remains stands in the list: loggkoll report coverage --format csv',
}
