import { type Command, Option } from 'commander'
import { severities } from '../../model/severity.ts'
import type { AuditOptions } from '../audit.ts'
import type { ExplainOptions } from '../explain.ts'
import type { ListOptions } from '../lists.ts'
import type { QueryOptions } from '../query.ts'
import { number, type Usage, withPeriod, withReveal, withTelling } from './shape.ts'

/** What asks the log, and what says what was asked. */
export function addControlCommands(program: Command, { add, act }: Usage): void {
  withTelling(
    withReveal(
      withPeriod(
        add(program, 'audit', "put the rules' questions to the lookups of a period", [
          'loggkoll -w kontroll audit --month 2026-03',
          'loggkoll -w kontroll audit --from 2026-03-01 --to 2026-03-08 --format json --fail-on high',
          'loggkoll -w kontroll -q audit --new --fail-on high --run-report natt.json',
        ]),
      ),
    ),
  )
    .option('--rule <id...>', 'only these rules')
    .addOption(new Option('--min-severity <severity>', 'show only findings at or above').choices(severities))
    .addOption(
      new Option('--fail-on <severity>', 'exit with 3 when there is a finding at or above').choices(severities),
    )
    .option('--budget <n>', 'hand out at most so many cases for each unit', number)
    .option('--new', 'ask again only the months that can have other answers since the last time, and say what is new')
    .option('--run-report <file>', 'write what a night has changed, as JSON without persons (with --new)')
    .option('--timings', 'say how long each step took')
    .action(
      act<[AuditOptions]>('audit', async () =>
        (await import('../tell-run.ts')).telling((await import('../audit.ts')).audit),
      ),
    )

  withReveal(
    add(program, 'explain [id]', 'what speaks for and against a lookup, each sentence with its row', [
      'loggkoll -w kontroll explain F-3f9a1c2b7d4e5f60',
      'loggkoll -w kontroll explain --user SE5560000000-1A2B --patient 20170101-2393',
    ]),
  )
    .option('--user <id>', 'a user')
    .option('--patient <id>', 'a patient')
    .action(act<[string | undefined, ExplainOptions]>('explain', async () => (await import('../explain.ts')).explain))

  for (const [name, what, load] of [
    ['findings', 'the findings of the latest run', async () => (await import('../lists.ts')).listFindings],
    [
      'cases',
      'its cases, in the order in which they are handed out',
      async () => (await import('../lists.ts')).listCases,
    ],
  ] as const) {
    withReveal(
      add(program, name, what, [
        `loggkoll -w kontroll ${name} --state new --unit SE2329999901-E01`,
        `loggkoll -w kontroll --format csv ${name} --rule own-family neighbour`,
      ]),
    )
      .option('--run <id>', 'a run (default: the latest)')
      .option('--rule <id...>', 'only these rules')
      .option('--unit <id>', 'only this unit')
      .option('--user <id>', 'only this user')
      .option('--patient <id>', 'only this patient')
      .addOption(new Option('--min-severity <severity>', 'only findings at or above').choices(severities))
      .addOption(
        new Option('--state <state>', 'only those that stand so').choices([
          'new',
          'open',
          'decided',
          ...(name === 'findings' ? ['explained_later', 'gone'] : []),
        ]),
      )
      .action(act<[ListOptions]>(name, load))
  }

  withReveal(
    withPeriod(
      add(
        program,
        'query [name]',
        'put one SELECT to masked views of the store, or a saved question; nothing is changed',
        [
          'loggkoll -w kontroll query --list',
          'loggkoll -w kontroll query most-patients --month 2026-03 --limit 20',
          `loggkoll -w kontroll --format csv query --sql "select day, count(*) as events from masked_event group by day"`,
        ],
      ),
    ),
  )
    .option('--sql <select>', 'a question of your own')
    .option('--list', 'the saved questions, and the views and columns that can be read')
    .option('--limit <rows>', 'at most so many rows', number, 1000)
    .option('--time-limit <seconds>', 'stop after so long', number, 60)
    .action(act<[string | undefined, QueryOptions]>('query', async () => (await import('../query.ts')).query))

  const trail = program.command('trail').description("the tool's own audit trail")
  add(trail, 'list', 'what the tool has been used for', ['loggkoll -w kontroll trail list']).action(
    act<[]>('trail list', async () => (await import('../trail.ts')).trailList),
  )
  add(trail, 'verify', 'are the trail and the journal of the reviews whole?', [
    'loggkoll -w kontroll trail verify --head 5c1f…',
  ])
    .option('--head <hash...>', 'head hashes that reports have printed')
    .action(act<[{ head?: string[] }]>('trail verify', async () => (await import('../trail.ts')).trailVerify))
}
