import { listedWith, numbersIn } from '../report/numbers.ts'
import type { sv } from './sv.ts'

const { count, share, partOf, many } = numbersIn('en-GB', 'of')

/** What `train grade` says, in English. */
export const en: typeof sv = {
  count,
  share,
  partOf,
  listed: listedWith('and'),
  oneOf: listedWith('or'),
  title: 'Result of a practice log review',
  subtitle: (scenario, period) => `The exercise ${scenario}, ${period}`,
  madeUp:
    'All persons and events of the exercise are made up. The result says how an exercise went and nothing else; it is not used to judge anyone’s work.',
  namesNothing: (scenario, seed) =>
    `The answer key is of ${scenario} with the seed ${seed}, and names no lookup. See for yourself that it is this exercise.`,
  passed: (name) => `${name} has passed.`,
  notPassed: (name) => `${name} has not passed yet.`,
  nobody: 'No trainee was handed anything to review.',
  figures: {
    found: 'Unjustified, and caught',
    foundNote: 'asked about or judged unjustified',
    precision: 'Precision',
    precisionNote: 'of what was taken further was unjustified',
    steps: 'Right steps',
    stepsNote: (best) => `of these ${count(best)} the best one`,
    minutes: 'Minutes',
    minutesNote: (estimated) => `estimated ${count(estimated)}`,
    noMinutes: 'not measured',
  },
  requirements: {
    heading: 'To pass',
    sheet: 'Requirements',
    caption: 'What is required, and how it went',
    what: 'Requirement',
    is: 'Result',
    met: 'Met',
    yes: 'yes',
    no: 'no',
    words: {
      found: (limit, of) =>
        of === 0
          ? 'Catch what is unjustified (nothing of that kind was handed out)'
          : `Ask about or escalate at least ${count(limit)} of ${count(of)} unjustified${of < 5 ? ' (so few say little: do more exercises)' : ''}`,
      unheard: (limit) => `Judge at most ${count(limit)} justified lookup unjustified without hearing the employee`,
      judged: (limit, of) => `Judge at least ${count(limit)} of ${count(of)} cases`,
    },
  },
  groups: {
    parts: 'Part by part',
    partsCaption: 'How each part of the exercise went',
    partsSheet: 'Parts',
    part: 'Part',
    rules: 'Rule by rule',
    rulesCaption: 'How it went with what each rule ought to ask about',
    rulesSheet: 'Rules',
    rule: 'Rule',
    independent: 'planted without a thought of any rule',
    found: 'Unjustified, and caught',
    foundShort: (parts) => `${parts} unjustified caught`,
    accused: 'Justified, but judged unjustified',
    accusedShort: (parts) => `${parts} justified judged unjustified`,
    onlyGrey: 'grey',
    of: (part, whole) => (whole === 0 ? '–' : `${count(part)} of ${count(whole)}`),
  },
  misses: 'What was missed',
  noMisses: 'Nothing unjustified that was handed out was missed.',
  accused: 'Justified, but judged unjustified',
  noAccused: 'Nothing justified was judged unjustified.',
  others: 'Other steps that went wrong',
  remarks: 'Right, but another step would have been better',
  open: (amount) => `${many(amount, 'case is', 'cases are')} not judged.`,
  truths: {
    unjustified: 'unjustified',
    justified: 'justified',
    grey: 'grey: more than one answer is right',
    everyday: 'everyday of the exercise: nothing was planted',
  },
  notJudged: 'Not judged.',
  unheard: 'without hearing the employee',
  quoted: (text) => `“${text}”`,
  answered: (verdict) => `Judged: ${verdict}.`,
  better: (steps) => `Best: ${steps}.`,
  alsoRight: (steps) => `Right too: ${steps}.`,
  everydayStory:
    'The lookup belongs to the everyday of the made-up region. It has a reason, even where the log does not show it.',
  notHanded: {
    heading: 'What was never handed out',
    means:
      'This was planted in the log and lay in no packet. It is nobody’s miss, but it shows what the selection does not see.',
    none: 'All that was planted in the log lay in a packet.',
    causes: {
      not_asked: 'no rule asked about it, and the lot did not fall on it',
      outside: 'the rules saw it, but it found no room or had no reviewer',
    },
    planted: (part, whole) => `${partOf(part, whole)} of the unjustified that was planted lay in a packet.`,
  },
  agreement: {
    heading: 'How alike the trainees judged',
    sheet: 'Agreement',
    caption: 'Pairs of trainees who have judged the same cases',
    pair: 'Trainees',
    cases: 'Cases',
    agreed: 'Alike',
    alike: (parts) => `alike in ${parts}`,
    kappa: 'Kappa',
    noKappa: 'cannot be counted',
    means:
      'Cohen’s kappa is 1 when two judge everything alike, and 0 when they agree as much as chance would. The steps counted are close, ask, escalate and cannot be decided.',
    differ: 'Cases that were judged differently',
    bands: ['worse than chance', 'slight', 'fair', 'moderate', 'good', 'very good'],
  },
  trainer: 'Trainer',
}
