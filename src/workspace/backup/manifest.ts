import { z } from 'zod'

/** The last file of a backup. */
export const manifestName = 'manifest.json'

/** What a backup holds. */
export const Manifest = z.strictObject({
  schema: z.literal('loggkoll/backup/1'),
  /** Version of the tool that made it. */
  tool: z.string(),
  store_schema: z.int().positive(),
  made_at: z.iso.datetime(),
  /** Heads of the chains; those that a live workspace had then. */
  trail_head: z.string(),
  journal_head: z.string(),
  files: z.array(
    z.strictObject({
      path: z.string(),
      bytes: z.int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
})
export type Manifest = z.infer<typeof Manifest>
