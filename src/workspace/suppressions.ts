import { existsSync, readFileSync } from 'node:fs'
import { parseDocument } from 'yaml'
import { z } from 'zod'
import { directoryId } from '../model/directory-id.ts'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { nearest } from '../model/nearest.ts'
import { normalisePersonId } from '../model/person-id.ts'
import { lineAt, shapeFault } from '../model/shape-fault.ts'
import { unfold } from '../model/unfold.ts'

/** Questions whose answers no one may hide: they protect the patient from the one who would hide them. */
const never = ['own-record', 'blocked-record', 'protected-identity'] as const

const Suppression = z
  .strictObject({
    rule: z.string().refine((rule) => !(never as readonly string[]).includes(rule), 'may never be suppressed'),
    user_id: z.string().min(1).transform(directoryId).optional(),
    patient_id: z.string().min(1).optional(),
    care_unit_id: z.string().min(1).transform(directoryId).optional(),
    reason: z.string().trim().min(10, 'says too little'),
    owner: z.string().trim().min(1),
    /** The last day on which it holds. */
    expires: z.iso.date(),
  })
  .refine((one) => one.user_id !== undefined || one.patient_id !== undefined || one.care_unit_id !== undefined, {
    message: 'names neither user, patient nor unit',
  })
  .refine((one) => one.owner.toUpperCase() !== one.user_id?.toUpperCase(), {
    message: 'is owned by the user concerned',
    path: ['owner'],
  })
export type Suppression = z.infer<typeof Suppression>

const File = z.strictObject({
  suppressions: z
    .array(Suppression)
    .nullish()
    .transform((all) => all ?? []),
})

/** What suppressions are held against; without one of these it is not asked. */
interface HeldAgainst {
  /** The rules that there are. */
  readonly rules?: readonly string[] | undefined
  /** Would it hide what somebody has judged unjustified? */
  readonly hidesUnjustified?: ((one: Suppression) => boolean) | undefined
}

/**
 * What a person has decided not to hand out for a time, of `suppressions.yaml`. What has expired hides nothing any more.
 * @param today the local day
 * @throws {Fault} 78 when it is not as it should be: without owner and reason, too broad, or for more than a year
 */
export function readSuppressions(
  path: string,
  today: string,
  { rules, hidesUnjustified }: HeldAgainst = {},
): Suppression[] {
  if (!existsSync(path)) return []
  const text = readFileSync(path, 'utf8')
  const document = parseDocument(text)
  const [broken] = document.errors
  if (broken) throw new Fault(Exit.config, `${path}: ${broken.message.split('\n', 1)[0]}`, 'mend the YAML', broken)
  const parsed = File.safeParse(unfold(document, path) ?? {})
  if (!parsed.success) {
    const wayOut = 'each has a rule, a user, patient or unit, a reason, an owner and the day it expires'
    throw shapeFault(path, text, parsed.error, { wayOut })
  }
  const all = parsed.data.suppressions.map((one) =>
    one.patient_id ? { ...one, patient_id: normalisePersonId(one.patient_id, today).id } : one,
  )
  const placeOf = (at: number, ...field: string[]): string => `${path}${lineAt(text, ['suppressions', at, ...field])}`
  const latest = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`
  const tooLong = all.findIndex(({ expires }) => expires > latest)
  if (tooLong >= 0) {
    throw new Fault(
      Exit.config,
      `${placeOf(tooLong, 'expires')}: suppressions.${tooLong}.expires: lies more than 12 months ahead`,
      'a suppression is looked at again each year',
    )
  }
  // One that names no rule hides nothing, while its owner believes that it does.
  const astray = all.findIndex(({ rule }) => rules?.includes(rule) === false)
  const unknown = all[astray]
  if (unknown !== undefined) {
    const near = nearest(unknown.rule, rules ?? [])
    throw new Fault(
      Exit.config,
      `${placeOf(astray, 'rule')}: there is no rule ${unknown.rule}`,
      near ? `did you mean ${near}?` : 'loggkoll rules list shows them',
    )
  }
  const holds = ({ expires }: Suppression): boolean => expires >= today
  const hiding = all.findIndex((one) => holds(one) && hidesUnjustified?.(one))
  if (hiding >= 0) {
    throw new Fault(
      Exit.config,
      `${placeOf(hiding)}: suppressions.${hiding} would hide a case that was judged unjustified`,
      'take it out, or make it narrower',
    )
  }
  return all.filter(holds)
}
