import type { InputKind, ReferenceKind } from '../model/reference.ts'
import { type Batch, holdBatches, undoBatch } from '../store/batch.ts'
import type { Store } from '../store/store.ts'
import type { IngestReport } from './ingest-file.ts'
import { headBytes, readTextLayout, type TextLayout } from './header.ts'
import type { PreparedFile } from './prepared-file.ts'
import { type PrepareOptions, wantedOf } from './prepare-file.ts'
import { sourceNamed } from './profile.ts'
import { readStart } from './scan-file.ts'

/** What a snapshot replaces: all that was loaded of a kind from a source. */
export interface SnapshotOf {
  readonly kind: ReferenceKind
  readonly source: string
}

/** A file that was not read, with what is known of what it holds. */
export interface Unread {
  /** As it is named to people: that of an archive has a name of its own. */
  readonly file: string
  /** The path of the file, or of the archive. */
  readonly from: string
  readonly kind?: InputKind | undefined
  readonly source?: string | undefined
}

type Mode = 'snapshot' | 'upsert'

/**
 * The snapshot that a file is a part of. An answer of a service speaks of those it was asked about, and replaces no others.
 * @param asked the mode that was asked for
 */
export function snapshotOf(file: Pick<PreparedFile, 'layout' | 'standard'>, asked?: Mode): SnapshotOf | undefined {
  const { kind } = file.layout.profile
  const mode = asked ?? (file.standard ? 'upsert' : 'snapshot')
  return kind === 'access' || mode === 'upsert' ? undefined : { kind, source: sourceNamed(file.layout.profile) }
}

/** May a file that was not read be a part of a snapshot? */
export function mayBePart({ kind, source }: Unread, of: SnapshotOf): boolean {
  return (kind === undefined || kind === of.kind) && (source === undefined || source === of.source)
}

/** Files put together with those of the same snapshot, in the order in which each first comes. */
export function withTheirs<F extends PreparedFile>(
  files: readonly F[],
  asked?: Mode,
): { readonly of: SnapshotOf | undefined; readonly files: F[] }[] {
  const units: { of: SnapshotOf | undefined; files: F[] }[] = []
  for (const file of files) {
    const of = snapshotOf(file, asked)
    const known = of && units.find((unit) => unit.of?.kind === of.kind && unit.of.source === of.source)
    if (known) known.files.push(file)
    else units.push({ of, files: [file] })
  }
  return units
}

/** What was said of the files of a command. */
export type Asked = Pick<PrepareOptions, 'profiles' | 'kind' | 'profile' | 'source'>

/** What the header of a file says that it holds; nothing where it has none that is known, or half of one. */
export async function peek({ file, from }: Unread, asked: Asked): Promise<Unread> {
  const found = await layoutOf(from, asked).catch(() => undefined)
  const profile = found?.profile
  return { file, from, kind: profile?.kind ?? asked.kind, source: asked.source ?? (profile && sourceNamed(profile)) }
}

async function layoutOf(path: string, asked: Asked): Promise<TextLayout | undefined> {
  const lines = (await readStart(path, headBytes)).toString('utf8').split(/\r\n|\n|\r/)
  const layout = await readTextLayout(path, path, asked.profiles, wantedOf(asked))
  // Whoever is still writing the header may come to a column that makes it another kind's.
  return lines.length > layout.skip + 1 ? layout : undefined
}

/** The files of a snapshot on their way into the store: what they replace goes when all are in, and not before. */
export class OpenSnapshot {
  readonly #of: SnapshotOf
  readonly #batches: Pick<Batch, 'batch_id' | 'kind' | 'mode' | 'source_system'>[] = []
  /** The batch that the snapshot begins with; what is older goes. Undefined before the first file. */
  since: number | undefined

  constructor(of: SnapshotOf) {
    this.#of = of
  }

  /** Of several files the first replaces, the others add. */
  get mode(): Mode {
    return this.since === undefined ? 'snapshot' : 'upsert'
  }

  /** A file has been read into a batch, is known already, or was only tried. */
  add({ batch_id, same_as }: Pick<IngestReport, 'batch_id' | 'same_as'>): void {
    const { kind, source } = this.#of
    if (batch_id !== null) this.#batches.push({ batch_id, kind, mode: this.mode, source_system: source })
    // A trial leaves nothing that the next file could be compared with.
    this.since ??= batch_id ?? same_as ?? 2 ** 32 - 1
  }

  async hold(store: Store): Promise<void> {
    await holdBatches(store, this.#batches)
  }

  async undo(store: Store): Promise<void> {
    for (const { batch_id, kind } of this.#batches) await undoBatch(store, batch_id, kind)
  }
}
