import { randomBytes, randomInt } from 'node:crypto'
import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import type { Packet } from '../model/packet.ts'
import { packetPage } from '../reports/packet/html.ts'
import { sealPacket } from '../reports/packet/seal.ts'

const formats = ['html', 'xlsx', 'json'] as const
export type PacketFormat = (typeof formats)[number]

/** @throws {Fault} 64 when no packet is written so */
export function packetFormat(asked: string): PacketFormat {
  const known = formats.find((one) => one === asked)
  if (known) return known
  throw new Fault(Exit.usage, `there is no packet of the form ${asked}`, `forms: ${formats.join(', ')}`)
}

/** A packet as it is handed out. */
export interface PacketFile {
  readonly content: string | Uint8Array
  /** Opens the page, and was made for it; null where one was given, or none is needed. */
  readonly passphrase: string | null
}

/** @param given the passphrase that a page is sealed with; without it one is made */
export async function packetFile(packet: Packet, format: PacketFormat, given: string | undefined): Promise<PacketFile> {
  if (format === 'json') return { content: `${JSON.stringify(packet, null, 2)}\n`, passphrase: null }
  if (format === 'xlsx') {
    const { packetWorkbook } = await import('../reports/packet/workbook.ts')
    return { content: await packetWorkbook(packet), passphrase: null }
  }
  const passphrase = given ?? makePassphrase()
  const chance = { salt: new Uint8Array(randomBytes(16)), iv: new Uint8Array(randomBytes(12)) }
  const content = packetPage(packet, await sealPacket(packet, passphrase, chance))
  return { content, passphrase: given === undefined ? passphrase : null }
}

/** No letters that look alike; sixteen of them are 79 bits. */
const letters = '23456789abcdefghjkmnpqrstuvwxyz'

/** A passphrase that can be read aloud: four groups of four letters and digits. */
function makePassphrase(): string {
  const group = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}
