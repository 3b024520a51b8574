import type { Language } from '../../model/language.ts'
import type { UnitDocument } from '../../model/unit-document.ts'
import { readQuality, remarkSentence } from '../quality/reading.ts'

/** What is remarked of the log, a sentence each. */
export function qualitySentences({ quality, from, to }: UnitDocument, language: Language): string[] {
  const { answer, severity, remarks } = quality
  const reading = readQuality(
    {
      units: new Map(),
      document: {
        schema: 'loggkoll/quality/1',
        tool: '',
        zone: '',
        from,
        to,
        events: 0,
        untimed: 0,
        answer,
        severity,
        sources: [],
        inputs: [],
        checks: [],
      },
    },
    language,
  )
  return remarks.map((remark) => remarkSentence(reading, remark))
}
