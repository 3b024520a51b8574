import type { Language } from '../../model/language.ts'
import type { UnitDocument } from '../../model/unit-document.ts'
import { readQuality, remarkSentence, sourceName } from '../quality/reading.ts'

/** What is remarked of the log, a sentence each; of which source, where one is named. */
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
  return remarks.map((remark) => {
    const sentence = remarkSentence(reading, remark)
    return remark.source_system === null ? sentence : `${sourceName(reading, remark.source_system)}: ${sentence}`
  })
}
