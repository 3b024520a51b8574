import { randomInt } from 'node:crypto'
import { extname } from 'node:path'
import { studyWords } from '../language/study/index.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { studyPage } from '../reports/study/html.ts'
import { makeStudy } from '../reports/study/make-study.ts'
import { scormPackage } from '../reports/study/scorm.ts'
import { studyCases } from '../training/cases/index.ts'
import { chooseCases } from '../training/choose-cases.ts'
import { onlyWords } from './only-words.ts'
import type { Session } from './session.ts'

/** `train new --self-study -o FILE`: an exercise for one person in one page (`.html`), or for a learning platform (`.zip`). */
export async function trainSelfStudy(session: Session, given: number | undefined): Promise<Exit> {
  onlyWords(session)
  const { output } = session.options
  const ending = output === undefined || output === '-' ? '.html' : extname(output).toLowerCase()
  if (!['.html', '.htm', '.zip'].includes(ending)) {
    throw new Fault(
      Exit.usage,
      `a self-study is a page or a package, and ${output} is neither`,
      'name it -o ovning.html, or -o ovning.zip for a learning platform (SCORM 1.2)',
    )
  }
  const language = session.spokenLanguage
  const seed = given ?? randomInt(1, 1_000_000)
  const page = studyPage(makeStudy(chooseCases(studyCases, seed), language), language)
  session.write(ending === '.zip' ? await scormPackage(page, seed, language) : page)
  if (output !== undefined && output !== '-') {
    session.note(studyWords(language).made.replace('{file}', output).replace('{seed}', String(seed)))
  }
  return Exit.done
}
