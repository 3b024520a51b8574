import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { run, scratchFolder, workspace } from '../harness/program.ts'
import { ingest, log } from '../ingest/read.ts'

const passphrase = 'korrekt häst batteri'
const env = { LOGGKOLL_PASSPHRASE: passphrase }

/** A workspace with a log, a place for files, and a report to seal. */
async function world() {
  const folder = await workspace()
  expect(await ingest(folder, log({}, { activity: 'print' }))).toMatchObject({ code: 0 })
  const place = scratchFolder()
  const report = (output: string, ...global: readonly string[]) => [
    '-w',
    folder,
    '-o',
    join(place, output),
    ...global,
    'report',
    'patient',
    '--patient',
    '199001012385',
  ]
  return { folder, place, report }
}

async function keyPair(place: string, name = 'nyckel.txt') {
  const identity = await generateX25519Identity()
  const file = join(place, name)
  writeFileSync(file, `# created: now\n${identity}\n`)
  return { identity, file, recipient: await identityToRecipient(identity) }
}

describe('--seal', () => {
  it('seals to recipients: each opens it, byte for byte what would have been written', async () => {
    const { place, report } = await world()
    const [one, two] = [await keyPair(place), await keyPair(place, 'annan.txt')]
    const sealed = await run(report('utdrag.json', '--seal', one.recipient, '--seal', two.recipient))
    expect(sealed).toEqual({ code: 0, out: '', err: `${join(place, 'utdrag.json.age')}\n` })
    expect(readdirSync(place).filter((name) => name.startsWith('utdrag'))).toEqual(['utdrag.json.age'])
    const file = join(place, 'utdrag.json.age')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file).includes('199001012385')).toBe(false)
    for (const { file: identity } of [one, two]) {
      const opened = join(place, 'öppnad.json')
      const unsealed = await run(['-w', place, '-o', opened, 'unseal', file, '--identity', identity])
      expect(unsealed).toMatchObject({ code: 0, err: '' })
      expect(JSON.parse(readFileSync(opened, 'utf8'))).toMatchObject({ schema: 'loggkoll/patient-extract/1' })
      expect(statSync(opened).mode & 0o777).toBe(0o600)
    }
    const decrypter = new Decrypter()
    decrypter.addIdentity(one.identity)
    const text = await decrypter.decrypt(readFileSync(file), 'text')
    expect(text).toBe(readFileSync(join(place, 'öppnad.json'), 'utf8'))
  })

  it('seals with a passphrase from the environment, or asked for twice, and never leaves it anywhere', async () => {
    const { folder, place, report } = await world()
    expect(await run(report('a.html', '--seal', 'passphrase'), { env })).toMatchObject({ code: 0 })
    const twice = { secrets: [passphrase, passphrase] }
    expect(await run(report('b.html.age', '--seal', 'passphrase'), twice)).toMatchObject({ code: 0 })
    for (const name of ['a.html.age', 'b.html.age']) {
      const opened = join(place, `${name}.html`)
      expect(await run(['-o', opened, 'unseal', join(place, name)], { secrets: [passphrase] })).toMatchObject({
        code: 0,
      })
      expect(readFileSync(opened, 'utf8')).toContain('<!doctype html>')
    }
    expect(readFileSync(join(folder, 'trail.ndjson'), 'utf8')).not.toContain('korrekt')
    const differ = await run(report('c.html', '--seal', 'passphrase'), { secrets: [passphrase, 'något helt annat'] })
    expect(differ.code).toBe(64)
    expect(existsSync(join(place, 'c.html.age'))).toBe(false)
  })

  it('takes a key that does not fit, and a file that is damaged, for what they are', async () => {
    const { place, report } = await world()
    const [mine, other] = [await keyPair(place), await keyPair(place, 'annan.txt')]
    await run(report('u.json', '--seal', mine.recipient))
    await run(report('p.json', '--seal', 'passphrase'), { env })
    const [u, p] = [join(place, 'u.json.age'), join(place, 'p.json.age')]
    const open = (...words: readonly string[]) => run(['-o', join(place, 'x'), 'unseal', ...words], { env })
    const wrong = await run(['-o', join(place, 'x'), 'unseal', p], { env: { LOGGKOLL_PASSPHRASE: 'fel fel fel fel' } })
    expect(wrong).toMatchObject({ code: 77 })
    expect(wrong.err).toContain('the passphrase does not open')
    expect(await open(u, '--identity', other.file)).toMatchObject({ code: 77 })
    expect(await open(p, '--identity', mine.file)).toMatchObject({ code: 77 })
    expect((await open(u)).code).toBe(77)
    const bytes = readFileSync(u)
    for (const [name, content] of [
      ['flipped', Buffer.from(bytes.map((byte, place_) => (place_ === bytes.length - 20 ? byte ^ 1 : byte)))],
      ['cut', bytes.subarray(0, bytes.length - 5)],
      ['head', bytes.subarray(0, 30)],
      ['other', Buffer.from('hej')],
      ['empty', Buffer.alloc(0)],
    ] as const) {
      writeFileSync(join(place, name), content)
      const { code, err } = await open(join(place, name), '--identity', mine.file)
      expect(code, name).toBe(65)
      expect(err, name).toMatch(/is damaged|is no age file/)
    }
    writeFileSync(join(place, 'tom.txt'), '# inget\n')
    expect((await open(u, '--identity', join(place, 'tom.txt'))).code).toBe(65)
    expect((await open(join(place, 'finns-inte'))).code).toBe(65)
    expect(existsSync(join(place, 'x'))).toBe(false)
  })

  it('is refused where it cannot be done, before anything is', async () => {
    const { folder, place, report } = await world()
    const trail = () => readFileSync(join(folder, 'trail.ndjson'), 'utf8')
    const before = trail()
    const { recipient, identity } = await keyPair(place)
    for (const [words, given, said] of [
      [['-w', folder, '--seal', recipient, 'report', 'patient', '--patient', 'x'], {}, '-o FILE'],
      [['-w', folder, '--seal', recipient, '-o', '-', 'report', 'patient', '--patient', 'x'], {}, '-o FILE'],
      [report('x.html', '--seal', 'age1nonsense'), {}, 'no recipient'],
      [report('x.html', '--seal', 'hemlig lösenfras'), {}, 'no recipient'],
      [report('x.html', '--seal', identity), {}, 'no recipient'],
      [report('x.html', '--seal', 'passphrase', '--seal', recipient), { env }, 'cannot go with'],
      [report('x.html', '--seal', 'passphrase'), {}, 'LOGGKOLL_PASSPHRASE'],
      [report('x.html', '--seal', 'passphrase'), { env: { LOGGKOLL_PASSPHRASE: 'kort' } }, 'at least 12'],
      [report('x.html', '--seal', 'passphrase'), { env: { LOGGKOLL_PASSPHRASE: '' } }, 'no terminal'],
      [['unseal', join(place, 'nyckel.txt')], { env }, '-o FILE'],
      [
        ['-o', join(place, 'x'), 'unseal', join(place, 'nyckel.txt'), '--identity', identity],
        {},
        'never the key itself',
      ],
    ] as const) {
      const { code, err, out } = await run(words, given)
      expect(code, words.join(' ')).toBe(64)
      expect(err).toContain(said)
      expect(out).toBe('')
      expect(err).not.toMatch(/hemlig lösenfras|AGE-SECRET/)
    }
    expect(trail()).toBe(before)
    expect(readdirSync(place)).toEqual(['nyckel.txt'])
  })

  it('writes nothing when the command stops, and says when it cannot write', async () => {
    const { folder, place } = await world()
    const { recipient } = await keyPair(place)
    const words = ['-w', folder, '--seal', recipient]
    const stopped = ['report', 'patient', '--patient', '199001012385', '--requested-by', 'proxy']
    expect((await run([...words, '-o', join(place, 'x.html'), ...stopped])).code).toBe(77)
    expect(readdirSync(place)).toEqual(['nyckel.txt'])
    const nowhere = join(place, 'finns/inte.html')
    expect((await run([...words, '-o', nowhere, 'report', 'patient', '--patient', '199001012385'])).code).toBe(73)
  })

  it('leaves a line in the trail of a workspace when a file is opened there', async () => {
    const { folder, place, report } = await world()
    const { recipient, file } = await keyPair(place)
    await run(report('u.csv', '--seal', recipient))
    await run(['-w', folder, '-o', join(place, 'u.csv'), 'unseal', join(place, 'u.csv.age'), '--identity', file])
    const last = readFileSync(join(folder, 'trail.ndjson'), 'utf8').trimEnd().split('\n').at(-1)!
    expect(JSON.parse(last)).toMatchObject({ command: 'unseal' })
  })
})

const isInstalled = spawnSync('age', ['--version']).status === 0
if (!isInstalled) console.warn('SKIPPED: the program age is not installed, so nothing is tried against it.')

describe.skipIf(!isInstalled)('the program age', () => {
  it('opens what is sealed here, and seals what is opened here, armoured too', async () => {
    const { place, report } = await world()
    const { recipient, file } = await keyPair(place)
    await run(report('u.json', '--seal', recipient))
    const text = execFileSync('age', ['-d', '-i', file, join(place, 'u.json.age')], { encoding: 'utf8' })
    expect(JSON.parse(text)).toMatchObject({ schema: 'loggkoll/patient-extract/1' })
    for (const form of [[], ['-a']]) {
      const sealed = join(place, 'deras.age')
      execFileSync('age', [...form, '-r', recipient, '-o', sealed], { input: 'hej åäö' })
      const opened = join(place, 'deras.txt')
      expect((await run(['-o', opened, 'unseal', sealed, '--identity', file])).code).toBe(0)
      expect(readFileSync(opened, 'utf8')).toBe('hej åäö')
    }
  })
})
