import { z } from 'zod'

const Count = z.int().nonnegative()
const Text = z.string()

/** One row of a case or of a drawn item, in words. */
const PacketRow = z.strictObject({
  when: Text,
  /** Empty where it is the same for the whole case. */
  who: Text,
  whose: Text,
  unit: Text,
  activities: Text,
  relation: Text,
  /** Of a drawn item: does care or an assignment explain the lookup? Such rows are folded. */
  explained: z.boolean(),
})
export type PacketRow = z.infer<typeof PacketRow>

/** What a rule asks of a case, in words. */
const PacketQuestion = z.strictObject({
  rule: Text,
  /** The control question. */
  title: Text,
  /** What was seen, a sentence each. */
  sentences: z.array(Text),
  /** What to ask the employee. */
  ask: Text,
  /** Common legitimate explanations. */
  explanations: z.array(Text),
})

/**
 * A case as a reviewer gets it: minimal data first. Never an address, a relative's name or the reason of a watchlist; a
 * protected person stands under a pseudonym until `review reveal`.
 */
export const PacketCase = z.strictObject({
  case_id: Text,
  source: z.enum(['rules', 'draw', 'target']),
  /** Its number in the packet, from 1. */
  place: Count,
  /** 1 (first) to 5; null for what was drawn. */
  priority: Count.nullable(),
  /** A name and a title, or words for several. */
  who: Text,
  title: Text,
  /** The patient's name and number, or words for several. */
  whose: Text,
  /** A pseudonym stands for the user or the patient. */
  masked: z.boolean(),
  units: Text,
  first: Text,
  last: Text,
  days: Count,
  lookups: Count,
  events: Count,
  activities: Text,
  /** The care relation as sentences. */
  relation: z.array(Text),
  /** What rules ask; none for what was drawn. */
  questions: z.array(PacketQuestion),
  /** What may explain the opening, a sentence each. */
  against: z.array(Text),
  minutes: Count,
  rows: z.array(PacketRow),
  /** Rows beyond those shown. */
  more_rows: Count,
})
export type PacketCase = z.infer<typeof PacketCase>

/** All that one reviewer of one unit gets of a control, already in the reader's words. */
export const Packet = z.strictObject({
  schema: z.literal('loggkoll/packet/1'),
  packet_id: Text,
  control_id: Text,
  language: z.enum(['sv', 'en']),
  /** The local time at which it was made, in words. */
  prepared: Text,
  /** The local day on which it was made; dates that the page suggests are counted from it. */
  prepared_on: z.iso.date(),
  unit: Text,
  care_unit_id: Text.nullable(),
  reviewer: Text,
  period: Text,
  /** What kind of control it is, and why if it is a targeted one. */
  kind: Text,
  reason: Text.nullable(),
  case_number: Text.nullable(),
  /** How long what is decided is kept. */
  archive: Text,
  minutes: Count,
  /** Things to know first, a sentence each. */
  notices: z.array(Text),
  /** How many cases of the unit the budget left outside. */
  outside: Count,
  /** Cases that go to another reviewer, since this one is concerned. */
  elsewhere: Count,
  trail_head: Text,
  cases: z.array(PacketCase),
})
export type Packet = z.infer<typeof Packet>
