import { type Command, Option } from 'commander'
import { sampleMethods } from '../../model/review-words.ts'
import type { SampleOptions } from '../sample.ts'
import { number, type Usage, withPeriod, withReveal } from './shape.ts'

/** Selection by lot. */
export function addSampleCommands(program: Command, { add, act }: Usage): void {
  withReveal(
    withPeriod(
      add(program, 'sample', 'draw by lot what is to be reviewed, so that another can draw it again', [
        'loggkoll -w kontroll sample --method users --size 10% --by-unit --month 2026-03',
        'loggkoll -w kontroll sample --method rotation --unit SE5560000000-U110 --month 2026-03',
        'loggkoll -w kontroll --as SE5560000000-S007 sample --method lookups --size 20 --seed 4711',
        'loggkoll -w kontroll -o lista.txt sample --method users --size 10% --population --reveal --reason "omräkning"',
      ])
        .addOption(
          new Option('--method <method>', 'users or rotation (a day each), lookups, patients, unit-days')
            .choices(sampleMethods)
            .makeOptionMandatory(),
        )
        .option('--size <n>', 'a number or a share, rounded up: 12 or 10% (a rotation: a twelfth, and one)')
        .option('--seed <n>', 'draw by this number (default: a new one, printed and kept)', number)
        .option('--unit <id...>', 'only these units, each by itself')
        .option('--by-unit', 'each unit by itself')
        .option('--control <id>', 'into this control (default: the recurring one of the period)')
        .option('--dry-run', 'show what would be drawn, and keep nothing')
        .option('--population', 'print what is drawn from, and draw nothing (asks for --reveal)'),
    ),
  ).action(act<[SampleOptions]>('sample', async () => (await import('../sample.ts')).sample))
}
