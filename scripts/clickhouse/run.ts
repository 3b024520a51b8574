import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { askCases } from '../../src/commands/rule-cases.ts'
import { ruleById, rules } from '../../src/rules/index.ts'
import { duckdbOnly } from './duckdb-only.ts'
import { ClickHouse } from './engine.ts'
import { installClickHouse } from './install.ts'
import { listen } from './listen.ts'
import { Tally } from './tally.ts'

// `npm run test:clickhouse [-- <rule> …]`: every case of every rule, and the cases of the reasons, asked of both engines.

const root = join(import.meta.dirname, '../..')
const cases = join(root, 'test/rules')
const chosen = process.argv.slice(2)
for (const id of chosen) if (!ruleById(id)) throw new Error(`there is no rule ${id}`)

const clickhouse = new ClickHouse(installClickHouse(join(root, '.clickhouse')))
console.log(`ClickHouse ${clickhouse.version()}; the same cases, the same SQL.`)
const [answers, made] = [new Tally(), new Tally()]
let asked = ''
listen(clickhouse, (heard) => {
  if (heard.query === 'audit/assess') answers.hear(asked, heard)
  else made.hear(`${heard.query} ${heard.table}`, heard)
})

for (const rule of rules.filter(({ id }) => chosen.length === 0 || chosen.includes(id))) {
  asked = rule.id
  await askCases(rule, rules, join(cases, rule.id))
}
if (chosen.length === 0) for (const name of ['each', 'strongest']) await askReasons(name)
clickhouse.close()

console.log(`\n${answers.table('rule')}\n\n${made.table('made for the rules by')}\n`)
console.log('Only DuckDB makes:')
for (const [table, why] of Object.entries(duckdbOnly)) console.log(`  ${table}: ${why}`)
const faults = [...answers.faults(), ...made.faults()]
console.log(faults.length === 0 ? '\nNo difference.' : `\n${faults.join('\n')}`)
process.exitCode = faults.length === 0 ? 0 : 1

/** The cases of the reasons, as a case of the rule that goes by them alone. */
async function askReasons(name: string): Promise<void> {
  const from = join(root, 'test/reasons', name)
  const place = mkdtempSync(join(tmpdir(), 'loggkoll-reasons-'))
  const folder = join(place, name)
  try {
    mkdirSync(folder)
    for (const file of readdirSync(from)) copyFileSync(join(from, file), join(folder, file))
    const log = parse(readFileSync(join(from, 'access-log.csv')), { columns: true }) as Record<string, string>[]
    const rows = log.map(({ reason: _reason, grade: _grade, cause: _cause, ...event }) => ({
      ...event,
      expect: 'clear',
      severity: '',
    }))
    writeFileSync(join(folder, 'access-log.csv'), stringify(rows, { header: true }))
    asked = `the reasons: ${name}`
    await askCases(ruleById('no-care-relation')!, rules, place)
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}
