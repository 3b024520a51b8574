import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { levels, writeLevel } from './samples/levels.ts'
import { writeLevelsReadme } from './samples/levels-readme.ts'
import { writeReadme } from './samples/readme.ts'
import { makeWardWeek } from './samples/ward-week.ts'
import { writeCsv, writeLog, writeTables } from './samples/write.ts'

/** The seed is part of the sample: the same one gives the same bytes. */
const seed = 'ward-week-1'

const samples = process.argv[2] ?? join(import.meta.dirname, '..', 'samples')
/** `samples/ward-week`, or the same in the folder given. */
const folder = join(samples, 'ward-week')
/** The answers lie apart, so that every CSV of the folder itself is one to read in. */
const key = join(folder, 'key')
mkdirSync(key, { recursive: true })
const sample = makeWardWeek(seed)
writeLog(folder, sample.log)
writeTables(folder, sample.world)
writeCsv(
  key,
  'expected',
  ['rule', 'user_id', 'patient_id', 'care_unit_id', 'day', 'severity', 'story'],
  sample.answers.map((row) => ({ ...row })),
)
writeCsv(
  key,
  'look-alikes',
  ['rule', 'user_id', 'patient_id', 'care_unit_id', 'day', 'story'],
  sample.stage.lookAlikes.map((row) => ({ ...row })),
)
writeReadme(folder, seed, sample)
console.log(
  `${folder}: ${sample.log.length} events, ${sample.answers.length} expected, ${sample.stage.lookAlikes.length} look-alikes`,
)
for (const level of levels) await writeLevel(samples, level)
writeLevelsReadme(samples)
console.log([...sample.grades].map(([grade, count]) => `${grade} ${count}`).join(', '))
