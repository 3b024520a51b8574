import type { Language } from '../model/language.ts'
import { localMinute } from '../model/period.ts'

interface TrailWords {
  readonly time: string
  readonly os_user: string
  readonly as: string | null
  readonly command: string
  readonly arguments: readonly string[]
  readonly reason: string | null
  readonly rows_shown: number
  readonly journal?: { readonly lines: number } | undefined
}
interface Verdict {
  readonly sound: boolean
  readonly lines: number
  readonly purged: number
  readonly head: string
  readonly fault: { readonly line: number; readonly cause: 'unreadable' | 'changed' | 'order' } | null
  readonly missing_heads: readonly string[]
  readonly clock_back: readonly { readonly line: number; readonly from: string; readonly to: string }[]
}

interface JournalVerdict extends Verdict {
  readonly missing_lines: readonly [number, number] | null
}

function chainVerdict(what: string, verdict: Verdict, zone: string): string {
  const { fault, missing_heads, lines, purged, head, clock_back } = verdict
  if (fault) {
    const causes = {
      unreadable: 'går inte att läsa',
      changed: 'är ändrad',
      order: 'är flyttad, eller något före den är borttaget',
    }
    return `${what} är inte hel: rad ${fault.line} ${causes[fault.cause]}.`
  }
  if (missing_heads.length > 0) return `${what} är inte hel: slutet saknas (${missing_heads.join(', ')}).`
  const back = clock_back.map(
    ({ line, from, to }) =>
      `\n  rad ${line}: datorns klocka hade ställts tillbaka, från ${localMinute(from, zone)} till ${localMinute(to, zone)}`,
  )
  return `${what} är hel: ${lines} ${lines === 1 ? 'rad' : 'rader'}${purged > 0 ? ` (${purged} ${purged === 1 ? 'gallrad' : 'gallrade'})` : ''}, slutvärde ${head}${back.join('')}`
}

function journalVerdict(verdict: JournalVerdict, zone: string): string {
  if (verdict.fault || !verdict.missing_lines) return chainVerdict('Granskningsjournalen', verdict, zone)
  const [first, last] = verdict.missing_lines
  const lines = first === last ? `rad ${first}` : `rad ${first}–${last}`
  return `Granskningsjournalen är inte hel: ${lines}, som spårloggen har antecknat, saknas.`
}

/** How many rows were shown; or, in a line that was written after the journal, how far that has come. */
function trailRows({ rows_shown, journal }: TrailWords): string {
  const [what, count] = journal ? ['granskningsjournalen: ', journal.lines] : ['', rows_shown]
  return `${what}${count} ${count === 1 ? 'rad' : 'rader'}`
}

const sv = {
  madeWorkspace: (folder: string) =>
    `Arbetsytan ${folder} är skapad. Läs in loggar och register: loggkoll -w ${folder} ingest FIL…`,
  migrating: (from: number, to: number) =>
    `Arbetsytans databas är av en äldre form (${from}) och skrivs om till den nya (${to}). Avbryts det är den som förut.`,
  trailLine: (line: TrailWords) =>
    `${line.time}  ${line.os_user}${line.as ? ` (uppger sig vara ${line.as})` : ''}  ${line.arguments.join(' ')}  ${trailRows(line)}${line.reason ? `  skäl: ${line.reason}` : ''}`,
  trailVerdict: (verdict: Verdict, zone: string) => chainVerdict('Spårloggen', verdict, zone),
  journalVerdict,
  fault: 'Det här är ett fel i verktyget, inte i dina uppgifter.',
  wayOut: 'Gör så här',
}

function chainVerdictEn(what: string, verdict: Verdict, zone: string): string {
  const { fault, missing_heads, lines, purged, head, clock_back } = verdict
  if (fault) {
    const causes = {
      unreadable: 'cannot be read',
      changed: 'has been changed',
      order: 'has been moved, or something before it removed',
    }
    return `${what} is not whole: line ${fault.line} ${causes[fault.cause]}.`
  }
  if (missing_heads.length > 0) return `${what} is not whole: its end is missing (${missing_heads.join(', ')}).`
  const back = clock_back.map(
    ({ line, from, to }) =>
      `\n  line ${line}: the clock of the machine had been set back, from ${localMinute(from, zone)} to ${localMinute(to, zone)}`,
  )
  return `${what} is whole: ${lines} ${lines === 1 ? 'line' : 'lines'}${purged > 0 ? ` (${purged} purged)` : ''}, head ${head}${back.join('')}`
}

function journalVerdictEn(verdict: JournalVerdict, zone: string): string {
  if (verdict.fault || !verdict.missing_lines) return chainVerdictEn('The journal of the reviews', verdict, zone)
  const [first, last] = verdict.missing_lines
  const [lines, are] = first === last ? [`line ${first}`, 'is'] : [`lines ${first} to ${last}`, 'are']
  return `The journal of the reviews is not whole: ${lines}, which the trail has noted, ${are} missing.`
}

function trailRowsEn({ rows_shown, journal }: TrailWords): string {
  const [what, count, one, several] = journal
    ? ['journal of the reviews: ', journal.lines, 'line', 'lines']
    : ['', rows_shown, 'row', 'rows']
  return `${what}${count} ${count === 1 ? one : several}`
}

const en: typeof sv = {
  madeWorkspace: (folder) =>
    `The workspace ${folder} is made. Read logs and registers into it: loggkoll -w ${folder} ingest FILE…`,
  migrating: (from, to) =>
    `The store of the workspace is of an older schema (${from}), and is rewritten to the new one (${to}). If that is interrupted it is as before.`,
  trailLine: (line) =>
    `${line.time}  ${line.os_user}${line.as ? ` (claims to be ${line.as})` : ''}  ${line.arguments.join(' ')}  ${trailRowsEn(line)}${line.reason ? `  reason: ${line.reason}` : ''}`,
  trailVerdict: (verdict, zone) => chainVerdictEn('The trail', verdict, zone),
  journalVerdict: journalVerdictEn,
  fault: 'This is a fault in the tool, not in your data.',
  wayOut: 'Way out',
}

/** What commands say beside their results. */
export function commandWords(language: Language): typeof sv {
  return language === 'sv' ? sv : en
}
