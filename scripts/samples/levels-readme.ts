import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { addDays } from '../../src/model/period.ts'
import { scenarioOf } from '../../src/training/practice.ts'
import { levels } from './levels.ts'
import { writeText } from './write.ts'

const readers: Readonly<Record<string, string>> = {
  beginner: 'whoever reviews for the first time',
  reviewer: 'whoever has reviewed before: a week as it comes',
  'security-team': 'whoever runs the tool at night: a file a day, and a targeted control',
}

/** What lies in `samples/`, for whom, and what to type. */
export function writeLevelsReadme(samples: string): void {
  const rows = levels.map(({ name, scenario, seed, from, days }) => {
    const { title } = scenarioOf(scenario)
    return `| [\`${name}\`](${name}) | ${readers[name]} | ${title.en} (\`${scenario}\`, seed ${seed}) | ${from}, ${days} days | ${sizeOf(join(samples, name))} kB |`
  })
  const commands = levels.map(({ name, scenario, from, days }) => {
    const rules = (scenarioOf(scenario).rules ?? []).map((rule) => ` --rule ${rule}`).join('')
    return `    loggkoll init ${name} --seed ${name} && loggkoll -w ${name} ingest samples/${name}/*.csv*
    loggkoll -w ${name} audit --from ${from} --to ${addDays(from, days)}${rules}`
  })
  writeText(
    samples,
    'README.md',
    `# Samples

**Nobody in here exists.** Every personal number is one of Skatteverket's test numbers, or impossible. \`npm run samples\`
makes everything anew, with the same bytes.

| set | for | what happens | log | size |
|---|---|---|---|---:|
${rows.join('\n')}
| [\`ward-week\`](ward-week/README.md) | the demo and the tests: each rule's cases, with everything that five rules must find | a ward, a clinic and what lies round them | 2026-04-27, 7 days | ${sizeOf(join(samples, 'ward-week'))} kB |
| [\`sources\`](../docs/sources.md) | whoever fits a log of their own: a few rows of each known layout | – | – | ${sizeOf(join(samples, 'sources'))} kB |

The first three are cut out of practice cases (\`loggkoll train new\`, [the made-up region](../docs/made-up-region.md)): the log of
a ward as a journal system gives it, packed, with the reference data about those who are in it.

${commands.join('\n\n')}

\`key/key.json\` says what was planted and which step is right: \`loggkoll train grade --key\` reads it. Do not look there first.
\`key/findings.golden.csv\` is what \`audit --format csv\` says of the set with all rules; a test holds it.
The ids in it come from the key that \`--seed\` makes: without it each workspace has a key and ids of its own. For real logs leave
\`--seed\` out.
`,
  )
}

function sizeOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  const bytes = files
    .filter(({ name }) => !name.includes('golden'))
    .reduce((sum, { name, parentPath }) => sum + statSync(join(parentPath, name)).size, 0)
  return Math.round(bytes / 1000)
}
