import type { Entry, Noted } from '../model/review.ts'
import type { ReviewedCase } from './controls.ts'

type Decision = Noted<Entry<'decided'>>

/** A clock that is further ahead than this says nothing of when. */
const mostAhead = 24 * 3_600_000

/**
 * When a file of answers was saved, as far as its clock can be believed: not before its packet was handed out (a workbook
 * that keeps the time at which it was made), nor long after now.
 * @param saved_at as the file says
 * @param handed_at when its packet was handed out
 * @returns an instant, or null where nothing is known
 */
export function givenAt(saved_at: string, handed_at: string, now: Date): string | null {
  const saved = Date.parse(saved_at)
  if (Number.isNaN(saved) || saved <= Date.parse(handed_at) || saved > now.getTime() + mostAhead) return null
  return new Date(saved).toISOString()
}

/** When a reviewer said of a case again, in a later file, what was said before. */
export function saidAgain({ repeats }: ReviewedCase, reviewer: string): string[] {
  return repeats.flatMap(({ body }) => (body.reviewer === reviewer ? [body.given_at] : []))
}

/**
 * Was an answer given before what the same reviewer has judged since? Where the times do not tell, an answer that was
 * taken once and left behind is the old one, come again: who thinks it after all says so in a newer file.
 * @param given_at null where its file does not say
 * @param before the reviewer's judgements of the case, in the order in which they were kept
 */
export function isOld(
  given_at: string | null,
  before: readonly Decision[],
  again: readonly string[],
  isSame: (other: Entry<'decided'>) => boolean,
): boolean {
  const last = before.at(-1)
  if (!last) return false
  if (given_at !== null && latestGiven(before, again) > given_at) return true
  const left = before.filter(({ body }) => isSame(body))
  if (given_at === null || !isNewer(given_at, last)) return left.length > 0
  // The same file again: its clock is ahead of ours, by which something has been typed in since.
  return left.some(({ body }) => body.given_at === given_at || again.includes(given_at))
}

/** The latest instant that is known of a reviewer's judgements of a case; empty where none is. */
export function latestGiven(before: readonly Decision[], again: readonly string[]): string {
  return [...before.flatMap((one) => givenOf(one) ?? []), ...again].reduce((a, b) => (a > b ? a : b), '')
}

/** When a judgement was given; what was typed in is kept at once, a file of which nothing says when was saved before. */
function givenOf({ time, body }: Decision): string | undefined {
  return body.given_at ?? (body.packet_id === null ? time : undefined)
}

function isNewer(given_at: string, last: Decision): boolean {
  return given_at > (givenOf(last) ?? last.time)
}
