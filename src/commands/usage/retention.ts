import type { Command } from 'commander'
import type { HoldOptions } from '../hold.ts'
import type { PurgeOptions } from '../purge.ts'
import type { UnsealOptions } from '../unseal.ts'
import type { Usage } from './shape.ts'

/** What deletes, what keeps from it, what opens a sealed file, and what looks whether all is well. */
export function addRetentionCommands(program: Command, { add, act }: Usage): void {
  add(program, 'purge', 'delete what has passed its retention time, but for open controls and held cases', [
    'loggkoll -w kontroll purge --dry-run',
    'loggkoll -w kontroll purge',
    'loggkoll -w kontroll purge --before 2025-01-01',
  ])
    .option('--dry-run', 'say what would go, and delete nothing')
    .option('--before <date>', 'what is older than this day (default: by retention in loggkoll.yaml)')
    .action(act<[PurgeOptions]>('purge', async () => (await import('../purge.ts')).purge))

  add(program, 'hold [case]', 'keep a case and its lookups beyond their time; without a case, list those held', [
    'loggkoll -w kontroll hold C-3f9a1c2b7d4e5f60 --reason "polisanmäld" --until 2028-12-31',
    'loggkoll -w kontroll hold C-3f9a1c2b7d4e5f60 --release',
    'loggkoll -w kontroll hold',
  ])
    .option('--reason <text>', 'why; it is written to the journal')
    .option('--until <date>', 'the last day of the hold (default: until it is released)')
    .option('--release', 'hold it no longer')
    .action(act<[string | undefined, HoldOptions]>('hold', async () => (await import('../hold.ts')).hold))

  add(
    program,
    'doctor',
    'is this installation and this workspace sound? each line ok, a note or a fault, with what to do',
    ['loggkoll -w kontroll doctor', 'loggkoll -w kontroll --format json doctor'],
  ).action(act<[]>('doctor', async () => (await import('../doctor.ts')).doctor))

  add(program, 'unseal <file>', 'open a file that was sealed with --seal, or with age', [
    'loggkoll unseal kontroll.html.age -o kontroll.html',
    'loggkoll unseal loggutdrag.pdf.age --identity nyckel.txt -o loggutdrag.pdf',
  ])
    .option('--identity <file...>', 'files with identities, as age-keygen writes them (default: a passphrase)')
    .action(act<[string, UnsealOptions]>('unseal', async () => (await import('../unseal.ts')).unseal))
}
