import type { Finding } from './findings.ts'
import { type Lookup, lookupKey } from './grade.ts'
import type { PlantedScene, Scene, Stage } from './stage.ts'

/** One row of expected.csv. */
export interface Answer extends Scene, Finding {
  readonly story: string
}

const severityOrder = ['high', 'medium', 'low', 'info']

/** Everything the five rules must flag. Each story has to come out just as it is told, or there is no sample. */
export function answersOf(
  stage: Stage,
  lookups: readonly Lookup[],
  findingsOf: (lookup: Lookup) => Finding[],
): Answer[] {
  const planted = new Map(stage.planted.map((scene) => [sceneKey(scene), scene]))
  const found = new Map<string, Finding[]>()
  const answers: Answer[] = []
  for (const lookup of lookups) {
    const findings = findingsOf(lookup)
    const key = lookupKey(lookup)
    found.set(key, findings)
    const scene = planted.get(key)
    if (scene) demandAsTold(scene, findings)
    for (const finding of findings) {
      answers.push({
        ...finding,
        user_id: lookup.staff.user_id,
        patient_id: lookup.patient,
        care_unit_id: lookup.unit,
        day: lookup.day,
        story: scene?.story ?? lookup.task.story ?? usualStory(finding),
      })
    }
  }
  for (const scene of stage.planted) if (!found.has(sceneKey(scene))) throw new Error(`not in the log: ${scene.story}`)
  for (const { rule, story, ...scene } of stage.lookAlikes) {
    const findings = found.get(sceneKey(scene))
    if (!findings) throw new Error(`not in the log: ${story}`)
    // Protected persons are listed whatever explains the lookup: what is in order is only information.
    if (findings.some((finding) => finding.rule === rule && finding.severity !== 'info'))
      throw new Error(`${rule} flags a look-alike: ${story}`)
  }
  return answers.sort(inOrder)
}

/** Findings that nobody planted: what is usual in a week, or follows from care. */
const usual: Readonly<Record<Finding['rule'], string>> = {
  'no-care-relation':
    'Ordinary: nothing in the data explains it; what the same user registered afterwards does not count.',
  'protected-identity': 'Opened within the care of a protected patient.',
  'off-hours': 'Ordinary: outside working hours.',
  'own-family': 'Ordinary: a tie to the patient.',
  'own-record': 'Ordinary: the user’s own record.',
}

function usualStory({ rule, severity }: Finding): string {
  if (rule !== 'protected-identity' || severity === 'info') return usual[rule]
  return 'Opened at a unit that has not met the protected patient itself, but is of the same clinic (B+).'
}

function demandAsTold({ expected, story }: PlantedScene, findings: readonly Finding[]): void {
  const told = Object.entries(expected)
    .map(([rule, severity]) => `${rule} ${severity}`)
    .sort()
    .join(', ')
  const came = findings
    .map(({ rule, severity }) => `${rule} ${severity}`)
    .sort()
    .join(', ')
  if (told !== came) throw new Error(`${story} Told: ${told}. Came: ${came}.`)
}

export function sceneKey({ user_id, patient_id, care_unit_id, day }: Scene): string {
  return [user_id, patient_id, care_unit_id, day].join('|')
}

function inOrder(a: Answer, b: Answer): number {
  return (
    a.rule.localeCompare(b.rule, 'en') ||
    severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
    sceneKey(a).localeCompare(sceneKey(b), 'en')
  )
}
