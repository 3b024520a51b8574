import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { evidenceCodes, evidenceSentence } from '../../src/language/evidence.ts'
import { languages } from '../../src/model/language.ts'
import { root } from '../harness/paths.ts'

const sql = readFileSync(join(root, 'src/queries/evidence/gather.sql'), 'utf8')
/** A code stands after `'code':`, as one of two in an `if`, or second in `plain_evidence`. */
const gathered = sql.matchAll(/(?:'code': (?:if\([\w.]+, '(\w+)', )?|plain_evidence\('\w+', )'(\w+)'/g)
const codes = new Set([...gathered].flatMap((match) => match.slice(1).filter((code) => code !== undefined)))

it('has a sentence for every code that an audit gathers, in both languages, and for no other', () => {
  expect(codes.size).toBeGreaterThan(10)
  for (const language of languages) expect(new Set(evidenceCodes[language])).toEqual(codes)
})

it.each(['responsible-clinician', 'same-clinic', 'referral-sent', 'listing', 'earlier-contact', 'visit'])(
  'says the reason %s as a sentence',
  (reason_id) => {
    for (const language of languages) {
      const text = evidenceSentence(
        'reason',
        { reason_id, relation_grade: 'A', kind: 'visit', start_day: '2026-03-01' },
        language,
      )
      expect(text).toMatch(/^\p{Lu}.*2026-03-01.*\.$/u)
      expect(text).not.toContain('undefined')
    }
  },
)
