import { Argument, type Command } from 'commander'
import { type Shell, shells } from '../completion-scripts.ts'
import type { Usage } from './shape.ts'

/** What a shell completes the command line by. */
export function addCompletionCommand(program: Command, { add, act }: Usage): void {
  add(program, 'completion', 'words for a shell to complete commands, options and ids by', [
    'loggkoll completion bash > ~/.local/share/bash-completion/completions/loggkoll',
    'loggkoll completion zsh > ~/.zfunc/_loggkoll',
    'loggkoll completion fish > ~/.config/fish/completions/loggkoll.fish',
  ])
    .addArgument(new Argument('<shell>').choices(shells))
    .action(act<[Shell]>('completion', async () => (await import('../completion.ts')).completion))
}
