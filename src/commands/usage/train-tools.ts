import type { Command } from 'commander'
import type { GradeOptions } from '../train-grade.ts'
import type { LessonOptions } from '../train-lesson.ts'
import type { Usage } from './shape.ts'

/** What a trainer uses beside the exercises themselves. @param train the command that they stand under */
export function addTrainTools(train: Command, { add, act }: Usage): void {
  add(train, 'grade [answers...]', 'mark what trainees have judged against the key of the exercise', [
    'loggkoll -w ovning/kontroll train grade --key facit.json',
    'loggkoll -w ovning/kontroll train grade svar-P-1f0c9a7be3d24c11.json --key facit.json.age -o resultat.pdf',
    'loggkoll -w ovning/kontroll train grade --trainee Anna=svar-a.json --trainee Bo=svar-b.xlsx --key facit.json --format json',
  ])
    .requiredOption('--key <file>', 'the answer key; a sealed one asks for its passphrase')
    .option(
      '--trainee <name=file>',
      'the answers of one trainee (may be repeated)',
      (one: string, known: readonly string[] | undefined) => [...(known ?? []), one],
    )
    .action(act<[string[], GradeOptions]>('train grade', async () => (await import('../train-grade.ts')).trainGrade))

  add(train, 'lesson [topic]', 'a short lesson: why we check, how to take out a log, or one of the rules', [
    'loggkoll train lesson why',
    'loggkoll -w kontroll train lesson own-family',
    'loggkoll -w kontroll train lesson how --write-local',
  ])
    .option('--write-local', 'make a page in the workspace to fill in with how you take out a log')
    .action(
      act<[string | undefined, LessonOptions]>(
        'train lesson',
        async () => (await import('../train-lesson.ts')).trainLesson,
      ),
    )
}
