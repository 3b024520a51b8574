/** The steps that a reviewer may judge a case to need: a log alone proves little. */
export const verdicts = ['explained', 'ask', 'mistake', 'not_person', 'unjustified', 'undecidable'] as const
export type Verdict = (typeof verdicts)[number]

/** What an `explained` case is explained by. */
export const explanations = ['care', 'training', 'research', 'administration', 'log_review', 'other'] as const
export type Explanation = (typeof explanations)[number]

export const reviewerRoles = ['reviewer', 'deputy', 'second', 'central'] as const
export type ReviewerRole = (typeof reviewerRoles)[number]

/** Why a control is made beside the recurring ones. */
export const controlCauses = ['user', 'unit', 'watchlist', 'suspicion', 'patient_request'] as const
export type ControlCause = (typeof controlCauses)[number]

export const sampleMethods = ['users', 'lookups', 'patients', 'unit-days', 'rotation'] as const
export type SampleMethod = (typeof sampleMethods)[number]

/** The follow-up of an unjustified opening, in the order in which it is done. */
export const followUpSteps = [
  'log_secured',
  'search_widened',
  'employee_heard',
  'hr_informed',
  'dpo_informed',
  'police_report',
  'imy_notified',
  'ivo_notified',
  'patient_told',
  'closed',
] as const
export type FollowUpStep = (typeof followUpSteps)[number]
