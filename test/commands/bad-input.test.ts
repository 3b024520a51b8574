import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { tmpdir } from 'node:os'
import { Exit } from '../../src/model/exit.ts'
import { schemaVersion } from '../../src/store/schema.ts'
import { remount, smallDisk } from '../faults/small-disk.ts'
import { type Ran, run, scratchFolder } from '../harness/program.ts'
import { log, table, usual } from '../ingest/read.ts'
import { allTables, change } from '../store/tables.ts'

/** Stands in the rows of every bad file; no message may hold it. */
const marker = 'HEMLIGT'

/** A workspace with a log, a table and a run in it, for every test to copy. */
const home = mkdtempSync(join(tmpdir(), 'loggkoll-origin-'))
const origin = join(home, 'workspace')
let tables: Awaited<ReturnType<typeof allTables>>

beforeAll(async () => {
  writeFileSync(join(home, 'log.csv'), log({ record_id: '1' }, { record_id: '2', activity: 'print' }))
  writeFileSync(
    join(home, 'staff.csv'),
    table(['user_id', 'given_name'], [{ user_id: usual.user_id, given_name: 'Åsa' }]),
  )
  for (const words of [
    ['init', origin, '--seed', 'test'],
    ['-w', origin, 'ingest', join(home, 'log.csv'), join(home, 'staff.csv')],
    ['-w', origin, 'audit'],
  ]) {
    expect(await run(words)).toMatchObject({ code: 0 })
  }
  tables = await allTables(origin)
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

function workspace(parent = scratchFolder()): string {
  const folder = join(parent, 'workspace')
  cpSync(origin, folder, { recursive: true })
  return folder
}

/** A refusal is said on standard error, shows nothing, and quotes no row. */
function expectRefusal({ code, out, err }: Ran, exit: Exit, ...said: readonly (string | RegExp)[]): void {
  expect(code, err).toBe(exit)
  expect(out).toBe('')
  for (const part of said) {
    if (typeof part === 'string') expect(err).toContain(part)
    else expect(err).toMatch(part)
  }
  expect(err).not.toContain(marker)
  // oxlint-disable-next-line no-control-regex -- what a terminal would act on
  expect(err).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/)
}

async function expectUntouched(folder: string): Promise<void> {
  expect(await allTables(folder)).toEqual(tables)
}

const row = (number: number, more: Readonly<Record<string, string>> = {}) => ({
  record_id: `r${number}`,
  user_name: marker,
  ...more,
})
const rows = (count: number) => Array.from({ length: count }, (_, number) => row(number))
const good = log(...rows(20))
const header = good.slice(0, good.indexOf('\n') + 1)
const bytes = (...parts: readonly (string | Buffer)[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)))
/** Bytes of every value, as a picture or a packed file has them. */
const noise = (length: number) =>
  Buffer.from(Array.from({ length }, (_, index) => (index * index * 7 + index * 31) & 255))
const hex = (text: string) => Buffer.from(text, 'hex')
const utf32 = (text: string) => Buffer.from(Uint32Array.from([...text].map((letter) => letter.codePointAt(0)!)).buffer)
const swedish = log(...rows(5).map((one) => ({ ...one, activity: 'läsa' })))

/** A file → what is said of it. The file's name is always said. */
const badFiles: Readonly<Record<string, readonly [content: string | Buffer, ...said: (string | RegExp)[]]>> = {
  'empty.csv': ['', 'is empty', 'at least a header'],
  'only header.csv': [header, 'has a header and no rows'],
  'only blank lines.csv': ['\n\n\n', 'no profile knows the headers'],
  'no header.csv': [good.slice(header.length), 'no profile knows the headers', '--profile'],
  'column missing.csv': [
    good.replace('patient_id', 'patent_id'),
    'read as access by profile canonical, the header lacks patient_id',
    'is "patent_id" meant to be patient_id?',
  ],
  'columns missing.csv': [
    good.replace('patient_id', 'x').replace('activity', 'y'),
    'the header lacks patient_id, activity',
    'known columns: record_id, occurred_at',
  ],
  'header twice.csv': [
    good.replace('record_id', 'user_id'),
    'the column "user_id" stands twice in the header',
    'remove one',
  ],
  'header twice in another case.csv': [good.replace('record_id', ' User_ID'), 'stands twice in the header'],
  'ragged.csv': [
    good + `${marker},x\n`.repeat(101),
    '101 of 121 rows cannot be read, more than 100; nothing of it is stored',
    'row 22: too_few_columns; row 23',
    '--max-rejects raises the limit',
  ],
  'impossible dates.csv': [
    log(...rows(150).map((one) => ({ ...one, occurred_at: '2026-02-30T10:00' }))),
    '150 of 150 rows cannot be read',
    'row 2: impossible_time (occurred_at)',
  ],
  'one long line.csv': [
    bytes(good, `r,"${marker}`, Buffer.alloc(50e6, 'x'), '"\n'),
    'a line of more than 2 MB',
    'line end',
  ],
  'no line end.csv': [Buffer.alloc(50e6, marker), 'a line of more than 2 MB'],
  'noise.csv': [noise(50_000), 'is not text', 'CSV'],
  'picture.png': [bytes(hex('89504e470d0a1a0a0000000d49484452'), noise(1000)), 'is not text', 'CSV'],
  'archive.zip': [bytes(hex('504b0304'), noise(1000)), 'is broken: it cannot be unpacked', 'copy or export'],
  'empty archive.zip': [bytes(hex('504b0506'), Buffer.alloc(18)), 'holds no file', 'the archive is empty'],
  'log.csv.gz': [
    gzipSync(good).subarray(0, 40),
    'is cut: its packed content ends too early',
    'copy or export it again',
  ],
  'log.parquet': [bytes('PAR1', noise(1000), 'PAR1'), 'is a broken Parquet file', 'export it again'],
  'page.csv': [`<!doctype html><html><body>${marker}</body></html>`, 'is a web page, not a log', 'CSV'],
  'other.xml': [
    `<?xml version="1.0"?><order>${marker}</order>`,
    'is XML of a kind that is not known',
    'riv-auditing-log',
  ],
  'log.pdf': [`%PDF-1.7 ${marker}`, 'is a PDF, not a log', 'CSV'],
  'log.xls': [bytes(hex('d0cf11e0a1b11ae1'), noise(1000)), 'is an old Excel file', '.xlsx'],
  'log.json': [`{"name": "${marker}"`, 'holds no JSON objects', 'one object on each line'],
  'list.json': [`[{"name": "${marker}"},`, 'the file ends before its last value does', 'cut'],
  'one broken byte.csv': [
    bytes(swedish, `r99,${marker},l`, hex('e4'), 'sa\n'),
    'UTF-8 with broken characters',
    'line 7',
  ],
  'one broken byte, one letter.csv': [
    bytes(log(row(1, { activity: 'läsa' })), `r99,${marker},l`, hex('e4'), 'sa\n'),
    'UTF-8 with broken characters',
    'line 3',
  ],
  'no encoding.csv': [
    bytes(good, `r99,${marker},l`, hex('81'), 'sa\n'),
    'neither UTF-8, UTF-16 nor Windows-1252',
    'line 22',
  ],
  'said to be UTF-8.csv': [bytes(hex('efbbbf'), Buffer.from(swedish, 'latin1')), 'says that it is UTF-8 but is not'],
  'UTF-32.csv': [bytes(hex('fffe0000'), utf32(good)), 'UTF-32', 'save it as UTF-8'],
  'UTF-32 without a mark.csv': [utf32(good), 'not text'],
  'half a character.csv': [
    bytes(hex('fffe'), Buffer.from(good, 'utf16le'), 'x'),
    'UTF-16LE but holds bytes that are not',
  ],
  'zero bytes.csv': [bytes(good, `r99,${marker}\0,x\n`), 'is not text (it holds zero bytes)'],
  'damaged by Excel.csv': [
    good.replace('199001012385', '1.99001E+11'),
    'row 2, column patient_id: a spreadsheet has turned personal numbers into scientific notation',
    'treat the column as text',
  ],
  'damaged by Excel in Swedish.csv': [
    log(row(1), row(2, { user_person_id: '1,99001E+11' })),
    'row 3, column user_person_id: a spreadsheet',
  ],
  'quote never closed.csv': [
    `${good}r50,"${marker},x\n${good.slice(header.length)}`,
    'row 22',
    'a quotation mark',
    '""',
  ],
  'quote closed too late.csv': [
    `${good}r50,"${marker},x\n${good.slice(header.length)}r51,${marker}"\n${good.slice(header.length)}`,
    'row 22',
    'a quotation mark',
  ],
}

describe('a file that cannot be read', () => {
  it.each(Object.entries(badFiles))('%s: nothing of it is stored', async (name, [content, ...said]) => {
    const folder = workspace()
    const path = join(scratchFolder(), name)
    writeFileSync(path, content)
    const ran = await run(['-w', folder, '--lang', 'en', 'ingest', path])
    expectRefusal(ran, Exit.data, name, ...said)
    await expectUntouched(folder)
  })

  it('takes with it the files after it, and leaves those before it whole', async () => {
    const folder = workspace()
    const files = scratchFolder()
    writeFileSync(join(files, 'good.csv'), good)
    writeFileSync(join(files, 'bad.csv'), badFiles['ragged.csv']![0])
    const paths = ['good.csv', 'bad.csv', 'good.csv'].map((name) => join(files, name))
    const { code, out, err } = await run(['-w', folder, '--lang', 'en', 'ingest', ...paths])
    expect({ code, out }).toEqual({ code: Exit.data, out: '' })
    expect(err).toContain('good.csv: read as access log')
    expect((await allTables(folder))['access_event']).toHaveLength(22)
  })

  it.each([
    ['a missing file', (folder: string) => join(folder, 'none.csv'), /there is no file .*none\.csv/, Exit.data],
    ['a file in a file', (folder: string) => join(folder, 'file/none.csv'), /there is no file .*none\.csv/, Exit.data],
    ['a link to nowhere', (folder: string) => join(folder, 'link'), /there is no file .*link/, Exit.data],
    ['an empty directory', (folder: string) => join(folder, 'empty'), /empty holds no file/, Exit.data],
    [
      'a pattern that fits nothing',
      (folder: string) => join(folder, '*.log'),
      'there is no file named like',
      Exit.data,
    ],
    ['a device that is empty', () => '/dev/null', '/dev/null is empty', Exit.data],
    [
      'a name that would act on a terminal',
      (folder: string) => join(folder, 'a\u001B[31m\u0007.csv'),
      'there is no file',
      Exit.data,
    ],
  ])('%s', async (_, path, said, exit) => {
    const [folder, files] = [workspace(), scratchFolder()]
    writeFileSync(join(files, 'file'), '')
    mkdirSync(join(files, 'empty'))
    symlinkSync('/nowhere/at/all', join(files, 'link'))
    expectRefusal(await run(['-w', folder, '--lang', 'en', 'ingest', path(files)]), exit, said)
    await expectUntouched(folder)
  })

  it.each([
    ['nothing', ''],
    ['an archive', badFiles['archive.zip']![0]],
    ['broken text', badFiles['no encoding.csv']![0]],
    ['a header that is wrong', badFiles['column missing.csv']![0]],
    ['ragged rows', badFiles['ragged.csv']![0]],
    ['a long line', badFiles['one long line.csv']![0]],
  ])('%s on standard input is called that, not by the name of a copy', async (_, input) => {
    const folder = workspace()
    const ran = await run(['-w', folder, '--lang', 'en', 'ingest', '-'], { input })
    expectRefusal(ran, Exit.data, /^loggkoll: standard input/)
    expect(ran.err).not.toContain(folder)
    await expectUntouched(folder)
  })

  it('with columns that nobody knows is read, and they are named', async () => {
    const folder = workspace()
    const path = join(scratchFolder(), 'wide.csv')
    writeFileSync(path, table(['Kön\u001B[2J', ...Object.keys(usual)], [{ ...usual, record_id: '1' }]))
    const { code, err } = await run(['-w', folder, '--lang', 'en', 'ingest', path])
    expect(code).toBe(Exit.done)
    expect(err).toMatch(/Columns that are not read: Kön/)
    expect(err).not.toContain('\u001B')
  })

  it('has fewer rejected rows than the limit, when --max-rejects is raised', async () => {
    const folder = workspace()
    const path = join(scratchFolder(), 'ragged.csv')
    writeFileSync(path, badFiles['ragged.csv']![0])
    expectRefusal(await run(['-w', folder, 'ingest', '--max-rejects', '100', path]), Exit.data, 'more than 100')
    await expectUntouched(folder)
    const { code, out } = await run(['-w', folder, '--format', 'json', 'ingest', '--max-rejects', '101', path])
    expect(code).toBe(Exit.done)
    expect(JSON.parse(out)).toMatchObject({ files: [{ rows: 121, stored: 20, rejected: 101 }] })
  })
})

describe('a store that cannot be used', () => {
  const commands: Readonly<Record<string, readonly string[]>> = {
    ingest: ['ingest', join(home, 'good.csv')],
    audit: ['audit'],
    report: ['report', 'audit'],
    explain: ['explain', '--user', usual.user_id, '--patient', usual.patient_id],
    'trail verify': ['trail', 'verify'],
  }
  beforeAll(() => writeFileSync(commands['ingest']![1]!, good))

  const store = (folder: string) => join(folder, 'loggkoll.duckdb')

  it.each<[string, (folder: string) => Promise<void> | void, Exit, string | RegExp]>([
    ['no store at all', (folder) => writeFileSync(store(folder), noise(100_000)), Exit.data, 'the store is damaged'],
    ['a text', (folder) => writeFileSync(store(folder), `${marker}\n`.repeat(2000)), Exit.data, 'the store is damaged'],
    ['half of it', (folder) => truncateSync(store(folder), 500_000), Exit.data, 'the store is damaged'],
    ['its first page', (folder) => truncateSync(store(folder), 4096), Exit.data, 'the store is damaged'],
    [
      'zeros in the middle',
      (folder) => writeFileSync(store(folder), readFileSync(store(folder)).fill(0, 12_288, 200_000)),
      Exit.data,
      'the store is damaged',
    ],
    [
      'nothing',
      (folder) => rmSync(store(folder)),
      Exit.config,
      /loggkoll\.duckdb is missing\n {2}restore it from a backup/,
    ],
    ['an empty file', (folder) => truncateSync(store(folder), 0), Exit.data, 'the store is damaged'],
    [
      'the store of another program',
      (folder) => change(folder, 'drop table store_fact'),
      Exit.config,
      'the store is not whole',
    ],
    [
      'a newer schema',
      (folder) => change(folder, `update store_fact set value = '99' where name = 'schema'`),
      Exit.config,
      `the store is of schema 99, and this version of loggkoll knows ${schemaVersion}\n  use the newer version`,
    ],
    [
      'another zone',
      (folder) => change(folder, `update store_fact set value = 'Asia/Tokyo' where name = 'zone'`),
      Exit.config,
      'the local times of the store are in Asia/Tokyo',
    ],
  ])('%s', async (_, damage, exit, said) => {
    const folder = workspace()
    await damage(folder)
    for (const words of Object.values(commands)) expectRefusal(await run(['-w', folder, ...words]), exit, said)
  })

  it.each([
    ['0', 0],
    ['1', 1000],
  ])('another process holds it, and --wait %s has passed', async (wait, least) => {
    const folder = workspace()
    const holder = spawn(process.execPath, [join(import.meta.dirname, '../faults/hold-child.ts'), folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const ended = once(holder, 'exit')
    onTestFinished(() => void holder.kill('SIGKILL'))
    await once(holder.stdout, 'data')
    const trail = readFileSync(join(folder, 'trail.ndjson'), 'utf8')
    const chosen = wait === '0' ? Object.values(commands) : [commands['audit']!]
    for (const words of chosen) {
      const start = performance.now()
      const ran = await run(['-w', folder, '--wait', wait, ...words])
      expectRefusal(ran, Exit.busy, `in use by another process (waited ${wait} s)`, '--wait')
      expect(performance.now() - start).toBeGreaterThanOrEqual(least)
      expect(performance.now() - start).toBeLessThan(least + 5000)
    }
    expect(readFileSync(join(folder, 'trail.ndjson'), 'utf8')).toBe(trail)
    // As soon as the other is done, the command that waits goes on.
    const waiting = run(['-w', folder, '--wait', '30', 'trail', 'verify'])
    holder.stdin.end()
    expect(await waiting).toMatchObject({ code: Exit.done })
    await ended
    await expectUntouched(folder)
  })

  it('lies on a disk that takes no writing', async (context) => {
    const disk = smallDisk(context, '20m')
    const folder = workspace(disk)
    remount(disk, 'ro')
    for (const [name, words] of Object.entries(commands)) {
      // It neither writes nor shows anyone: `read-only.test.ts`.
      if (name === 'trail verify') continue
      expectRefusal(await run(['-w', folder, ...words]), Exit.cannotWrite, /cannot be (opened for writing|written)/)
    }
    expectRefusal(await run(['init', join(disk, 'new')]), Exit.cannotWrite, 'cannot be written')
    remount(disk, 'rw')
    await expectUntouched(folder)
  })

  it.each<[string, (path: string) => void]>([
    ['is a directory', (path) => mkdirSync(path)],
    ['is a link to nowhere', (path) => symlinkSync('/nowhere/at/all', path)],
  ])('has a trail that %s: nothing is done or shown without it', async (_, damage) => {
    for (const name of ['ingest', 'audit', 'report', 'explain']) {
      const folder = workspace()
      rmSync(join(folder, 'trail.ndjson'))
      damage(join(folder, 'trail.ndjson'))
      const output = join(scratchFolder(), 'out.csv')
      const shown = await run(['-w', folder, ...commands[name]!])
      expectRefusal(shown, Exit.cannotWrite, 'trail.ndjson cannot be written, and nothing is shown without it')
      expectRefusal(await run(['-w', folder, '-o', output, ...commands[name]!]), Exit.cannotWrite)
      expect(() => readFileSync(output)).toThrow('ENOENT')
      await expectUntouched(folder)
    }
  })
})

describe('an output that cannot be written', () => {
  it.each([
    ['nowhere/out.csv', 'cannot be written\n  check the directory'],
    ['file/out.csv', 'cannot be written\n  check the directory'],
    ['.', 'cannot be written: it is no plain file'],
  ])('%s', async (name, said) => {
    const [folder, files] = [workspace(), scratchFolder()]
    writeFileSync(join(files, 'file'), '')
    const ran = await run(['-w', folder, '--format', 'csv', '-o', join(files, name), 'audit'])
    expectRefusal(ran, Exit.cannotWrite, said)
  })

  it('on a full disk is not half written', async (context) => {
    const disk = smallDisk(context, '16k')
    const output = join(disk, 'report.html')
    const ran = await run(['-w', workspace(), '-o', output, 'report', 'audit'])
    expectRefusal(ran, Exit.cannotWrite, 'report.html cannot be written')
    expect(() => readFileSync(output)).toThrow('ENOENT')
  })
})

describe('a workspace that cannot be used', () => {
  it.each<[string, string, Exit, ...(string | RegExp)[]]>([
    [
      'zone: Europe/Stockholm\nbudgt: 5\n',
      'a misspelt setting',
      Exit.config,
      /loggkoll\.yaml, line 2: there is no setting budgt/,
      'did you mean budget?',
    ],
    ['zone: [\n', 'broken YAML', Exit.config, 'loggkoll.yaml: ', 'mend the YAML'],
    ['zone: Europe/Stokholm\n', 'a zone that is none', Exit.config, 'line 1: zone: is no time zone'],
    [
      'zone: Europe/Helsinki\n',
      'another zone than the store',
      Exit.config,
      'loggkoll.yaml says Europe/Helsinki',
      'set the zone back',
    ],
    [
      'rules:\n  own-recrd: {}\n',
      'a misspelt rule',
      Exit.config,
      'there is no rule own-recrd',
      'did you mean own-record?',
    ],
    ['rules:\n  own-family: { yers: 1 }\n', 'a misspelt parameter', Exit.config, 'rules.own-family'],
    [
      'rules:\n  off-hours: { margin_minutes: many }\n',
      'a parameter of the wrong kind',
      Exit.config,
      'rules.off-hours',
    ],
  ])('%j (%s)', async (settings, _, exit, ...said) => {
    const folder = workspace()
    writeFileSync(join(folder, 'loggkoll.yaml'), settings)
    expectRefusal(await run(['-w', folder, 'audit']), exit, ...said)
    writeFileSync(join(folder, 'loggkoll.yaml'), '')
    await expectUntouched(folder)
  })

  it('has lost its key', async () => {
    const folder = workspace()
    rmSync(join(folder, 'loggkoll.key'))
    expectRefusal(await run(['-w', folder, 'audit']), Exit.config, /loggkoll\.key is missing\n {2}restore it/)
  })

  it('is none', async () => {
    const folder = scratchFolder()
    for (const words of [['audit'], ['ingest', 'x.csv'], ['trail', 'list'], ['trail', 'verify'], ['report', 'audit']]) {
      expectRefusal(await run(['-w', folder, ...words]), Exit.config, 'is no workspace', 'loggkoll init')
      expectRefusal(await run(['-w', join(folder, 'missing'), ...words]), Exit.config, 'is no workspace')
    }
  })

  it('has a profile of its own that is broken', async () => {
    const folder = workspace()
    const path = join(folder, 'profiles/ours.yaml')
    for (const [text, said] of [
      ['profile: [', 'ours.yaml: '],
      ['profile: ours\n', /ours\.yaml: description: /],
      ['profile: Our Own\ndescription: d\nstatus: draft\nbased_on: b\ncolumns: {}\n', 'ours.yaml, line 1: profile: '],
      [
        'profile: ours\ndescription: d\nstatus: draft\nbased_on: b\ncolumns: { pationt: X }\n',
        'access has no field pationt',
      ],
      [
        'profile: ours\ndescription: d\nstatus: draft\nbased_on: b\nkind: stff\ncolumns: {}\n',
        'ours.yaml, line 5: kind: ',
      ],
      [
        `profile: ours\ndescription: d\nstatus: draft\nbased_on: b\ncolumns: {}\ntime_formats: ["%Y'); drop table x; --"]\n`,
        'ours.yaml, line 6: time_formats.0: ',
      ],
    ] as const) {
      writeFileSync(path, text)
      expectRefusal(await run(['-w', folder, 'ingest', 'x.csv']), Exit.config, said)
      expectRefusal(await run(['-w', folder, 'profile', 'list']), Exit.config, said)
    }
    await expectUntouched(folder)
  })

  it('is not made where something lies already', async () => {
    const [folder, files] = [workspace(), scratchFolder()]
    writeFileSync(join(files, 'file'), 'x')
    expectRefusal(await run(['init', files]), Exit.cannotWrite, 'is not empty', 'choose a new or an empty directory')
    expectRefusal(await run(['init', folder]), Exit.cannotWrite, 'is a workspace already', 'choose another directory')
    expectRefusal(await run(['init', join(files, 'file')]), Exit.cannotWrite, 'file')
    expectRefusal(await run(['init', join(files, 'file/new')]), Exit.cannotWrite, 'cannot be written')
    expect(readFileSync(join(files, 'file'), 'utf8')).toBe('x')
    await expectUntouched(folder)
  })
})

describe('wrong usage', () => {
  it.each<[readonly string[], ...(string | RegExp)[]]>([
    [['adit'], "unknown command 'adit'", 'Did you mean audit?'],
    [['audit', '--mnth', '2026-03'], "unknown option '--mnth'", 'Did you mean --month?'],
    [['audit', '--month', '2026-03', '--from', '2026-03-01'], '--month and --from or --to cannot both be given'],
    [['audit', '--month', '2026-03', '--to', '2026-03-01'], '--month and --from or --to cannot both be given'],
    [['audit', '--month', '2026-13'], '"2026-13" is no month', 'write it as 2026-03'],
    [['audit', '--from', '2026-02-30'], '"2026-02-30" is no date', 'write it as 2026-03-31'],
    [['audit', '--from', '2026-03-02', '--to', '2026-03-01'], 'holds no day'],
    [['audit', '--reveal'], '--reveal asks for a reason', '--reason TEXT'],
    [['audit', '--reveal', '--reason', '  '], '--reveal asks for a reason'],
    [['report', 'audit', '--reveal'], '--reveal asks for a reason'],
    [['explain', 'F-1', '--reveal'], '--reveal asks for a reason'],
    [['audit', '--rule', 'own-recrd'], 'there is no rule own-recrd', 'did you mean own-record?'],
    [['audit', '--fail-on', 'huge'], 'huge', 'critical'],
    [['audit', '--format', 'xml'], 'there is no format xml here', 'formats: table, json'],
    [['trail', 'list', '--format', 'xml'], 'there is no format xml here'],
    [['trail', 'verify', '--format', 'xml'], 'there is no format xml here'],
    [['ingest', 'x.csv', '--format', 'xml'], 'there is no format xml here'],
    [['sample', '--seed', '-3'], "'--seed <n>' argument '-3' is invalid", 'write a whole number from 0 up'],
    [['audit', 'surplus'], 'too many arguments'],
    [['ingest'], "missing required argument 'file'"],
    [['ingest', '--kind', 'stff', 'x.csv'], 'stff', 'staff'],
    [['ingest', '--mode', 'replace', 'x.csv'], 'replace', 'snapshot, upsert'],
    [['ingest', '--max-rejects', '-1', 'x.csv'], '--max-rejects'],
    [['ingest', '--covers', '2026-01-01', 'x.csv'], 'is no span of days', '2026-01-01..2026-03-31'],
    [['ingest', '--covers', '2026-01-01..soon', 'x.csv'], '--covers: "soon" is no date'],
    [['ingest', '--covers', '2026-03-31..2026-01-01', 'x.csv'], '--covers', '2026-03-31..2026-01-01'],
    [['--wait', 'long', 'audit'], '--wait'],
    [['--lang', 'fi', 'audit'], '--lang'],
    [['explain'], 'explain wants a finding', 'loggkoll audit'],
    [['explain', 'X-1'], 'explain wants a finding'],
    [['explain', '--user', 'u'], 'explain wants a finding'],
    [['rules', 'show', 'own-recrd'], 'there is no rule own-recrd', 'did you mean own-record?'],
    [['profile', 'show', 'cosmic-drft'], 'there is no profile cosmic-drft', 'did you mean cosmic-draft?'],
    [[], 'Usage: loggkoll'],
    [['trail'], 'Usage: loggkoll trail'],
  ])('%j', async (words, ...said) => {
    const folder = workspace()
    const trail = readFileSync(join(folder, 'trail.ndjson'), 'utf8')
    expectRefusal(await run(['-w', folder, ...words]), Exit.usage, ...said)
    expect(readFileSync(join(folder, 'trail.ndjson'), 'utf8')).toBe(trail)
    await expectUntouched(folder)
  })

  it('of a profile that there is none of', async () => {
    const folder = workspace()
    const path = join(scratchFolder(), 'log.csv')
    writeFileSync(path, good)
    const ran = await run(['-w', folder, 'ingest', '--profile', 'cosmic-drft', path])
    expectRefusal(ran, Exit.usage, 'there is no profile cosmic-drft', 'did you mean cosmic-draft?')
    const other = await run(['-w', folder, 'ingest', '--profile', 'cosmic-draft', '--kind', 'staff', path])
    expectRefusal(other, Exit.usage, 'there is no profile cosmic-draft of staff')
    await expectUntouched(folder)
  })
})

describe('a question that has no answer', () => {
  it.each([
    [['explain', 'F-0000000000000000'], 'there is no F-0000000000000000'],
    [['explain', 'L-0000000000000000'], 'there is no L-0000000000000000'],
    [['explain', '--user', 'nobody', '--patient', '199001012385'], 'that user has no lookup of that patient'],
    [['report', 'audit', '--run', 'none'], 'there is no run none'],
  ])('%j is wrong data', async (words, said) => {
    const folder = workspace()
    expectRefusal(await run(['-w', folder, ...words]), Exit.data, said)
    await expectUntouched(folder)
  })

  it('of an empty workspace says what to do first', async () => {
    const folder = join(scratchFolder(), 'new')
    await run(['init', folder])
    expectRefusal(await run(['-w', folder, 'audit']), Exit.data, 'there is no access log to audit', 'loggkoll ingest')
    expectRefusal(
      await run(['-w', folder, 'report', 'audit']),
      Exit.data,
      'there is no run to report',
      'loggkoll audit',
    )
  })
})

describe('a fault in the tool', () => {
  it('is called that, and quotes nothing', async () => {
    const folder = workspace()
    // A column that the queries count on is gone: what follows is nobody's mistake but the tool's.
    await change(folder, `alter table lookup drop column hours; alter table lookup add column "${marker}" varchar`)
    const ran = await run(['-w', folder, 'audit'])
    expect(ran.out).toBe('')
    expect(ran.err).not.toContain(marker)
    expect([Exit.fault, Exit.partly]).toContain(ran.code)
  })
})
