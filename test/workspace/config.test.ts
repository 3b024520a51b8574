import { describe, expect, it } from 'vitest'
import { Exit } from '../../src/model/exit.ts'
import { Fault } from '../../src/model/fault.ts'
import { configTemplate, parseConfig } from '../../src/workspace/config.ts'

/** What a text is refused with: the message and the way out. */
function refusal(text: string): string {
  try {
    parseConfig(text, 'loggkoll.yaml')
  } catch (error) {
    expect(error).toBeInstanceOf(Fault)
    const { exit, message, wayOut } = error as Fault
    expect(exit).toBe(Exit.config)
    return wayOut === undefined ? message : `${message}; ${wayOut}`
  }
  return 'not refused'
}

describe('the settings', () => {
  it('have defaults, which the file that init writes shows', () => {
    const defaults = {
      zone: 'Europe/Stockholm',
      care_providers: [],
      memory: '4GB',
      threads: 2,
      budget: 10,
      relation: { lead_days: 7, follow_days: 30, follow_days_by_kind: { ward: 60, clinic: 90 }, settle_days: 14 },
      store_role: 'copy',
      retention: { store_months: 18, decisions_months: 60, protocols_months: 60, trail_months: 60 },
      rules: {},
    }
    expect(parseConfig('', 'loggkoll.yaml')).toEqual(defaults)
    expect(parseConfig('# nothing\n', 'loggkoll.yaml')).toEqual(defaults)
    expect(parseConfig(configTemplate, 'loggkoll.yaml')).toEqual(defaults)
  })

  it('are taken as they are given', () => {
    const text = `zone: Europe/Helsinki\nlanguage: en\ncare_providers: [SE1, SE2]\nmemory: 512 MB\nthreads: 8\nbudget: 3
relation: { lead_days: 0, follow_days_by_kind: { ward: 10 } }\nrules: { own-family: { years: 3 } }\n`
    expect(parseConfig(text, 'loggkoll.yaml')).toMatchObject({
      zone: 'Europe/Helsinki',
      language: 'en',
      care_providers: ['SE1', 'SE2'],
      memory: '512 MB',
      relation: { lead_days: 0, follow_days: 30, follow_days_by_kind: { ward: 10 } },
      rules: { 'own-family': { years: 3 } },
    })
  })

  it('keep an archive for five years, and no less', () => {
    expect(parseConfig('store_role: archive', 'x').retention.store_months).toBe(60)
    expect(parseConfig('store_role: archive\nretention: { store_months: 61 }', 'x').retention.store_months).toBe(61)
    expect(parseConfig('retention: { store_months: 3 }', 'x').retention.store_months).toBe(3)
  })

  it.each([
    ['store_role: archive\nretention:\n  store_months: 59', 'line 3: retention.store_months: an archive keeps logs'],
    ['store_role: backup', 'line 1: store_role:'],
    ['retention:\n  decisions_months: 61', 'retention.protocols_months: must be at least decisions_months'],
    ['retention:\n  store_month: 61', 'line 2: there is no setting retention.store_month; did you mean store_months?'],
    ['retention:\n  trail_months: 0', 'line 2: retention.trail_months:'],
    ['zone: Europe/Stockholm\nbudgt: 5', 'loggkoll.yaml, line 2: there is no setting budgt; did you mean budget?'],
    ['relation:\n  led_days: 5', 'line 2: there is no setting relation.led_days; did you mean lead_days?'],
    ['xyzzy: 5', 'there is no setting xyzzy; settings: zone, language, care_providers'],
    ['zone: Europe/Stokholm', 'line 1: zone: is no time zone'],
    ['zone: 1', 'line 1: zone:'],
    ['language: fi', 'line 1: language:'],
    ['budget: many', 'line 1: budget:'],
    ['budget: 0', 'line 1: budget:'],
    ['relation:\n  follow_days: -1', 'line 2: relation.follow_days:'],
    ['memory: lots', 'memory: is a size such as 4GB'],
    ['memory: 0GB', 'memory: is too little: 200MB at least'],
    ['memory: 0.1 GiB', 'memory: is too little: 200MB at least'],
    ['care_providers: SE1', 'care_providers:'],
    ['zone: [', 'loggkoll.yaml: '],
    ['zone: a\nzone: b', 'loggkoll.yaml: '],
    ['budget: 5\n\tthreads: 2', 'mend the YAML'],
    ['just a text', 'loggkoll.yaml'],
    ['- a list', 'loggkoll.yaml'],
  ])('are refused with place and way out: %j', (text, said) => {
    expect(refusal(text)).toContain(said)
  })

  it('are refused when they unfold without end', () => {
    const bomb = Array.from({ length: 9 }, (_, depth) => `x${depth + 1}: &x${depth + 1} [${`*x${depth},`.repeat(9)}]`)
    expect(refusal(`x0: &x0 [1,1]\n${bomb.join('\n')}`)).toContain('loggkoll.yaml')
  })
})
