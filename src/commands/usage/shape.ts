import { type Command, InvalidArgumentError } from 'commander'
import type { Exit } from '../../model/exit.ts'
import type { Session } from '../session.ts'

/** What a command does; its code is loaded when it is called, so that `--help` does not wait for it. */
export type Act<Rest extends unknown[]> = (session: Session, ...rest: Rest) => Promise<Exit>

/** How the commands of a group are added. */
export interface Usage {
  /** A command with examples under its help. */
  readonly add: (parent: Command, usage: string, description: string, examples: readonly string[]) => Command
  /** What commander is to do: open a session, load the command, keep its exit code. */
  readonly act: <Rest extends unknown[]>(
    name: string,
    load: () => Promise<Act<Rest>>,
  ) => (...given: [...Rest, ...unknown[]]) => Promise<void>
}

/** The examples under the help of each command. */
export const examplesOf = new WeakMap<Command, readonly string[]>()

/** @throws {InvalidArgumentError} for anything but a whole number from 0 */
export function number(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('write a whole number from 0 up')
  return Number(text)
}

/** The period of a command: a half-open span of local days. */
export function withPeriod(command: Command): Command {
  return command
    .option('--from <date>', 'first day (default: the first in the store)')
    .option('--to <date>', 'the day after the last one')
    .option('--month <yyyy-mm>', 'a whole month')
}

/** What watches the program. */
export function withTelling(command: Command): Command {
  return command
    .option('--metrics <file>', 'write the numbers of the run for the textfile collector of Prometheus')
    .option('--syslog', 'write a line about the run to the system log, by the program logger')
}

/** The one way to see protected persons. */
export function withReveal(command: Command): Command {
  return command
    .option('--reveal', 'show protected persons (asks for --reason)')
    .option('--reason <text>', 'why they are shown; it is written to the trail')
}
