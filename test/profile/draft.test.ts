import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, run, workspace } from '../harness/program.ts'

const log = [
  'Händelsetid;Inloggad;Namn;Enhets-id;Enhet;Patientnr;Händelse;Syfte;Klient;Kommentar',
  '01/03/2026 08:15;SE5560000000-1A2B;Anna Ek;SE5560000000-U110;Avdelning 3;19250101-9216;Öppnat;Vård;PC-17;',
  '02/03/2026 08:17;SE5560000000-1A2B;Anna Ek;SE5560000000-U110;Avdelning 3;19250101-9216;Hoppat;Vård;PC-17;',
  '02/03/2026 21:40;SE5560000000-1A2C;Erik Lund;SE5560000000-U110;Avdelning 3;19250114-8437;Skrivit ut;Vård;PC-18;',
  '02/03/2026 21:41;SE5560000000-1A2C;Erik Lund;SE5560000000-U110;Avdelning 3;19250114-8437;Öppnat Siv Alm;Vård;PC-18;',
].join('\n')

async function infer(content: string | Buffer, ...options: readonly string[]) {
  const folder = folderWith({ 'export.csv': content })
  const ran = await run(['-w', folder, '--lang', 'en', 'profile', 'infer', join(folder, 'export.csv'), ...options])
  return { ...ran, folder, file: join(folder, 'export.csv') }
}

describe('a draft', () => {
  it('says of each column how sure it is, and why', async () => {
    const { code, out } = await infer(log, '--id', 'journal-a')
    expect(code).toBe(0)
    expect(out).toContain('profile: journal-a\n')
    expect(out).toContain('kind: access # certain\n')
    expect(out).toMatch(/ {2}user_id: Inloggad # certain: the header says so; 100 % of the values are HSA ids\n/)
    expect(out).toMatch(/ {2}- Enhet # looks like care_unit_id, which another column is\n/)
  })

  it.each([
    ['in one column', log, 'Händelsetid'],
    ['in two', 'Datum;Tid;Användare\n01/03/2026;08:15;annaek\n02/03/2026;08:16;annaek\n', '\\[ Datum, Tid \\]'],
  ])('says that nothing tells the day from the month, and the way out: %s', async (_, text, columns) => {
    const { out } = await infer(text, '--kind', 'access')
    expect(out).toMatch(
      new RegExp(`occurred_at: ${columns} # .*NOTE no value settles whether the day or the month stands first`),
    )
    expect(out).toMatch(/ask the vendor; .* change places of %d and %m in time_formats/)
    expect(out).toContain('"%d/%m/%Y %H:%M"')
  })

  it('says of a register only that its times must be written anew', async () => {
    const { out } = await infer(
      'Datum;Start;Slut;HSA-id\n01/03/2026;08:00;16:00;SE5560000000-S001\n',
      '--kind',
      'shift',
    )
    expect(out).toContain('start_time: [ Datum, Start ]')
    expect(out).toContain('times of registers must be written 2026-03-01 08:15:00')
    expect(out).not.toContain('time_formats')
  })

  it('guesses what the words mean, and marks those that it cannot guess', async () => {
    const { out, err } = await infer(log)
    expect(out).toContain('    Skrivit ut: print # 1 row\n')
    expect(out).toContain('  # "Hoppat": TODO (1 row)\n')
    expect(err).toContain('1 code word could not be guessed')
  })

  it.each(['table', 'json'])('names no person, as %s', async (format) => {
    const { out, err } = await infer(log, '--format', format)
    for (const secret of ['Anna', 'Erik', 'Siv', 'Alm', '1A2B', '1A2C', '9216', '8437', '192501', 'PC-17']) {
      expect(out + err).not.toContain(secret)
    }
    expect(out).toContain(format === 'json' ? '"hidden": 1' : 'TODO: 1 more word is not shown')
  })

  it('says what the law wants and no column is, and ends well all the same', async () => {
    const { code, out, err } = await infer('Tidpunkt;Användare\n2026-03-01 08:15;annaek\n', '--kind', 'access')
    expect(code).toBe(0)
    expect(out).toMatch(/lacks:\n {2}- care_unit_id # the law wants it/)
    expect(out).toContain('constants: { activity: read }')
    expect(err).toContain('Missing and required: care_unit_id, patient_id, activity')
  })

  it.each([
    ['of several lines', '"Loggutdrag\n\n2026-03-02"\n'],
    ['with a mark that never closes', '"Loggutdrag\n2026-03-02\n'],
    ['of several lines, after a byte order mark', '\uFEFF"Loggutdrag\n2026-03-02"\n'],
  ])('begins at the header below a title in quotation marks: %s', async (_, title) => {
    const { code, out } = await infer(title + log)
    expect(code).toBe(0)
    expect(out).toContain('  occurred_at: Händelsetid # certain')
    expect(out).toContain('# A draft by loggkoll profile infer, from 4 rows and 10 columns.')
    expect(out).not.toContain('SE5560000000')
  })

  it.each(['Siv\nAlm', 'Siv\n\nAlm', 'Siv; Alm\n'])(
    'takes no row for the header where a comment runs over lines',
    async (said) => {
      const [header, first, ...rows] = log.split('\n')
      const { code, out } = await infer([header, `${first}"${said}"`, ...rows].join('\n'))
      expect(code).toBe(0)
      expect(out).toContain('# A draft by loggkoll profile infer, from 4 rows and 10 columns.')
      expect(out).toContain('  occurred_at: Händelsetid # certain')
      for (const secret of ['Anna', 'Erik', 'Alm', '9216']) expect(out).not.toContain(secret)
    },
  )

  it('is made of the rows above a quotation mark that never closes', async () => {
    const { code, out } = await infer(log.replace('Hoppat', '"Hoppat'))
    expect(code).toBe(0)
    expect(out).toContain('# A draft by loggkoll profile infer, from 1 row and 10 columns.')
    expect(out).toContain('  occurred_at: Händelsetid # certain')
  })

  it('of a file that says nothing is a draft without columns', async () => {
    const { code, out } = await infer('Foo;Bar\nx;y\n')
    expect(code).toBe(0)
    expect(out).toContain('columns: {}')
  })

  it('says when a known profile reads the file already', async () => {
    const { err } = await infer('occurred_at,user_id,care_unit_id,patient_id,activity\n2026-03-01,a,b,c,read\n')
    expect(err).toContain('The profile canonical reads this file already')
  })

  it('speaks Swedish', async () => {
    const { out, file } = await infer(log)
    expect(out).toContain('certain')
    const sv = await run(['-w', '/nowhere', '--lang', 'sv', 'profile', 'infer', file])
    expect(sv.out).toContain('user_id: Inloggad # säkert: rubriken säger det; 100 % av värdena är HSA-id')
    expect(sv.out).not.toMatch(/certain|likely|the header/)
  })

  it('is written to a file that only its owner can read', async () => {
    const { folder, file } = await infer(log)
    const target = join(folder, 'draft.yaml')
    expect((await run(['-o', target, 'profile', 'infer', file])).code).toBe(0)
    expect(statSync(target).mode & 0o777).toBe(0o600)
    expect(readFileSync(target, 'utf8')).toContain('columns:')
  })

  it('of another encoding and with an unusual sign between columns keeps the sign', async () => {
    const { code, out } = await infer(Buffer.from(log.replaceAll(';', '\t'), 'utf16le'))
    expect(code).toBe(0)
    expect(out).not.toContain('delimiter')
    expect(out).toContain('user_id: Inloggad')
  })

  it('has an id of small letters', async () => {
    const { code, err } = await infer(log, '--id', 'Journal A')
    expect(code).toBe(64)
    expect(err).toContain('--id')
  })

  it('leaves a line in the trail of a workspace', async () => {
    const own = await workspace()
    const { file } = await infer(log)
    await run(['-w', own, 'profile', 'infer', file])
    expect(readFileSync(join(own, 'trail.ndjson'), 'utf8')).toContain('"command":"profile infer"')
  })
})
