import { appendFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Keyring } from '../../src/workspace/key.ts'
import { appendToTrail, readTrail, type TrailLine, type TrailNote, verifyTrail } from '../../src/workspace/trail.ts'
import { run, scratchFolder, workspace } from '../harness/program.ts'
import { ingest, log, usual } from '../ingest/read.ts'

const keyring = Keyring.make('test')
const note = (command: string): TrailNote => ({
  time: '2026-06-01T08:00:00.000Z',
  os_user: 'tester',
  as: null,
  command,
  arguments: ['a'],
  reason: null,
  rows_shown: 1,
})

/** A trail of five lines, and the head after each. */
function fiveLines() {
  const path = join(scratchFolder(), 'trail.ndjson')
  const heads = ['ett', 'två', 'tre', 'fyra', 'fem'].map((command) => appendToTrail(path, keyring, note(command)))
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
  const rewrite = (...changed: readonly string[]) => writeFileSync(path, changed.map((line) => `${line}\n`).join(''))
  const verify = (...known: readonly string[]) => verifyTrail(path, keyring, known)
  return { path, heads, lines, rewrite, verify }
}

/** A line as someone without the key would make it, right in every other way. */
function forged(after: TrailLine, key: Keyring): string {
  const body = { sequence: after.sequence + 1, ...note('smyg'), previous: after.hmac }
  return JSON.stringify({ ...body, hmac: key.hmac(JSON.stringify(body)) })
}

describe('a trail', () => {
  it('grows by a line at a time, each holding the one before', () => {
    const { path, heads, verify } = fiveLines()
    const lines = readTrail(path)
    expect(lines.map(({ sequence, command }) => [sequence, command])).toEqual([
      [1, 'ett'],
      [2, 'två'],
      [3, 'tre'],
      [4, 'fyra'],
      [5, 'fem'],
    ])
    expect(lines.map(({ hmac }) => hmac)).toEqual(heads)
    expect(lines.map(({ previous }) => previous)).toEqual(['0'.repeat(64), ...heads.slice(0, 4)])
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(verify(...heads)).toEqual({
      sound: true,
      lines: 5,
      purged: 0,
      head: heads[4],
      fault: null,
      missing_heads: [],
      clock_back: [],
    })
  })

  it('that nobody has begun is whole', () => {
    expect(verifyTrail(join(scratchFolder(), 'trail.ndjson'), keyring, [])).toMatchObject({ sound: true, lines: 0 })
  })

  it.each([
    ['command', '"command":"tre"', '"command":"sex"'],
    ['time', '08:00', '09:00'],
    ['user', '"os_user":"tester"', '"os_user":"någon"'],
    ['rows shown', '"rows_shown":1', '"rows_shown":0'],
    ['arguments', '["a"]', '[]'],
    ['reason', '"reason":null', '"reason":"x"'],
    ['number', '"sequence":3', '"sequence":4'],
  ])('of which the %s of a line is changed says which line', (_, from, to) => {
    const { lines, rewrite, verify } = fiveLines()
    expect(lines[2]).toContain(from)
    rewrite(...lines.with(2, lines[2]!.replace(from, to)))
    expect(verify()).toMatchObject({ sound: false, fault: { line: 3, cause: 'changed' } })
  })

  it('shows that lines are removed: first, in the middle, several', () => {
    const { lines, rewrite, verify } = fiveLines()
    for (const [from, to] of [
      [0, 1],
      [2, 3],
      [1, 4],
    ] as const) {
      rewrite(...lines.toSpliced(from, to - from))
      expect(verify()).toMatchObject({ sound: false, fault: { line: from + 1, cause: 'order' } })
    }
  })

  it('shows that its end is cut, by a head that was printed', () => {
    const { lines, heads, rewrite, verify } = fiveLines()
    rewrite(...lines.slice(0, 3))
    expect(verify(heads[1]!, heads[2]!)).toMatchObject({ sound: true })
    expect(verify(heads[2]!, heads[3]!)).toMatchObject({ sound: false, fault: null, missing_heads: [heads[3]] })
    rewrite()
    expect(verify(heads[0]!)).toMatchObject({ sound: false, lines: 0, missing_heads: [heads[0]] })
  })

  it('shows that lines change places, or stand twice', () => {
    const { lines, rewrite, verify } = fiveLines()
    rewrite(lines[0]!, lines[2]!, lines[1]!, lines[3]!, lines[4]!)
    expect(verify()).toMatchObject({ sound: false, fault: { line: 2, cause: 'order' } })
    rewrite(...lines, lines[4]!)
    expect(verify()).toMatchObject({ sound: false, fault: { line: 6, cause: 'order' } })
  })

  it('shows a line that is added, whoever made it', () => {
    const { path, lines, rewrite, verify } = fiveLines()
    const known = readTrail(path)
    rewrite(...lines, forged(known[4]!, Keyring.make('another key')))
    expect(verify()).toMatchObject({ sound: false, fault: { line: 6, cause: 'changed' } })
    // Even one made with the key, where it does not belong.
    rewrite(...lines.toSpliced(3, 0, forged(known[2]!, keyring)))
    expect(verify()).toMatchObject({ sound: false, fault: { line: 5, cause: 'order' } })
    for (const junk of ['', '{}', 'hej', '[]']) {
      rewrite(...lines.toSpliced(3, 0, junk))
      expect(verify()).toMatchObject({ sound: false, fault: { line: 4, cause: 'unreadable' } })
    }
  })

  it('is of one workspace: the key of another does not fit', () => {
    const { path } = fiveLines()
    expect(verifyTrail(path, Keyring.make('another'), [])).toMatchObject({ fault: { line: 1, cause: 'changed' } })
  })

  it('that cannot be written after the journal does not let it look as if nothing had been done', () => {
    const path = join(scratchFolder(), 'no/such/folder/trail.ndjson')
    const after = { ...note('ett'), journal: { lines: 1, head: 'f'.repeat(64) } }
    expect(() => appendToTrail(path, keyring, note('ett'))).toThrow(/^the trail .* nothing is shown without it$/)
    expect(() => appendToTrail(path, keyring, after)).toThrow(/^the journal of the reviews has it, but the trail/)
  })

  it('goes on after a line that a crash cut short', () => {
    const { path, lines, verify } = fiveLines()
    truncateSync(path, Buffer.byteLength(lines.join('\n')) - 20)
    expect(readTrail(path)).toHaveLength(4)
    expect(verify()).toMatchObject({ sound: true, lines: 4 })
    appendToTrail(path, keyring, note('sex'))
    expect(readTrail(path).map(({ command }) => command)).toEqual(['ett', 'två', 'tre', 'fyra', 'sex'])
    expect(verify()).toMatchObject({ sound: true, lines: 5 })
  })
})

describe('the trail of a workspace', () => {
  const trailOf = (folder: string) => readTrail(join(folder, 'trail.ndjson'))
  const verify = async (folder: string, ...words: readonly string[]) =>
    await run(['-w', folder, '--lang', 'en', 'trail', 'verify', ...words])

  it('says who did what, when, as whom and why, before anything is shown', async () => {
    const folder = await workspace()
    await ingest(folder, log({}))
    const words = ['-w', folder, '--as', 'SE5560000000-S009', 'audit', '--reveal', '--reason', 'anmälan 12']
    await run(words, { now: '2026-05-04T07:00:00Z' })
    expect(trailOf(folder)).toMatchObject([
      { command: 'ingest', os_user: 'tester', as: null, reason: null },
      {
        command: 'audit',
        time: '2026-05-04T07:00:00.000Z',
        os_user: 'tester',
        as: 'SE5560000000-S009',
        reason: 'anmälan 12',
        arguments: words,
        rows_shown: 0,
      },
    ])
    const { out } = await run(['-w', folder, '--lang', 'en', 'trail', 'list'])
    expect(out).toMatch(/tester \(claims to be SE5560000000-S009\) .* audit --reveal/)
    expect(out).toContain('reason: anmälan 12')
  })

  it('verify ends with 0 while it is whole, and with 65 when it is not', async () => {
    const folder = await workspace()
    await ingest(folder, log({}))
    await run(['-w', folder, 'audit'])
    const whole = await verify(folder)
    expect(whole).toMatchObject({ code: 0, err: '' })
    expect(whole.out).toMatch(/^The trail is whole: 2 lines, head [0-9a-f]{64}\n$/)

    const path = join(folder, 'trail.ndjson')
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.replace('tester', 'nobody'))
    expect(await verify(folder)).toMatchObject({ code: 65, out: 'The trail is not whole: line 1 has been changed.\n' })
    writeFileSync(path, text)
    expect(await verify(folder, '--head', 'f'.repeat(64))).toMatchObject({ code: 65 })
  })

  it('verify knows the heads that the runs were printed with: a cut end shows', async () => {
    const folder = await workspace()
    await ingest(folder, log({}))
    await run(['-w', folder, 'audit'])
    const path = join(folder, 'trail.ndjson')
    const lines = readFileSync(path, 'utf8').split('\n')
    writeFileSync(path, `${lines[0]}\n`)
    const cut = await verify(folder)
    expect(cut).toMatchObject({ code: 65 })
    expect(cut.out).toContain('its end is missing')
    // Lines added afterwards do not hide it.
    await run(['-w', folder, 'audit'], { now: '2026-06-02T08:00:00Z' })
    expect(await verify(folder)).toMatchObject({ code: 65 })
  })

  it('verify --format json gives the verdict as a document', async () => {
    const folder = await workspace()
    const { out } = await verify(folder, '--format', 'json')
    expect(JSON.parse(out)).toMatchObject({ sound: true, lines: 0, fault: null, missing_heads: [] })
  })

  it.each([
    ['a word', ['--patient', '19900101-2385']],
    ['a short word', ['--patient', '900101-2385']],
    ['an option and its value', ['--patient=199001012385']],
    ['a reserve number', ['--patient', '22950606-FH20']],
  ])('has no personal number from the command line: %s', async (_, words) => {
    const folder = await workspace()
    await ingest(folder, log({ record_id: '1' }, { record_id: '2', patient_id: '22950606FH20' }))
    const { code } = await run(['-w', folder, 'explain', '--user', usual.user_id, ...words])
    expect(code).toBe(0)
    const { arguments: kept } = trailOf(folder).at(-1)!
    expect(kept.join(' ')).not.toMatch(/900101|2385|FH20/i)
    expect(kept.join(' ')).toMatch(/--patient[ =]skyddad-[0-9a-f]{16}$/)
    expect(kept).toContain(usual.user_id)
  })

  it('has none from a reason, nor from the name of a file; the same number is the same pseudonym everywhere', async () => {
    const folder = await workspace()
    await ingest(folder, { 'logg 19900101-2385.csv': log({}) })
    await run(['-w', folder, 'audit', '--reveal', '--reason', 'begäran av 900101-2385 (19900101-2385)'])
    await run(['-w', folder, 'explain', '--user', usual.user_id, '--patient', '199001012385'])
    const lines = trailOf(folder)
    expect(JSON.stringify(lines.map((line) => [line.arguments, line.reason]))).not.toMatch(/900101/)
    const { reason } = lines[1]!
    const pseudonym = lines[2]!.arguments.at(-1)!
    expect(reason).toBe(`begäran av ${pseudonym} (${pseudonym})`)
    expect(lines[0]!.arguments.join(' ')).toContain(`logg ${pseudonym}.csv`)
  })

  it('holds a question that found nothing too', async () => {
    const folder = await workspace()
    await ingest(folder, log({}))
    const { code } = await run(['-w', folder, 'explain', '--user', 'SE5560000000-S999', '--patient', '199001012385'])
    expect(code).toBe(65)
    expect(trailOf(folder).at(-1)).toMatchObject({ command: 'explain', rows_shown: 0 })
  })

  it('is whole after two commands that ran at the same time', async () => {
    const folder = await workspace()
    const rows = (from: number) =>
      log(...Array.from({ length: 50 }, (_, number) => ({ record_id: String(from + number) })))
    await Promise.all([1, 2].map(async (number) => await ingest(folder, rows(number * 100), '--dry-run')))
    await ingest(folder, log({}))
    expect(await verify(folder)).toMatchObject({ code: 0 })
    expect(trailOf(folder)).toHaveLength(3)
  })

  it('is listed without what would act on a terminal', async () => {
    const folder = await workspace()
    await ingest(folder, { 'a\u001B[31m.csv': log({}) })
    const { out } = await run(['-w', folder, 'trail', 'list'])
    expect(out).toContain('.csv')
    expect(out).not.toContain('\u001B')
  })

  it('with a line of junk at its end says so, and is not mended in silence', async () => {
    const folder = await workspace()
    await ingest(folder, log({}))
    appendFileSync(join(folder, 'trail.ndjson'), 'junk\n')
    await run(['-w', folder, 'audit'])
    expect(await verify(folder)).toMatchObject({ code: 65 })
  })
})
