import { Temporal } from 'temporal-polyfill'
import { type VerdictWords, verdictWords } from '../../language/packet/index.ts'
import { type ProtocolWords, protocolWords } from '../../language/protocol/index.ts'
import { type ReportWords, reportWords } from '../../language/report/index.ts'
import { addDays } from '../../model/period.ts'
import type { ProtocolCase, ProtocolDocument, ProtocolPerson } from '../../model/protocol-document.ts'
import { dayText, spanText } from '../moments.ts'

/** A protocol with the words that it is told in. */
export interface ProtocolTelling {
  readonly document: ProtocolDocument
  readonly own: ProtocolWords
  readonly words: ReportWords
  readonly judged: VerdictWords
}

/** Opens a protocol for telling it in its language. */
export function tellProtocol(document: ProtocolDocument): ProtocolTelling {
  const { language } = document
  return {
    document,
    own: protocolWords(language),
    words: reportWords(language),
    judged: verdictWords(language),
  }
}

/** `4 mars 2026 kl. 15:10`, on the wall clock of the workspace. */
export function momentText({ document, words }: ProtocolTelling, instant: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(document.zone)
  return words.at(dayText({ words }, local.toPlainDate().toString()), local.toPlainTime().toString().slice(0, 5))
}

/** The period of the control, told from its first to its last day. */
export function controlPeriod({ document, words }: ProtocolTelling): string {
  return spanText({ words }, document.from, addDays(document.to, -1))
}

/** Somebody by name, title and id; a protected one by pseudonym alone. */
export function personText({ name, title, user_id }: ProtocolPerson): string {
  const known = [name, title].filter((one) => one !== null)
  return known.length === 0 ? user_id : `${known.join(', ')} (${user_id})`
}

/** How a case has been judged, or what it waits for. */
export function standingText({ own, judged }: ProtocolTelling, { status, verdict }: ProtocolCase): string {
  if (status !== 'closed') return own.cases.waits[status]
  return verdict === null ? own.cases.notJudged : judged.verdicts[verdict].name
}

/** When it was, and where. */
export function whenText({ own }: ProtocolTelling, { first, last }: ProtocolCase): string {
  if (first === '') return own.cases.forgotten
  return first === last || last === '' ? first : own.cases.span(first, last)
}
