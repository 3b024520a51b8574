import type { PacketWords } from '../language/packet/index.ts'
import type { Answers } from '../model/answers.ts'
import type { Packet, PacketCase } from '../model/packet.ts'
import { answerTo, blank, type Draft, missingIn } from './answers.ts'

/** Pauses longer than this are not counted as review. */
const longestPause = 3 * 60_000

/** The review as it stands in the open page, and nowhere else: nothing is written to the browser. */
export class Review {
  readonly packet: Packet
  readonly words: PacketWords
  readonly drafts: Map<string, Draft>
  /** Ticked: neither party nor next of kin. */
  declared = false
  /** Something has changed since it was saved or loaded. */
  unsaved = false
  /** Milliseconds that earlier sittings and this one have taken. */
  #used = 0
  #lastTouch = 0
  readonly #listeners: ((one: PacketCase | null) => void)[] = []

  constructor(packet: Packet, words: PacketWords) {
    this.packet = packet
    this.words = words
    this.drafts = new Map(packet.cases.map((one) => [one.case_id, blank()]))
  }

  /** Calls back when a case has changed, or with null when everything may have. */
  listen(listener: (one: PacketCase | null) => void): void {
    this.#listeners.push(listener)
  }

  changed(one: PacketCase | null): void {
    this.unsaved = true
    for (const listener of this.#listeners) listener(one)
  }

  draft(one: PacketCase): Draft {
    return this.drafts.get(one.case_id) ?? blank()
  }

  isJudged(one: PacketCase): boolean {
    return missingIn(this.draft(one)) === undefined
  }

  /** The first case after a place that is not judged, round to the beginning. */
  nextOpen(place: number): PacketCase | undefined {
    const { cases } = this.packet
    const after = cases.find((one) => one.place > place && !this.isJudged(one))
    return after ?? cases.find((one) => !this.isJudged(one))
  }

  /** The reviewer does something at an instant, in milliseconds. */
  touch(now: number): void {
    if (this.#lastTouch > 0) this.#used += Math.min(now - this.#lastTouch, longestPause)
    this.#lastTouch = now
  }

  /** Takes the answers of an earlier sitting in place of what is filled in. */
  resume(drafts: ReadonlyMap<string, Draft>, notParty: boolean, minutes: number): void {
    for (const id of this.drafts.keys()) this.drafts.set(id, drafts.get(id) ?? blank())
    this.declared ||= notParty
    this.#used += minutes * 60_000
    this.changed(null)
    this.unsaved = false
  }

  /** The file that is saved: ids, verdicts and comments. */
  answers(now: Date): Answers {
    return {
      schema: 'loggkoll/answers/1',
      packet_id: this.packet.packet_id,
      control_id: this.packet.control_id,
      not_party: this.declared,
      saved_at: now.toISOString(),
      minutes: Math.round(this.#used / 6000) / 10,
      answers: this.packet.cases.map((one) => answerTo(one.case_id, this.draft(one))),
    }
  }

  get fileName(): string {
    return `svar-${this.packet.packet_id.replace(/[^\w.-]/g, '_')}.json`
  }
}
