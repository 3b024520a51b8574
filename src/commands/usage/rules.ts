import type { Command } from 'commander'
import type { EvaluateOptions } from '../rules-evaluate.ts'
import { number, type Usage, withPeriod } from './shape.ts'

/** The rule book. */
export function addRuleCommands(program: Command, { add, act }: Usage): void {
  const book = program.command('rules').description('the rule book')
  add(book, 'list', 'the rules and their questions', ['loggkoll rules list']).action(
    act<[]>('rules list', async () => (await import('../rules.ts')).rulesList),
  )
  add(book, 'show <id>', 'a rule: law, words, parameters, SQL', ['loggkoll rules show own-family']).action(
    act<[string]>('rules show', async () => (await import('../rules.ts')).rulesShow),
  )
  add(book, 'new <id>', 'an own rule that works, to be changed: rule, query, cases', [
    'loggkoll -w kontroll rules new late-printing',
  ]).action(act<[string]>('rules new', async () => (await import('../rules-own.ts')).rulesNew))
  add(book, 'test [id]', 'do own rules answer their cases as expected? only then they are asked', [
    'loggkoll -w kontroll rules test late-printing',
  ]).action(act<[string | undefined]>('rules test', async () => (await import('../rules-own.ts')).rulesTest))
  add(book, 'docs <dir>', 'a page for each rule, in Swedish and English', [
    'loggkoll -w kontroll rules docs regler/',
  ]).action(act<[string]>('rules docs', async () => (await import('../rules-own.ts')).rulesDocs))
  withPeriod(
    add(book, 'evaluate', 'how well do the rules tell from chance, and from an answer key?', [
      'loggkoll -w kontroll rules evaluate --month 2026-03',
      'loggkoll -w kontroll rules evaluate --rule own-family neighbour --rounds 20',
      'loggkoll -w kontroll -v rules evaluate --key facit.csv',
    ]),
  )
    .option('--rule <id...>', 'only these rules')
    .option('--seed <n>', 'shuffle the patients by this number', number, 1)
    .option('--rounds <n>', 'shuffle so many times, and take the mean', number, 1)
    .option(
      '--key <file>',
      'what should be found: a CSV file with rule, expect (flag, clear), user_id, patient_id, day',
    )
    .option('--timings', 'say how long each step took')
    .action(act<[EvaluateOptions]>('rules evaluate', async () => (await import('../rules-evaluate.ts')).rulesEvaluate))
}
