// npm run evaluation: every practice case made, read in, audited and held against its key; docs/evaluation.md and its picture.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { scenarios } from '../src/training/scenarios/index.ts'
import { evaluationPage } from './evaluation/page.ts'
import { figuresOf, type Figures } from './evaluation/figures.ts'
import { regionPicture } from './evaluation/picture.ts'
import { play, type Played } from './evaluation/run.ts'

const seed = 11
const docs = join(import.meta.dirname, '..', 'docs')
const folder = mkdtempSync(join(tmpdir(), 'loggkoll-evaluation-'))
const only = process.argv.slice(2)
const played: Played[] = []
const figures: Figures[] = []
try {
  for (const scenario of scenarios.filter(({ id }) => only.length === 0 || only.includes(id))) {
    const one = await play(scenario, scenario.size, seed, join(folder, scenario.id))
    played.push(one)
    const { lookups, explained } = one.document.run
    console.error(`${scenario.id}: ${lookups} lookups, ${((100 * explained) / lookups).toFixed(1)} % explained`)
    for (const { item, cases, handed, rules } of one.outcomes)
      console.error(`  ${item.id} ${item.truth}: ${cases} cases, ${handed} handed out, ${rules.join(' ')}`)
    if (scenario.id === 'quiet-month' || scenario.id === 'stray-robot') figures.push(await figuresOf(one))
    rmSync(one.folder, { recursive: true, force: true })
  }
  // Of some cases only neither is whole.
  if (only.length === 0) {
    writeFileSync(join(docs, 'images', 'made-up-region.svg'), regionPicture(figures))
    writeFileSync(join(docs, 'evaluation.md'), evaluationPage(played, figures, seed))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
