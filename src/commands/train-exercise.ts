import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Session } from './session.ts'
import type { TrainNewOptions } from './train-new.ts'

export interface ExerciseOptions extends Partial<TrainNewOptions> {
  readonly selfStudy?: boolean
}

/** `train new`: a practice log in a folder, or with `--self-study` an exercise for one person in one page. */
export async function trainExercise(
  session: Session,
  folder: string | undefined,
  { selfStudy = false, scenario, ...rest }: ExerciseOptions,
): Promise<Exit> {
  if (selfStudy) {
    if (folder !== undefined || scenario !== undefined || rest.size !== undefined) {
      throw new Fault(
        Exit.usage,
        '--self-study takes no folder, scenario or size: it is one page',
        'loggkoll train new --self-study -o ovning.html',
      )
    }
    const { trainSelfStudy } = await import('./train-self-study.ts')
    return trainSelfStudy(session, rest.seed)
  }
  if (folder === undefined || scenario === undefined) {
    throw new Fault(
      Exit.usage,
      'an exercise takes a folder and a practice case',
      'loggkoll train new DIR --scenario ID --key FILE; loggkoll train scenarios lists the practice cases',
    )
  }
  const { trainNew } = await import('./train-new.ts')
  return trainNew(session, folder, { scenario, ...rest })
}
