import { describe, expect, it } from 'vitest'
import { countLines } from '../../src/commands/purge.ts'
import { commandWords } from '../../src/language/commands.ts'
import { doctorWords } from '../../src/language/doctor/index.ts'
import { ingestWords } from '../../src/language/ingest.ts'
import { retentionWords } from '../../src/language/retention.ts'
import { unitWords } from '../../src/language/unit/index.ts'

// One row is not "1 rader".
const verdict = { sound: true, lines: 1, purged: 1, head: 'x', fault: null, missing_heads: [], clock_back: [] }
const line = { time: 't', os_user: 'u', as: null, command: 'c', arguments: [], reason: null, rows_shown: 1 }
const sum = { rows: 1, stored: 1, duplicate: 1, rejected: 1, conflict: 1 }

describe('what is said of one', () => {
  it('is not said as of several', () => {
    const commands = commandWords('sv')
    expect(commands.trailVerdict(verdict, 'Europe/Stockholm')).toContain('är hel: 1 rad (1 gallrad)')
    expect(commands.trailLine(line)).toMatch(/ 1 rad$/)
    expect(commands.trailLine({ ...line, rows_shown: 2 })).toMatch(/ 2 rader$/)
    const cut = (first: number, last: number) => ({ ...verdict, sound: false, missing_lines: [first, last] as const })
    expect(commands.journalVerdict(cut(8, 8), 'Europe/Stockholm')).toContain('inte hel: rad 8, som')
    expect(commands.journalVerdict(cut(8, 12), 'Europe/Stockholm')).toContain('inte hel: rad 8–12, som')
    expect(commandWords('en').journalVerdict(cut(8, 8), 'Europe/Stockholm')).toContain(
      'line 8, which the trail has noted, is missing',
    )
    expect(commandWords('en').journalVerdict(cut(8, 12), 'Europe/Stockholm')).toContain(
      'lines 8 to 12, which the trail has noted, are',
    )
    expect(ingestWords('sv').sum(sum)).toBe('1 rad = 1 ny + 1 dubblett + 1 avvisad + 1 motstridig')
    expect(ingestWords('sv').nonconforming(1)).toMatch(/^1 rad saknar .*; den är kvar\.$/)
    expect(retentionWords('sv').untimed(1)).toMatch(/^1 händelse har ingen tid.* den\.$/)
    expect(unitWords('sv').judged.drawn(1)).toBe('varav 1 slumpvis valt')
    expect(doctorWords('en').sum(1, 1)).toBe('1 fault to mend, 1 to note.')
    expect(doctorWords('en').said.suppressions_sound({ count: 1 })).toBe('1 holds')
    expect(doctorWords('sv').said.reference_loaded({ kind: 'patienter', rows: 1, until: '' })).toBe('patienter: 1 rad')
  })

  it('stands in a column under the others', () => {
    expect(countLines({ audit_run: 1, access_event: 1234, staff: 2 }, 'sv')).toEqual([
      '      1  kontrollkörning',
      '  1\u00a0234  händelser i loggen',
      '      2  uppgifter om personal',
    ])
    expect(countLines({ absence: 1, other: 2 }, 'en')).toEqual(['  1  absence', '  2  other'])
  })
})
