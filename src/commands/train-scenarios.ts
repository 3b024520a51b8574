import { Exit } from '../model/exit.ts'
import { scenarioList } from '../reports/scenario-list.ts'
import { scenarios } from '../training/scenarios/index.ts'
import { readable } from './make-report.ts'
import type { Session } from './session.ts'

/** `train scenarios`: the practice cases, with what there is to learn from each. It tells what is in them. */
export function trainScenarios(session: Session): Promise<Exit> {
  const format = readable(session.options.format ?? 'table', { table: 1, json: 1 })
  const language = session.spokenLanguage
  session.write(
    scenarioList(
      scenarios.map(({ id, title, story, learn, size, minutes }) => ({
        id,
        title: title[language],
        story: story[language],
        learn: learn[language],
        size,
        minutes,
      })),
      language,
      format,
    ),
  )
  return Promise.resolve(Exit.done)
}
