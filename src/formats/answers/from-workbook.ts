import type { Answer, Answers } from '../../model/answers.ts'
import { Exit } from '../../model/exit.ts'
import { Fault } from '../../model/fault.ts'
import { openZip, type ZipEntry } from '../archive/zip-archive.ts'
import { isSpreadsheet } from '../archive/zip.ts'
import { readWholePart } from '../table/part-reader.ts'
import { sheetRows, type SheetRow } from '../table/sheet-rows.ts'
import { readWorkbook } from '../table/workbook.ts'
import { answersOf } from './case-rows.ts'
import { answerLimits } from './limits.ts'
import type { AnswerProblem } from './problem.ts'
import { plain, Words } from './words.ts'

/** A sheet with its rows, all of which are looked at. */
export interface ReadSheet {
  readonly name: string
  readonly rows: readonly SheetRow[]
}

/**
 * The answers of a filled-in workbook, whoever saved it and however it was sorted, cut and added to.
 * @throws {Fault} 65 when it is broken, locked, too large or a bomb, or when nothing says which packet it answers
 */
export async function answersOfWorkbook(
  path: string,
  shownAs: string,
  words: Words,
): Promise<{ answers: Answers; problems: AnswerProblem[] }> {
  const { sheets, saved } = await readSheets(path, shownAs)
  for (const { rows } of sheets) {
    for (const { cells } of rows) words.learn(cells[0] ?? '', cells[1] ?? '', cells[2] ?? '')
  }
  const problems: AnswerProblem[] = []
  const found = answersOf(sheets, words, problems)
  if (found === undefined) {
    throw new Fault(
      Exit.data,
      `${shownAs} holds no answers: it has no sheet with the ids of cases and a column to fill in`,
      'send the workbook that the packet was, or what its page saved',
    )
  }
  return {
    answers: {
      schema: 'loggkoll/answers/1',
      packet_id: idOf(sheets, words.packetNames, shownAs, 'packet'),
      control_id: idOf(sheets, words.controlNames, shownAs, 'control'),
      not_party: partyOf(sheets, words, problems),
      saved_at: saved,
      minutes: 0,
      answers: found satisfies Answer[],
    },
    problems,
  }
}

async function readSheets(path: string, shownAs: string): Promise<{ sheets: ReadSheet[]; saved: string }> {
  if (!(await isSpreadsheet(path, shownAs))) {
    throw new Fault(Exit.data, `${shownAs} is no workbook (.xlsx)`, 'send the file that was filled in, not packed')
  }
  const archive = await openZip(path, shownAs)
  try {
    const size = archive.entries.reduce((sum, entry) => sum + entry.size, 0)
    if (size > answerLimits.unpacked) {
      throw new Fault(Exit.data, `${shownAs} unpacks to more than ${answerLimits.unpacked / 1e6} MB`, 'no answers do')
    }
    const book = await readWorkbook(archive, shownAs)
    const sheets: ReadSheet[] = []
    let count = 0
    for (const sheet of book.sheets) {
      const rows: SheetRow[] = []
      for await (const some of sheetRows(book, sheet, shownAs, 'named')) {
        count += some.length
        if (count > answerLimits.rows) {
          throw new Fault(Exit.data, `${shownAs} has more than ${answerLimits.rows} rows`, 'no packet has as many')
        }
        rows.push(...some)
      }
      // A name of a sheet may hold anything, and is shown.
      sheets.push({ name: sheet.name.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD').slice(0, 31), rows })
    }
    return { sheets, saved: await savedAt(archive.entries, shownAs) }
  } finally {
    archive.close()
  }
}

/** When the workbook says that it was saved; empty when it does not, or says it still as it was made. */
async function savedAt(entries: readonly ZipEntry[], shownAs: string): Promise<string> {
  const part = entries.find(({ name }) => name === 'docProps/core.xml')
  if (!part) return ''
  const said = { created: '', modified: '' }
  let inside: keyof typeof said | undefined
  await readWholePart(part.content(), shownAs, {
    open: (name) => void (inside = name === 'created' || name === 'modified' ? name : undefined),
    text: (piece) => void (inside && (said[inside] += piece)),
    close: () => void (inside = undefined),
  })
  const time = Date.parse(said.modified.trim())
  return Number.isNaN(time) || time === Date.parse(said.created.trim()) ? '' : new Date(time).toISOString()
}

/** What stands to the right of a name. */
function besides(sheets: readonly ReadSheet[], names: ReadonlySet<string>): { text: string; place: string }[] {
  return sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ number, cells }) => {
      const at = cells.findIndex((cell) => cell !== undefined && names.has(plain(cell)))
      const value = at < 0 ? undefined : cells.slice(at + 1).find((cell) => cell !== undefined && cell.trim() !== '')
      return value === undefined ? [] : [{ text: value.trim(), place: `${name}!${number}` }]
    }),
  )
}

function idOf(sheets: readonly ReadSheet[], names: ReadonlySet<string>, shownAs: string, what: string): string {
  const ids = new Set(besides(sheets, names).map(({ text }) => text))
  if (ids.size === 0) {
    throw new Fault(
      Exit.data,
      `${shownAs}: nothing says which ${what} it answers`,
      'send the workbook with its first sheet, where the ids stand',
    )
  }
  if (ids.size > 1) {
    throw new Fault(
      Exit.data,
      `${shownAs} names more than one ${what}`,
      'the answers to each packet come in a workbook of their own',
    )
  }
  return [...ids][0]!
}

/** Was the line answered that the reviewer is neither party nor next of kin? */
function partyOf(sheets: readonly ReadSheet[], words: Words, problems: AnswerProblem[]): boolean {
  const said = besides(sheets, words.partyLines).map(({ text, place }) => ({
    place,
    answer: words.party.get(plain(text)),
  }))
  for (const { place, answer } of said) {
    if (answer === undefined) problems.push({ place, cause: 'unreadable_party', facts: {} })
  }
  const answers = new Set(said.map(({ answer }) => answer))
  if (answers.has(true) && answers.has(false)) {
    problems.push({ place: said.at(-1)!.place, cause: 'party_twice', facts: {} })
  }
  return answers.has(true) && answers.size === 1
}
