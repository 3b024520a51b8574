import type { Command } from 'commander'
import { runProgram } from '../src/commands/program.ts'
import type { Language } from '../src/model/language.ts'
import { commandTree, helpIo } from './man-page.ts'

const words = {
  en: { title: 'Commands', made: 'The help of every command, as `loggkoll <command> --help` prints it.' },
  sv: { title: 'Kommandon', made: 'Hjälpen för varje kommando, så som `loggkoll <kommando> --help` skriver den.' },
}

/** A page with the help of every command in the tree. */
export async function commandsPage(language: Language): Promise<string> {
  const texts = [`# ${words[language].title}`, '', words[language].made, '']
  for (const path of pathsOf(commandTree(language))) {
    let text = ''
    await runProgram(
      ['--lang', language, ...path, '--help'],
      helpIo((part) => void (text += part)),
    )
    texts.push(`## loggkoll ${path.join(' ')}`.trim(), '', '```text', text.trim(), '```', '')
  }
  return texts.join('\n')
}

/** The words that lead to each command, the program itself first. */
function pathsOf(command: Command, path: readonly string[] = []): (readonly string[])[] {
  const below = command.commands.filter((one) => one.name() !== 'help')
  return [path, ...below.flatMap((one) => pathsOf(one, [...path, one.name()]))]
}
