import { type Command, Option } from 'commander'
import { explanations, followUpSteps, verdicts } from '../../model/review-words.ts'
import type { DecideOptions } from '../review-decide.ts'
import type { ExportOptions } from '../review-portion.ts'
import type { FollowOptions } from '../review-follow.ts'
import type { NextOptions } from '../review-next.ts'
import type { PlanOptions } from '../review-plan.ts'
import type { RevealOptions } from '../review-reveal.ts'
import type { SignOptions } from '../review-sign.ts'
import { number, type Usage, withPeriod } from './shape.ts'

/** The reviewer's work: a control is planned, handed out, judged, signed. */
export function addReviewCommands(program: Command, { add, act }: Usage): void {
  const review = program.command('review').description('a control is planned, handed out, judged, signed')
  const ofControl = () => new Option('--control <id>', 'which control (default: the one planned last)')

  withPeriod(
    add(review, 'plan', 'plan a recurring control, or a targeted one with its reason', [
      'loggkoll -w kontroll review plan --month 2026-03 --case-number HSN-2026-114',
      'loggkoll -w kontroll review plan --month 2026-03 --user SE2329999901-A11 --reason "begäran från HR"',
    ]),
  )
    .option('--user <id>', 'aimed at a member of staff')
    .option('--patient <id>', 'aimed at the record of a patient, who has asked for it')
    .option('--unit <id>', 'aimed at a unit')
    .option('--watchlist', 'aimed at the persons on the watchlist')
    .option('--suspicion', 'made on suspicion')
    .option('--request', 'made since the patient has asked for it')
    .option('--reason <text>', 'why a targeted control is made; it stands in the protocol')
    .option('--case-number <dnr>', 'the case number (diarienummer)')
    .action(act<[PlanOptions]>('review plan', async () => (await import('../review-plan.ts')).reviewPlan))

  add(review, 'export', 'hand the cases of a unit to its reviewer: a page that a passphrase opens, or a workbook', [
    'loggkoll -w kontroll review export --unit SE2329999901-E01 -o granskning.html',
    'loggkoll -w kontroll review export --all -o underlag > underlag.csv',
    'loggkoll -w kontroll review export --central -o centralt.html',
    'loggkoll -w kontroll review export --unit SE2329999901-E01 --reviewer SE2329999901-A11 -o granskning.xlsx',
  ])
    .option('--unit <id>', 'the unit')
    .option('--all', "everyone's: a file for each reviewer in the folder of -o, and a list of them")
    .option('--central', 'what goes to the central reviewer, of every unit')
    .option('--second', 'what another reviewer has found unjustified')
    .addOption(ofControl())
    .option('--reviewer <id>', 'who reviews (default: who the register says)')
    .option('--instead', 'take over what lies open with another reviewer, who is ill or concerned (with --reviewer)')
    .option('--budget <n>', 'hand out at most so many cases of the rules for each unit', number)
    .action(act<[ExportOptions]>('review export', async () => (await import('../review-export.ts')).reviewExport))

  add(review, 'import <file...>', 'take answers back: saved by the page, or a filled-in workbook', [
    'loggkoll -w kontroll review import svar-P-1f0c9a7be3d24c11.json',
    'loggkoll -w kontroll review import inkommet/*.xlsx',
  ]).action(act<[string[]]>('review import', async () => (await import('../review-import.ts')).reviewImport))

  add(review, 'next', 'one case at a time in the terminal', ['loggkoll -w kontroll --as SE2329999901-A11 review next'])
    .addOption(ofControl())
    .action(act<[NextOptions]>('review next', async () => (await import('../review-next.ts')).reviewNext))

  add(review, 'decide <case>', 'keep one judgement', [
    'loggkoll --as SE2329999901-A11 review decide C-3f9a1c2b7d4e5f60 --verdict explained --explanation care',
    'loggkoll --as SE2329999901-A11 review decide C-3f9a1c2b7d4e5f60 --verdict ask --due 2026-04-20',
  ])
    .addOption(new Option('--verdict <step>', 'what the case needs').choices(verdicts).makeOptionMandatory())
    .addOption(new Option('--explanation <what>', 'what explains it (explained)').choices(explanations))
    .option('--comment <text>', 'without names or personal numbers')
    .option('--due <date>', 'when the employee is to have answered (ask; default: in 7 days)')
    .option('--answer <text>', 'what the employee answered (unjustified)')
    .option('--not-asked <text>', 'why the employee was not asked (unjustified)')
    .action(
      act<[string, DecideOptions]>('review decide', async () => (await import('../review-decide.ts')).reviewDecide),
    )

  add(review, 'reveal <case>', 'show the protected persons of one case, for a reason that is logged', [
    'loggkoll -w kontroll --as SE2329999901-A11 review reveal C-3f9a1c2b7d4e5f60 --reason "samtal med medarbetaren"',
  ])
    .option('--reason <text>', 'why; it is written to the trail and the journal')
    .option('--detail', 'every row of the log behind the case')
    .action(
      act<[string, RevealOptions]>('review reveal', async () => (await import('../review-reveal.ts')).reviewReveal),
    )

  add(review, 'sign', 'end a control in a unit, without or with remark', [
    'loggkoll -w kontroll --as SE2329999901-A11 review sign --unit SE2329999901-E01',
  ])
    .option('--unit <id>', 'the unit')
    .option('--central', 'the part of the central reviewer')
    .addOption(ofControl())
    .option('--note <text>', 'what the protocol is to say beside the cases')
    .action(act<[SignOptions]>('review sign', async () => (await import('../review-sign.ts')).reviewSign))

  add(review, 'status', 'how far every control has come, and what is due', [
    'loggkoll -w kontroll review status',
  ]).action(act<[]>('review status', async () => (await import('../review-status.ts')).reviewStatus))

  add(review, 'follow <case>', 'the follow-up of an unjustified opening: steps and deadlines', [
    'loggkoll -w kontroll review follow C-3f9a1c2b7d4e5f60 --step log_secured',
  ])
    .addOption(new Option('--step <step>', 'what has been done').choices(followUpSteps))
    .option('--day <date>', 'when (default: today)')
    .option('--aware-at <instant>', 'when the controller became aware (default: the first judgement)')
    .option('--comment <text>', 'without names or personal numbers')
    .action(
      act<[string, FollowOptions]>('review follow', async () => (await import('../review-follow.ts')).reviewFollow),
    )
}
