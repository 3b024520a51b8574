import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { AnswerProblem } from '../../../src/formats/answers/read-answers.ts'
import { answerVocabulary } from '../../../src/language/workbook/index.ts'
import { type AnswerColumn, answerColumns } from '../../../src/model/answer-vocabulary.ts'
import type { Answer } from '../../../src/model/answers.ts'
import { Fault } from '../../../src/model/fault.ts'
import { languages } from '../../../src/model/language.ts'
import { explanations, verdicts } from '../../../src/model/review.ts'
import { packetWorkbook } from '../../../src/reports/packet/workbook.ts'
import { packet } from '../../packet/fixture.ts'
import { answer, ids, letters, type MadeCell, read, workbookOf } from './filled.ts'

type Field = Exclude<AnswerColumn, 'case_id'>
const fields = answerColumns.filter((name): name is Field => name !== 'case_id')

/** A cell as somebody filled it in, and what it means; undefined is what nobody can read. */
interface Filled {
  readonly cell: MadeCell
  readonly means: string | null | undefined
}

/** Text that says something, and that looks like no error of a formula. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  // XML holds no control characters, and Excel writes `_x0041_` for a sign.
  .map((said) => said.replaceAll(/[\p{Cc}\p{Cs}\ufffe\uffff#_]/gu, ''))
  .filter((said) => said.trim() !== '')

const garbage = text.map((said): Filled => ({ cell: `?${said}?zz`, means: undefined }))
const empty = fc.constantFrom<Filled>(
  { cell: undefined, means: null },
  { cell: '', means: null },
  { cell: ' \u00a0', means: null },
  { cell: { xml: '<c s="1"/>' }, means: null },
)
const failed = fc.constant<Filled>({ cell: { xml: '<c t="e"><v>#NAME?</v></c>' }, means: undefined })

function misspelt(word: string): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom('', ' ', '\n', '\u00a0'),
      fc.constantFrom('', '.', ' ', '  '),
      fc.constantFrom('as', 'upper', 'lower', 'nfd'),
    )
    .map(([before, after, how]) => {
      const said =
        how === 'upper'
          ? word.toUpperCase()
          : how === 'lower'
            ? word.toLowerCase()
            : how === 'nfd'
              ? word.normalize('NFD')
              : word
      return before + said + after
    })
}

function chosen<Code extends string>(
  codes: readonly Code[],
  words: (language: 'sv' | 'en') => Readonly<Record<Code, string>>,
): fc.Arbitrary<Filled> {
  return fc
    .tuple(fc.constantFrom(...codes), fc.constantFrom(...languages, 'code' as const))
    .chain(([code, language]) =>
      misspelt(language === 'code' ? code : words(language)[code]).map((cell) => ({ cell, means: code })),
    )
}

const written: Readonly<Record<Field, fc.Arbitrary<Filled>>> = {
  verdict: fc.oneof(
    chosen(verdicts, (language) => answerVocabulary(language).verdicts),
    garbage,
    empty,
    failed,
  ),
  explanation: fc.oneof(
    chosen(explanations, (language) => answerVocabulary(language).explanations),
    garbage,
    empty,
    failed,
  ),
  due: fc.oneof(
    fc.integer({ min: 46_000, max: 47_000 }).chain((serial) => {
      const day = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
      return fc.constantFrom<Filled>(
        { cell: serial, means: day },
        { cell: day, means: day },
        { cell: `${day} 00:00`, means: day },
      )
    }),
    garbage,
    empty,
    failed,
  ),
  employee_answer: fc.oneof(
    text.map((said): Filled => ({ cell: said, means: said.trim() })),
    empty,
    failed,
  ),
  not_asked_reason: fc.oneof(
    text.map((said): Filled => ({ cell: said, means: said.trim() })),
    empty,
  ),
  comment: fc.oneof(
    text.map((said): Filled => ({ cell: said, means: said.trim() })),
    empty,
    failed,
  ),
}

const oneCase = fc.record({ case_id: fc.nat(12).map((number) => `C-${number}`), hasId: fc.boolean(), ...written })

const sheet = fc.record({
  language: fc.constantFrom(...languages),
  columns: fc.shuffledSubarray([...answerColumns, 'strange', 'told'] as const, { minLength: 9 }),
  from: fc.nat(3),
  above: fc.nat(4),
  cases: fc.array(oneCase, { maxLength: 8 }),
  gaps: fc.array(fc.nat(2), { maxLength: 8 }),
})

it('a workbook, however it was cut, moved and filled in, gives each answer or tells where it stands', async () => {
  await fc.assert(
    fc.asyncProperty(sheet, async ({ language, columns, from, above, cases, gaps }) => {
      const { columns: titles } = answerVocabulary(language)
      const margin = Array.from({ length: from }, () => undefined)
      const rows: MadeCell[][] = Array.from({ length: above }, (_, row) => [`Rad ${row}`])
      rows.push([
        ...margin,
        ...columns.map((name) => (name === 'strange' ? 'Egen kolumn' : name === 'told' ? 'Vem öppnade' : titles[name])),
      ])
      const placed = cases.map((one, place) => {
        for (let gap = gaps[place] ?? 0; gap > 0; gap--) rows.push([])
        rows.push([
          ...margin,
          ...columns.map((name) => {
            if (name === 'case_id') return one.hasId ? one.case_id : undefined
            if (name === 'strange') return 'x'
            return name === 'told' ? 'Karin' : one[name].cell
          }),
        ])
        return { one, row: rows.length }
      })
      const { answers, problems } = await read(workbookOf({ Start: ids, Fall: rows }))
      const seen = new Set<string>()
      const at = (name: (typeof columns)[number], row: number): string =>
        `Fall!${letters(from + columns.indexOf(name))}${row}`
      const causes = (place: string): string[] => causesAt(problems, place)
      for (const { one, row } of placed) {
        const filled = fields.filter((name) => one[name].means !== null)
        if (!one.hasId) {
          for (const name of filled) expect(causes(at(name, row))).toEqual(['row_without_case'])
          continue
        }
        // What nobody can read is told, in whichever row it stands.
        for (const name of filled.filter((name) => one[name].means === undefined))
          expect(causes(at(name, row))).toHaveLength(1)
        const taken = answers.answers.filter(({ case_id }) => case_id === one.case_id)
        expect(taken).toHaveLength(1)
        const wanted = answer(one.case_id, meantBy(one))
        const isSame = JSON.stringify(taken[0]) === JSON.stringify(wanted)
        const saysNothing = JSON.stringify(wanted) === JSON.stringify(answer(one.case_id))
        if (!isSame && !saysNothing) expect(causes(`Fall!${row}`)).toEqual(['case_twice'])
        seen.add(one.case_id)
      }
      expect(new Set(answers.answers.map(({ case_id }) => case_id))).toEqual(seen)
      // And nothing is told that is not so.
      const strange = placed.filter(({ one }) => one.hasId).length > 0 ? 1 : 0
      expect(problems.filter(({ cause }) => cause === 'unknown_column')).toHaveLength(strange)
    }),
    { numRuns: 300 },
  )
})

it('whatever bytes of a workbook are changed, it is read or refused', async () => {
  const whole = Buffer.from(await packetWorkbook(packet))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      fc.option(fc.nat(whole.length)),
      async (changes, end) => {
        const bytes = Buffer.from(whole)
        for (const [place, value] of changes) bytes[place] = value
        await readOrRefused(bytes.subarray(0, end ?? bytes.length))
      },
    ),
    { numRuns: 300 },
  )
})

it('whatever JSON is sent back, it is read or refused', async () => {
  const field = fc.oneof(fc.constantFrom<unknown>(...verdicts, null, '2026-06-15', 'x'), fc.jsonValue())
  const some = fc.record(
    {
      case_id: fc.oneof(fc.constantFrom('C-1', 'C-2'), fc.jsonValue()),
      verdict: field,
      explanation: field,
      comment: field,
      due: field,
      employee_answer: field,
      not_asked_reason: field,
      more: field,
    },
    { requiredKeys: [] },
  )
  const envelope = fc.record(
    {
      schema: fc.constant('loggkoll/answers/1'),
      packet_id: fc.constant('P-1'),
      control_id: fc.constant('K-1'),
      not_party: fc.oneof(fc.boolean(), fc.jsonValue()),
      minutes: fc.jsonValue(),
      answers: fc.array(fc.oneof(some, fc.jsonValue())),
    },
    { requiredKeys: ['schema', 'packet_id', 'control_id', 'answers'] },
  )
  await fc.assert(
    fc.asyncProperty(envelope, async (value) => {
      const result = await readOrRefused(JSON.stringify(value))
      if (!result) return
      // Each item is an answer, or told: as a whole, field by field, or as one more of the same case.
      for (const [place, item] of value.answers.entries()) {
        const id = typeof item === 'object' && item !== null && 'case_id' in item ? item.case_id : undefined
        const isTaken = typeof id === 'string' && result.answers.answers.some(({ case_id }) => case_id === id.trim())
        const isTold = result.problems.some((problem) => problem.place === `answers[${place}]`)
        expect(isTaken || isTold).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})

function meantBy(one: Readonly<Record<Field, Filled>>): Partial<Answer> {
  return Object.fromEntries(fields.map((name) => [name, one[name].means ?? (name === 'comment' ? '' : null)]))
}

function causesAt(problems: readonly AnswerProblem[], place: string): string[] {
  return problems.filter((problem) => problem.place === place).map(({ cause }) => cause)
}

async function readOrRefused(content: string | Uint8Array): Promise<Awaited<ReturnType<typeof read>> | undefined> {
  try {
    return await read(content)
  } catch (error) {
    expect(error).toBeInstanceOf(Fault)
    expect((error as Fault).exit).toBe(65)
    return undefined
  }
}
