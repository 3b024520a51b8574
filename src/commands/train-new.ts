import { randomInt } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { practiceWords } from '../language/practice/index.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Size } from '../training/scenario.ts'
import { control, scenarioOf, unitOf } from '../training/practice.ts'
import { makeWorkspace } from '../workspace/workspace.ts'
import { onlyWords } from './only-words.ts'
import { practiceFolders, writePractice } from './practice-files.ts'
import type { Session } from './session.ts'
import { exerciseSeed } from './train-key.ts'

export interface TrainNewOptions {
  readonly scenario: string
  readonly seed?: number
  readonly size?: Size
}

/** `train new DIR`: a practice log as a journal system gives it, reference data, a workspace, instructions; the key elsewhere. */
export async function trainNew(session: Session, folder: string, options: TrainNewOptions): Promise<Exit> {
  onlyWords(session)
  const scenario = scenarioOf(options.scenario, options.size)
  const size = options.size ?? scenario.size
  const seed = options.seed ?? randomInt(1, 1_000_000)
  keyApart(folder, session.options)
  claim(folder)
  const language = session.spokenLanguage
  const words = practiceWords(language)
  try {
    const key = await writePractice(folder, { scenario, size, seed })
    await makeWorkspace(join(folder, words.workspace), exerciseSeed({ scenario: scenario.id, seed }))
    writeFileSync(
      join(folder, words.file),
      words.instructions({
        title: scenario.title[language],
        brief: scenario.brief[language],
        minutes: scenario.minutes,
        month: control.month,
        unit: unitOf(scenario),
        ...practiceFolders,
        rules: scenario.rules ?? [],
      }),
      { mode: 0o600 },
    )
    session.write(`${JSON.stringify(key, null, 2)}\n`)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
  session.note(words.made({ folder, file: words.file, seed, key: keyFile(session.options) }))
  return Exit.done
}

/** @throws {Fault} 64 when no file is named for the key, or the trainee would get it too; 73 when another key lies there */
function keyApart(folder: string, options: Session['options']): void {
  const { output: key } = options
  if (key === undefined || key === '-') {
    throw new Fault(
      Exit.usage,
      'the answer key has no place',
      'name a file for it, apart from the exercise: --key FILE',
    )
  }
  if (`${real(key)}${sep}`.startsWith(`${real(folder)}${sep}`)) {
    throw new Fault(
      Exit.usage,
      '--key: the key would lie in the exercise itself',
      'keep it where the trainee does not look',
    )
  }
  const file = keyFile(options)
  // Without its key an exercise that trainees are at work on can no longer be marked.
  if (existsSync(file)) {
    throw new Fault(
      Exit.cannotWrite,
      `--key: ${file} is there already`,
      'it may be the key of another exercise: name a new file',
    )
  }
}

/** The file of the key, which a seal names anew. */
function keyFile({ output = '', seal }: Session['options']): string {
  return seal ? `${output}.age` : output
}

/** A path with the links on its way resolved, as far as it exists. */
function real(path: string): string {
  const whole = resolve(path)
  if (existsSync(whole)) return realpathSync(whole)
  const parent = dirname(whole)
  return parent === whole ? whole : join(real(parent), basename(whole))
}

function claim(folder: string): void {
  if (existsSync(folder) && (!statSync(folder).isDirectory() || readdirSync(folder).length > 0)) {
    throw new Fault(Exit.cannotWrite, `${folder} is not empty`, 'choose a new or an empty directory')
  }
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new Fault(Exit.cannotWrite, `${folder} cannot be written`, 'choose a directory that you may write to', error)
  }
}
