import { type Command, Option } from 'commander'
import type { ExerciseOptions } from '../train-exercise.ts'
import { number, type Usage } from './shape.ts'
import { addTrainTools } from './train-tools.ts'

/** Practice: made-up logs with an answer key. */
export function addTrainCommands(program: Command, { add, act }: Usage): void {
  const train = program.command('train').description('practice: made-up logs with an answer key')
  add(train, 'scenarios', 'the practice cases: story, what there is to learn, size, minutes', [
    'loggkoll train scenarios',
  ]).action(act<[]>('train scenarios', async () => (await import('../train-scenarios.ts')).trainScenarios))

  add(train, 'new [dir]', 'an exercise: log, reference data, workspace, instructions; the answer key apart from it', [
    'loggkoll train new ovning --scenario slow-reader --key facit.json',
    'loggkoll --lang en train new exercise --scenario media-week --seed 7 --key key.json',
    'loggkoll --seal passphrase train new ovning --scenario hiding --key facit.json',
    'loggkoll -o ovning.html train new --self-study',
    'loggkoll -o ovning.zip train new --self-study --seed 7',
  ])
    .option('--scenario <id>', 'the practice case (train scenarios lists them)')
    .option(
      '--self-study',
      'twelve cases for one person, in a page (-o .html) or for a learning platform (-o .zip, SCORM 1.2)',
    )
    .option('--seed <n>', 'the same number makes the same log (default: a new one, printed)', number)
    .addOption(
      new Option('--size <size>', 'how large the log is (default: as the practice case is made for)').choices([
        'ward',
        'clinic',
        'hospital',
        'region',
      ]),
    )
    .addOption(keyOption())
    .action(
      act<[string | undefined, ExerciseOptions]>(
        'train new',
        async () => (await import('../train-exercise.ts')).trainExercise,
      ),
    )
  addTrainTools(train, { add, act })
}

/** The result of `train new` is its key, so that `--key` is its `--output`: private, whole or not at all, sealed with `--seal`. */
function keyOption(): Option {
  const option = new Option('--key <file>', 'where the answer key goes; --seal passphrase seals it')
  option.attributeName = () => 'output'
  return option
}
