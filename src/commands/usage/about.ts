import type { Command } from 'commander'
import type { Usage } from './shape.ts'

/** What the program says of itself. */
export function addAboutCommands(program: Command, { add, act }: Usage): void {
  add(program, 'licences', 'the licences of the program and of all that it is made of', ['loggkoll licences'])
    .alias('licenses')
    .action(act<[]>('licences', async () => (await import('../licences.ts')).licences))
}
