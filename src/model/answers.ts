import { z } from 'zod'
import { explanations, verdicts } from './review.ts'

/** Letters of a text that a reviewer writes, at most. */
export const longestAnswer = 4000

/** What a reviewer answers of one case, before it is looked at: every field may still be empty. */
export const Answer = z.strictObject({
  case_id: z.string(),
  verdict: z.enum(verdicts).nullable(),
  explanation: z.enum(explanations).nullable(),
  comment: z.string().max(longestAnswer),
  due: z.iso.date().nullable(),
  /** What the employee said. */
  employee_answer: z.string().max(longestAnswer).nullable(),
  /** Why the employee was not asked. */
  not_asked_reason: z.string().max(longestAnswer).nullable(),
})
export type Answer = z.infer<typeof Answer>

/** What a reviewer's page saves: ids, verdicts and comments, and no names. */
export const Answers = z.strictObject({
  schema: z.literal('loggkoll/answers/1'),
  packet_id: z.string(),
  control_id: z.string(),
  /** The line of the first page was ticked: neither party nor next of kin. */
  not_party: z.boolean(),
  /** When it was saved: an instant, ISO 8601. */
  saved_at: z.string(),
  /** Minutes that the page was open and used. */
  minutes: z.number().nonnegative(),
  answers: z.array(Answer),
})
export type Answers = z.infer<typeof Answers>
