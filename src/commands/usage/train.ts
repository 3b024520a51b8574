import type { Command } from 'commander'
import type { Usage } from './shape.ts'
import { addTrainTools } from './train-tools.ts'

/** Practice: made-up logs with an answer key. */
export function addTrainCommands(program: Command, { add, act }: Usage): void {
  const train = program.command('train').description('practice: made-up logs with an answer key')
  add(train, 'scenarios', 'the practice cases: story, what there is to learn, size, minutes', [
    'loggkoll train scenarios',
  ]).action(act<[]>('train scenarios', async () => (await import('../train-scenarios.ts')).trainScenarios))
  addTrainTools(train, { add, act })
}
