import type { Packet } from '../model/packet.ts'
import type { SealedPacket } from '../model/sealed-packet.ts'

/** Decrypts a packet; it throws when the passphrase is another, or when anything in the file has been changed. */
export async function unseal(sealed: SealedPacket, passphrase: string): Promise<Packet> {
  const { subtle } = globalThis.crypto
  const text = new TextEncoder()
  const secret = await subtle.importKey('raw', text.encode(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveKey'])
  const key = await subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(sealed.salt), iterations: sealed.rounds },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['decrypt'],
  )
  const additionalData = text.encode(JSON.stringify([sealed.schema, sealed.packet_id, sealed.control_id]))
  const data = await subtle.decrypt(
    { name: 'AES-GCM', iv: bytesOf(sealed.iv), additionalData },
    key,
    bytesOf(sealed.data),
  )
  // What opens was sealed by the holder of the passphrase, and is of the form that the seal was given.
  return JSON.parse(new TextDecoder().decode(data)) as Packet
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let place = 0; place < text.length; place += 1) bytes[place] = text.charCodeAt(place)
  return bytes
}
