import type { UnitDocument, UnitTask } from '../model/unit-document.ts'
import { localDate } from '../model/period.ts'
import { followUps } from './follow-up.ts'
import type { UnitReview } from './unit-figures.ts'
import { nextWorkingDay } from './working-days.ts'

/** What a head of unit has to do now, the most pressing first. */
export function unitTasks(
  review: UnitReview,
  { cases, unit_notice }: Pick<UnitDocument, 'cases' | 'unit_notice'>,
  zone: string,
): UnitTask[] {
  const { figures } = review
  const open = followUps(review.cases, (instant) => nextWorkingDay(instant, zone)).filter(({ isClosed }) => !isClosed)
  const untold = open.filter(({ steps }) => steps.some(({ step, day }) => step === 'imy_notified' && day === null))
  const waiting = new Set(review.cases.filter(({ status }) => status === 'second').map(({ case_id }) => case_id))
  const seconds = open.filter(({ case_id }) => waiting.has(case_id)).map(({ second_due }) => second_due)
  const answers = review.cases
    .filter(({ status }) => status === 'ask')
    .flatMap(({ decisions }) => decisions.at(-1)?.body.due ?? [])
  const task = (name: UnitTask['task'], amount: number, due: string | null = null, minutes = 0): UnitTask[] =>
    amount === 0 ? [] : [{ task: name, cases: amount, minutes, due }]
  const authority = untold.map(({ authority_due }) => localDate(new Date(authority_due), zone))
  const isPlanned = review.controls.length > 0
  const tasks = [
    ...task('data_first', unit_notice === null ? 0 : 1),
    ...task('follow_up', open.length, earliest(authority)),
    ...task('second', figures.second, earliest(seconds)),
    ...task('answers', figures.asked, earliest(answers)),
    ...task('judge_again', figures.disagreed),
    ...task('judge', figures.open, null, minutesLeft(review)),
    ...task('sign', review.toSign ? figures.handed_out : 0),
    ...task('plan', isPlanned ? 0 : cases.selected, null, cases.minutes),
    ...task('hand_out', isPlanned && review.packets.length === 0 ? Math.max(0, cases.selected - figures.central) : 0),
  ]
  return tasks.length > 0 ? tasks : [{ task: 'no_task', cases: 0, minutes: 0, due: null }]
}

function earliest(days: readonly string[]): string | null {
  return days.toSorted()[0] ?? null
}

/** What remains of the time that was reckoned with, by how many cases remain. */
function minutesLeft({ figures }: UnitReview): number {
  return figures.handed_out === 0 ? 0 : Math.ceil((figures.minutes * figures.open) / figures.handed_out)
}
