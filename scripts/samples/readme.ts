import { sceneKey, type Answer } from './answers.ts'
import type { LookAlike, PlantedScene } from './stage.ts'
import type { World } from './tables.ts'
import type { WardWeek } from './ward-week.ts'
import { writeText } from './write.ts'

/** What is in the folder, and what happens in it. */
export function writeReadme(folder: string, seed: string, sample: WardWeek): void {
  const { world, log, answers, stage } = sample
  const text = `# ward-week: a week at a made-up ward

One week of access log (Monday 2026-04-27 to Sunday 2026-05-03, with Walpurgis Eve on Thursday and the first of May on
Friday) from a medical ward, its clinic and the units around them, with the reference data that explain it.
**Nobody in here exists.** Every personal number is one of Skatteverket's published test numbers, the organisation
numbers, postal codes and reserve numbers belong to no one, and names are drawn from lists.

Made by \`scripts/make-samples.ts\` with the seed \`${seed}\`; the same seed gives the same bytes. The script grades every
lookup by its own reading of the design, apart from the tool's queries, and refuses to write a sample in which one of the
stories below does not come out as it is told.

## Files

| file | rows | holds |
|---|---|---|
| \`access-log.csv\` | ${log.length} | the log, as a Swedish journal system exports it: semicolons, Windows-1252, CRLF, local time |
${fileRows(world)}
| \`key/expected.csv\` | ${answers.length} | everything that the five rules ${rules} must flag, with its severity |
| \`key/look-alikes.csv\` | ${stage.lookAlikes.length} | what only looks like it: the rule must leave it alone (or, for \`protected-identity\`, list it as \`info\`) |
| \`key/findings.golden.csv\` | | what \`loggkoll audit --format csv\` says of the week, masked; a test holds it |

\`key/expected.csv\` is complete for the five rules. A story that begins with *Ordinary:* was not planted: wrong clicks,
questions over the phone, work after a shift. Contacts are thinned out in the months around the week. Other rules will find
things here too; nothing is promised about them.

## How well the week is explained

${gradeTable(sample.grades)}

The dietitian's unit has no contacts in the data, the app on a physician's phone logs no unit, and one patient is a test
patient: of those lookups nobody can tell.

## The units

${unitTable(world)}

Ward and emergency staff, the laboratory and home care work by roster; elsewhere the opening hours apply. The nurse Emil
Tornberg stops at the ward on Wednesday, the assistant nurse Linnea Mårdh has a protected identity, and Björn Hedenskog,
Daniel Eriksson, Jenny Vallgren and Rebecka Hjortvall have more than one assignment.

## What is planted

${plantedTable(stage.planted, answers, world)}

## What only looks like it

${lookAlikeTable(stage.lookAlikes, world)}

## How the sample reads the design

- Windows count from the kind of the contact's unit: 60 days after a ward's contact, 90 after a clinic's, 30 otherwise.
- Only a referral gives its sending end B+; an order does not. Only contacts that were not cancelled are *earlier contact* (C).
- A user with any shift in the roster is judged by shifts alone, at every unit. The eve and the holiday are closed days.
- A family name is rare with at most 3 bearers and common with at least 15; nobody in the log meets a name in between.
- A user's own record is not the record of a relative, and a robot's lookups are not judged by these rules.
`
  writeText(folder, 'README.md', text)
}

const rules = '`no-care-relation`, `protected-identity`, `off-hours`, `own-family` and `own-record`'

const holds: Readonly<Partial<Record<keyof World, string>>> = {
  staff: 'staff, one robot among them',
  assignment: 'who may work where, and for what',
  care_unit: 'the units below',
  patient: 'patients; six with protected identity, two who have died, one test patient',
  person_alias: 'reserve numbers that became personal numbers',
  relation: 'the register: children, parents, spouses, a sister',
  care_contact: 'visits, stays, orders and the rest, January to May and ahead',
  block: 'blocked records',
  block_override: 'what lifted a block',
  consent: 'consents to read what another provider wrote',
  shift: 'the roster, a week more on both sides',
  absence: 'holidays and sick leave',
  watchlist: 'people whom many are curious about',
  reviewer: 'who reviews which unit',
}

function fileRows(world: World): string {
  return Object.entries(holds)
    .map(([name, what]) => `| \`${name}.csv\` | ${world[name as keyof World].length} | ${what} |`)
    .join('\n')
}

function gradeTable(grades: WardWeek['grades']): string {
  const all = [...grades.values()].reduce((sum, count) => sum + count, 0)
  const explained = (['A+', 'A', 'B+', 'B', 'P'] as const).reduce((sum, grade) => sum + (grades.get(grade) ?? 0), 0)
  const order = ['A+', 'A', 'B+', 'B', 'P', 'C', 'E', 'cannot tell'] as const
  const share = ((100 * explained) / all).toFixed(1)
  return `| ${order.join(' | ')} | all | explained |
|${'---|'.repeat(order.length + 2)}
| ${order.map((grade) => grades.get(grade) ?? 0).join(' | ')} | ${all} | ${share} % |`
}

function unitTable(world: World): string {
  const rows = world.care_unit.map(
    (unit) =>
      `| \`${unit.care_unit_id}\` | ${unit.name} | ${unit.kind} | ${unit.opening || 'not known'} | ${unit.care_provider_name} |`,
  )
  return ['| unit | name | kind | opening | provider |', '|---|---|---|---|---|', ...rows].join('\n')
}

function plantedTable(planted: readonly PlantedScene[], answers: readonly Answer[], world: World): string {
  const rows = planted.map((scene) => {
    const found = answers
      .filter((answer) => sceneKey(answer) === sceneKey(scene))
      .map(({ rule, severity }) => `\`${rule}\` ${severity}`)
    return `| ${found.join('<br>')} | ${whoOf(world, scene.user_id)} | \`${scene.patient_id}\` | ${scene.day} | ${scene.story} |`
  })
  return ['| rule and severity | who | patient | day | story |', '|---|---|---|---|---|', ...rows].join('\n')
}

function lookAlikeTable(lookAlikes: readonly LookAlike[], world: World): string {
  const rows = lookAlikes.map(
    ({ rule, user_id, patient_id, day, story }) =>
      `| \`${rule}\` | ${whoOf(world, user_id)} | \`${patient_id}\` | ${day} | ${story} |`,
  )
  return ['| not this rule | who | patient | day | story |', '|---|---|---|---|---|', ...rows].join('\n')
}

function whoOf(world: World, userId: string): string {
  const staff = world.staff.find(({ user_id }) => user_id === userId)
  return `${staff?.given_name} ${staff?.family_name} \`${userId}\``
}
