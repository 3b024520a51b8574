import type { Command } from 'commander'
import type { HoldOptions } from '../hold.ts'
import type { PurgeOptions } from '../purge.ts'
import type { RestoreOptions } from '../restore.ts'
import type { UnsealOptions } from '../unseal.ts'
import type { Usage } from './shape.ts'

/** What copies and brings back, what deletes and keeps, what opens a sealed file, and what looks whether all is well. */
export function addRetentionCommands(program: Command, { add, act }: Usage): void {
  add(program, 'backup', 'copy the whole workspace, its key too, into the file of -o, or into a directory; seal it', [
    'loggkoll -w kontroll --seal age1… -o /mnt/kopior backup',
    'loggkoll -w kontroll --seal passphrase -o kontroll.tar backup',
  ]).action(act<[]>('backup', async () => (await import('../backup.ts')).backup))

  add(program, 'restore <file> <dir>', 'make a workspace of a backup, in a new or empty directory', [
    'loggkoll restore kontroll.tar kontroll',
    'loggkoll restore kontroll.tar.age kontroll --identity nyckel.txt',
    'loggkoll restore kontroll.tar kontroll --trail gamla/trail.ndjson',
  ])
    .option('--identity <file...>', 'files with identities, for a sealed backup (default: a passphrase)')
    .option('--trail <file>', 'the trail of the workspace that is lost, to hear of purges after the backup')
    .option('--unsound', 'restore it although its trail or journal is not whole')
    .action(act<[string, string, RestoreOptions]>('restore', async () => (await import('../restore.ts')).restore))

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
