import { createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** The bytes of a block of SHA-256, to which HMAC pads its key (RFC 2104). */
const blockBytes = 64

/** Makes the ids and pseudonyms of a workspace; without its key no one can find out whom they stand for. */
export class Keyring {
  readonly #key: Buffer

  constructor(key: Buffer) {
    this.#key = key
  }

  /** A new key: random, or for samples derived from a seed. */
  static make(seed?: string): Keyring {
    return new Keyring(
      seed === undefined ? randomBytes(32) : Buffer.from(hkdfSync('sha256', seed, '', 'loggkoll sample', 32)),
    )
  }

  static fromHex(hex: string): Keyring {
    return new Keyring(Buffer.from(hex, 'hex'))
  }

  toHex(): string {
    return this.#key.toString('hex')
  }

  /** 64 bits of HMAC-SHA256 over the parts as hex; NULL differs from the empty text, and no two lists run together. */
  id(prefix: string, parts: readonly (string | null)[]): string {
    const message = [prefix, ...parts].map(encodePart).join('')
    return `${prefix}-${createHmac('sha256', this.#key).update(message).digest('hex').slice(0, 16)}`
  }

  /** The whole HMAC-SHA256, for the chain of the trail. */
  hmac(message: string): string {
    return createHmac('sha256', this.#key).update(message).digest('hex')
  }

  /** The key padded for the two rounds of HMAC, so that SQL can make the same ids. */
  halves(): { inner: Buffer; outer: Buffer } {
    const block = Buffer.alloc(blockBytes)
    this.#key.copy(block)
    return {
      inner: Buffer.from(block.map((byte) => byte ^ 0x36)),
      outer: Buffer.from(block.map((byte) => byte ^ 0x5c)),
    }
  }
}

function encodePart(part: string | null): string {
  return part === null ? '-' : `${Buffer.byteLength(part)}:${part}`
}
