import { sampleWords } from '../../language/sample/index.ts'
import { wordsFor } from '../../language/report/index.ts'
import { addDays } from '../../model/period.ts'
import type { ProtocolDraw, ProtocolRun } from '../../model/protocol-document.ts'
import { type Block, code, type Section } from '../printed/document.ts'
import { dayText, spanText } from '../moments.ts'
import type { ProtocolTelling } from './telling.ts'

/** How what was reviewed was chosen: population, method, seed, and what was drawn. */
export function selectionSection(telling: ProtocolTelling): Section {
  const { own, document } = telling
  const sources = new Set(document.parts.flatMap(({ cases }) => cases.map(({ source }) => source)))
  return {
    is: 'section',
    heading: own.selection.heading,
    blocks: [
      ...(sources.has('rules') || sources.size === 0 ? [{ is: 'paragraph' as const, text: own.selection.rules }] : []),
      ...(sources.has('target') ? [{ is: 'paragraph' as const, text: own.selection.target }] : []),
      ...document.draws.map((draw, place) => drawSection(telling, draw, place + 1)),
    ],
  }
}

function drawSection(telling: ProtocolTelling, draw: ProtocolDraw, place: number): Section {
  const { own, words, document } = telling
  const { selection, cases } = own
  const leftOut = draw.left_out.map(({ who, cause }) => `${who}: ${selection.causes[cause]}`)
  return {
    is: 'section',
    heading: selection.draw(draw.draw_id),
    blocks: [
      {
        is: 'facts',
        facts: [
          [selection.method, sampleWords(document.language).methods[draw.method]],
          [selection.unit, draw.unit ?? selection.allUnits],
          [selection.from, spanText({ words }, draw.from, addDays(draw.to, -1))],
          [selection.size, draw.size],
          [selection.population, own.count(draw.population)],
          [selection.drawn, own.count(draw.drawn)],
          [selection.seed, String(draw.seed)],
          [selection.hash, code(draw.population_sha256)],
          [selection.leftOut, leftOut.length === 0 ? selection.nobody : leftOut.join('; ')],
        ],
      },
      {
        is: 'table',
        name: `${selection.table} ${place}`,
        caption: selection.caption,
        columns: [
          { title: cases.id, share: 20 },
          { title: cases.who, share: 24 },
          { title: cases.whose, share: 24 },
          { title: selection.day, share: 14 },
          { title: selection.lookups, number: true, share: 8 },
          { title: selection.handedOut, share: 10 },
        ],
        rows: draw.items.map((item) => [
          code(item.case_id),
          item.who,
          item.whose,
          dayText({ words }, item.day),
          item.lookups,
          item.handed_out ? selection.yes : selection.no,
        ]),
      },
    ],
  }
}

/** The rules with versions and denominators, and how much of each could not be told. */
export function rulesSection(telling: ProtocolTelling): Section {
  const { own, document } = telling
  return {
    is: 'section',
    heading: own.rules.heading,
    blocks: [
      { is: 'paragraph', text: own.rules.means },
      ...document.runs.flatMap((run, place) => runBlocks(telling, run, place + 1)),
    ],
  }
}

function runBlocks({ own, words }: ProtocolTelling, run: ProtocolRun, place: number): Block[] {
  const { rules } = own
  const about = run.kept
    ? rules.about(run.run_id, own.partOf(run.explained ?? 0, run.lookups ?? 0))
    : rules.forgotten(run.run_id)
  return [
    { is: 'paragraph', text: about, look: 'small' },
    {
      is: 'table',
      name: place === 1 ? rules.table : `${rules.table} ${place}`,
      caption: rules.caption,
      columns: [
        { title: rules.rule, share: 46 },
        { title: rules.version, number: true, share: 11 },
        { title: rules.assessed, number: true, share: 14 },
        { title: rules.flagged, number: true, share: 15 },
        { title: rules.unknown, number: true, share: 17 },
      ],
      rows: run.rules.map((one) => {
        const isAnswered = one.outcome === 'answered'
        const causes = Object.entries(one.unknown_by_cause)
          .filter(([, amount]) => amount > 0)
          .map(([cause, amount]) => `${wordsFor(words.causes, cause)} (${own.count(amount)})`)
        return {
          cells: [
            one.title,
            one.version,
            ...[one.assessed, one.flagged, one.unknown].map((amount) => (isAnswered ? amount : null)),
          ],
          notes: [
            ...(one.outcome === 'not_applicable' ? [rules.notAsked] : []),
            ...(one.outcome === 'failed' ? [rules.failed] : []),
            ...(causes.length === 0 ? [] : [`${rules.causes(causes.join('; '))}.`]),
          ],
        }
      }),
    },
  ]
}

/** The files that the runs rest on. */
export function sourcesSection({ own, words, document }: ProtocolTelling): Section {
  const { sources } = own
  const inputs = new Map(document.runs.flatMap(({ inputs }) => inputs.map((one) => [`${one.sha256} ${one.file}`, one])))
  return {
    is: 'section',
    heading: sources.heading,
    blocks: [
      {
        is: 'table',
        name: sources.table,
        caption: sources.caption,
        empty: sources.none,
        columns: [
          { title: sources.file, share: 24 },
          { title: sources.kinds, share: 18 },
          { title: sources.system, share: 14 },
          { title: sources.rows, number: true, share: 10 },
          { title: sources.sha256, share: 34 },
        ],
        rows: [...inputs.values()].map(({ file, kind, source_system, rows, sha256 }) => [
          file,
          kind === null ? '' : kind === 'access' ? sources.access : wordsFor(words.tables, kind),
          source_system === null || source_system === 'default' ? sources.unnamed : source_system,
          rows,
          code(sha256),
        ]),
      },
    ],
  }
}
