import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { type Form, recogniseForm } from '../../src/formats/recognise.ts'

const texts: readonly (readonly [text: string, form: Form])[] = [
  ['<?xml version="1.0"?><a/>', 'xml'],
  ['<AuditMessage/>', 'xml'],
  ['<!-- exported --><log/>', 'xml'],
  ['  \r\n\t<s:Envelope/>', 'xml'],
  ['<åtkomst/>', 'xml'],
  ['<134>1 2026-03-01T07:00:00+01:00 host app - - - <AuditMessage/>', 'text'],
  ['< 5 år', 'text'],
  ['{"resourceType":"Bundle"}', 'json'],
  ['\n [ {"a": 1} ]', 'json'],
  ['tid;användare\n', 'text'],
  ['"[a]";b', 'text'],
  ['', 'text'],
  ['   ', 'text'],
]

describe('a text', () => {
  it.each(texts)('%j is known as it stands, and in every encoding', (text, form) => {
    expect(recogniseForm(Buffer.from(text))).toBe(form)
    expect(recogniseForm(Buffer.from(`\uFEFF${text}`))).toBe(form)
    for (const mark of ['\uFEFF', '']) {
      const little = Buffer.from(mark + text, 'utf16le')
      expect(recogniseForm(little)).toBe(form)
      expect(recogniseForm(Buffer.from(little).swap16())).toBe(form)
    }
  })

  it('is known though it is cut in the middle of a sign', () => {
    expect(recogniseForm(Buffer.from([0xff, 0xfe, 0x3c, 0x00, 0x61, 0x00, 0x62]))).toBe('xml')
    expect(recogniseForm(Buffer.from([0xfe, 0xff, 0x00, 0x7b, 0x00]))).toBe('json')
  })
})

describe('a container', () => {
  it.each<[string, Buffer, Form]>([
    ['gzip', gzipSync('a'), 'gzip'],
    ['ZIP', Buffer.from('PK\u0003\u0004rest'), 'zip'],
    ['an empty ZIP', Buffer.from('PK\u0005\u0006rest'), 'zip'],
    ['Parquet', Buffer.from('PAR1rest'), 'parquet'],
    ['an Arrow file', Buffer.from('ARROW1\0\0'), 'arrow'],
    ['an Arrow stream', Buffer.from('ffffffff78000000', 'hex'), 'arrow'],
    ['PDF', Buffer.from('%PDF-1.7'), 'pdf'],
    ['an old or locked workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'ole'],
    ['words that begin alike', Buffer.from('PKV;PAR;ARROW'), 'text'],
  ])('is known: %s', (_, head, form) => {
    expect(recogniseForm(head)).toBe(form)
  })
})

it('any bytes are something', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => recogniseForm(Buffer.from(bytes)).length > 2))
})
