import type { Packet } from '../../model/packet.ts'
import { type SealedPacket, sealRounds } from '../../model/sealed-packet.ts'
import { plainText } from '../plain-text.ts'

/** What chance gives a seal: anew for each packet, from a source of random bytes that nobody can guess. */
export interface SealChance {
  /** 16 bytes. */
  readonly salt: Uint8Array<ArrayBuffer>
  /** 12 bytes. */
  readonly iv: Uint8Array<ArrayBuffer>
}

/**
 * Encrypts a packet under a passphrase. The ids that stand outside are bound to what is inside, so that no one can put
 * another packet under them. Control characters and marks that turn the direction of writing become visible signs.
 */
export async function sealPacket(packet: Packet, passphrase: string, chance: SealChance): Promise<SealedPacket> {
  if (chance.salt.length !== 16 || chance.iv.length !== 12)
    throw new Error('a seal takes a salt of 16 and an iv of 12 bytes')
  const { subtle } = globalThis.crypto
  const bytes = new TextEncoder()
  const sealed = {
    schema: 'loggkoll/sealed/1',
    packet_id: packet.packet_id,
    control_id: packet.control_id,
    rounds: sealRounds,
  } as const
  // å may be written as one character or as two: the same passphrase is the same bytes on every keyboard.
  const secret = await subtle.importKey('raw', bytes.encode(passphrase.normalize('NFC')), 'PBKDF2', false, [
    'deriveKey',
  ])
  const key = await subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: chance.salt, iterations: sealed.rounds },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  )
  const additionalData = bytes.encode(JSON.stringify([sealed.schema, sealed.packet_id, sealed.control_id]))
  const data = await subtle.encrypt(
    { name: 'AES-GCM', iv: chance.iv, additionalData },
    key,
    bytes.encode(JSON.stringify(packet, shownPlainly)),
  )
  return { ...sealed, salt: inBase64(chance.salt), iv: inBase64(chance.iv), data: inBase64(new Uint8Array(data)) }
}

function shownPlainly(_: string, value: unknown): unknown {
  return typeof value === 'string' ? plainText(value) : value
}

function inBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
