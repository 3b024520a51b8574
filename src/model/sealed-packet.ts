/** The rounds of PBKDF2-HMAC-SHA-256 that make a key of a passphrase (OWASP 2023: at least 600 000). */
export const sealRounds = 600_000

/** A packet that only its passphrase opens: AES-256-GCM over its JSON; bytes are written in base 64. */
export interface SealedPacket {
  readonly schema: 'loggkoll/sealed/1'
  readonly packet_id: string
  readonly control_id: string
  readonly rounds: number
  /** 16 bytes. */
  readonly salt: string
  /** 12 bytes, never used twice with one salt and passphrase. */
  readonly iv: string
  /** The encrypted JSON, followed by the tag of 16 bytes. */
  readonly data: string
}
