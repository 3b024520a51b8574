import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unpackLz4 } from '../../../src/formats/table/lz4.ts'

const rows = Array.from({ length: 60 }, (_, row) => `rad ${row % 7};Läsa;${row * row}`).join('\n')
const long = Array.from({ length: 9000 }, (_, row) => `rad ${row % 5}`).join(' ')

/** Frames that the lz4 command wrote. */
const plain =
  'BCJNGGRAp8gBAADgcmFkIDA7TMOkc2E7MAoOABMxDgARMQ4AEzIOABE0DgATMw4AETkOABM0DgAhMTYPABM1DwAhMjUPABM2DwASMx4ABGUAEjQ8AARmABI2WQAEZwASOHYABGgAIjEwlAAFagASMiAABGsAIjE0PwAEbAAiMTZeAARtACIxOX0ABG4AEzKcAARvACIyNSAABHAAIjI4QAAEcAAiMzJgAARwACIzNoAABHAAEzSgAARwACI0NCAABHAAIjQ4QAAEcAAiNTJgAARwACI1N4AABHAAEzagAARwABM2IAAEcAATN0AABHAAEzdgAARwABM4gAAEcAATOaAABHAAEznAAARwACsxMOEAIzEwAgEEcgAjMTEjAQRzABQxRAEEdAAjMTJlAQR1ACMxM4YBBHYAIzE0pwEFdwAcNcgBEzapAAV3ABM2CgIFdwATNyoCBXcAEzhKAgV3ABM5agIEdwAjMjBOAQR3ACwyMaoCIjIwkAEEdwAyMjMwsQEEdwA6MjQw0gEjMjWqAAR3ACMyNiIABXcAEzdEAAV3ABM4ZgAE1gEjMjmIAAR3ABQzqgAEdwAjMzHMAATuACszMu4AIzMzEAEDdwBQOzM0ODEAAAAADqoKmA=='
const withSizes =
  'BCJNGHxAzQMAAAAAAACeyAEAAOByYWQgMDtMw6RzYTswCg4AEzEOABExDgATMg4AETQOABMzDgAROQ4AEzQOACExNg8AEzUPACEyNQ8AEzYPABIzHgAEZQASNDwABGYAEjZZAARnABI4dgAEaAAiMTCUAAVqABIyIAAEawAiMTQ/AARsACIxNl4ABG0AIjE5fQAEbgATMpwABG8AIjI1IAAEcAAiMjhAAARwACIzMmAABHAAIjM2gAAEcAATNKAABHAAIjQ0IAAEcAAiNDhAAARwACI1MmAABHAAIjU3gAAEcAATNqAABHAAEzYgAARwABM3QAAEcAATN2AABHAAEziAAARwABM5oAAEcAATOcAABHAAKzEw4QAjMTACAQRyACMxMSMBBHMAFDFEAQR0ACMxMmUBBHUAIzEzhgEEdgAjMTSnAQV3ABw1yAETNqkABXcAEzYKAgV3ABM3KgIFdwATOEoCBXcAEzlqAgR3ACMyME4BBHcALDIxqgIiMjCQAQR3ADIyMzCxAQR3ADoyNDDSASMyNaoABHcAIzI2IgAFdwATN0QABXcAEzhmAATWASMyOYgABHcAFDOqAAR3ACMzMcwABO4AKzMy7gAjMzMQAQN3AFA7MzQ4McBCgKsAAAAADqoKmA=='
const oneSign = 'BCJNGGRApx4AAAAfYQEA/////////////////////////4JQYWFhYWEAAAAA6A4wcQ=='
const linked =
  'BCJNGGRAp/QAAABgcmFkIDAgBgARMQYAETIGABEzBgAvNCAeAP////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////+MUHJhZCA0AAAAAAoqqW0='
const most = 1e6

const frame = (base64: string) => Buffer.from(base64, 'base64')

describe('an LZ4 frame', () => {
  it.each([
    ['of one block', plain, rows],
    ['with its size and a checksum of each block', withSizes, rows],
    ['of one sign, which refers to itself', oneSign, 'a'.repeat(5000)],
  ])('is unpacked: %s', (_, base64, text) => {
    expect(Buffer.from(unpackLz4(frame(base64), most)).toString()).toBe(text)
  })

  it('may refer to the block before', () => {
    expect(Buffer.from(unpackLz4(frame(linked), most)).toString()).toBe(long)
  })

  it('is refused when it holds more than it may', () => {
    expect(unpackLz4(frame(oneSign), 5000)).toHaveLength(5000)
    expect(() => unpackLz4(frame(oneSign), 4999)).toThrow('holds too much')
  })

  it('is refused when it is cut anywhere', () => {
    const whole = frame(plain)
    // The four bytes at the end are a checksum.
    for (let length = 0; length < whole.length - 4; length++) {
      expect(() => unpackLz4(whole.subarray(0, length), most)).toThrow()
    }
  })

  it('is refused when it refers to what is not there', () => {
    const start = Buffer.from('04224d1860407300'.slice(0, 14), 'hex')
    const block = Buffer.from([0x10, 0x61, 2, 0, 0x10, 0x61])
    const whole = Buffer.concat([start, Buffer.from([block.length, 0, 0, 0]), block, Buffer.alloc(4)])
    expect(() => unpackLz4(whole, most)).toThrow('leads nowhere')
    whole.writeUInt8(1, start.length + 6)
    expect(Buffer.from(unpackLz4(whole, most)).toString()).toBe('aaaaaa')
  })

  it('of any bytes gives no more than it may, or an error', () => {
    const damage = fc.record({ at: fc.nat(frame(plain).length - 1), to: fc.nat(255) })
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = frame(plain)
        for (const { at, to } of changes) bytes[at] = to
        try {
          expect(unpackLz4(bytes, most).length).toBeLessThanOrEqual(most)
        } catch (error) {
          expect(error).toBeInstanceOf(Error)
        }
      }),
      { numRuns: 500 },
    )
  })
})
