import { expect, test } from 'vitest'
import type { QualityDocument } from '../../src/model/quality-document.ts'
import { unitQuality } from '../../src/review/unit-figures.ts'

const source = { first: null, last: null, events: 1, untimed: 0 }

function quality(...names: string[]): QualityDocument {
  const remark = {
    code: 'no_seconds',
    severity: 'medium' as const,
    subject: null,
    source_system: names[0]!,
    part: 1,
    whole: 1,
    facts: {},
    places: [],
    more_places: 0,
  }
  return {
    answer: 'remark',
    severity: 'medium',
    sources: names.map((source_system) => ({ ...source, source_system })),
    checks: [{ remarks: [remark] }],
  } as unknown as QualityDocument
}

test.each([
  ['one source', ['cosmic'], null],
  ['several', ['cosmic', 'melior'], 'cosmic'],
])('a remark on the log of a unit names its source where there are several: %s', (_, names, named) => {
  expect(unitQuality(quality(...names), 'U1').remarks.map(({ source_system }) => source_system)).toEqual([named])
})
