import { describe, expect, it } from 'vitest'
import { guessCodes } from '../../src/ingest/infer/guess-codes.ts'
import { inferProfile } from '../../src/ingest/infer/infer-profile.ts'

/** What a word of the activity column is guessed to mean. */
const words: Readonly<Record<string, readonly string[]>> = {
  read: [
    'Läst',
    'Läsning',
    'Öppnat',
    'Öppnad journal',
    'Visad',
    'Visning',
    'Tagit del av',
    'Viewed',
    'patient.record.read',
  ],
  search: ['Sökning', 'Patientsökning', 'Listade', 'Searched'],
  create: ['Skapad', 'Skrivit', 'Ny anteckning', 'Dokumenterat', 'Registrerad', 'Created'],
  update: ['Ändrad', 'Ändring', 'Uppdaterat', 'Redigerad', 'Rättad', 'Updated', 'CHANGE'],
  delete: ['Raderat', 'Borttagen', 'Tagit bort', 'Makulerad', 'Deleted'],
  print: ['Utskriven', 'Utskrivet', 'Skrivit ut', 'UTSKR', 'Printed'],
  export: ['Exporterad', 'Laddat ner', 'Kopierad', 'Download'],
  sign: ['Signerad', 'Låsa', 'Låst anteckning', 'Signed'],
  acknowledge: ['Vidimerad', 'Kvitterad'],
  emergency_access: ['Nödåtkomst', 'Nödöppnad', 'Break the glass', 'BTG'],
  block_override: ['Hävt spärr', 'Forcerad spärr'],
  consent: ['Samtycke registrerat', 'Consent given'],
  login: ['Inloggad', 'Loggat in', 'Logon'],
  logout: ['Utloggad', 'Loggat ut', 'Logged out'],
}

describe('a word of the log', () => {
  const pairs = Object.entries(words).flatMap(([word, raws]) => raws.map((raw) => [raw, word] as const))

  it.each(pairs)('%s is guessed to be %s', (raw, word) => {
    const found = guessCodes('access', 'activity', [raw])
    expect(found?.guesses[0]?.word).toBe(word)
  })

  it.each([['Hoppat'], ['4711'], ['Xyz']])('%s is not guessed', (raw) => {
    expect(guessCodes('access', 'activity', [raw])?.guesses[0]?.word).toBeUndefined()
  })

  it('that ingest knows is not repeated in the draft', () => {
    expect(guessCodes('access', 'activity', ['Läsa', 'SKRIVA', 'read'])).toMatchObject({ guesses: [], known: 1 })
  })

  it('that could name a person is counted and not shown', () => {
    const shown = guessCodes('access', 'activity', ['Öppnade Anna Ek', '19250101-9216', 'anna@example.se', 'Läst'])
    expect(shown?.guesses.map(({ raw }) => raw)).toEqual(['Läst'])
    expect(shown?.hidden).toBe(3)
  })

  it('that begins a hundred texts becomes a pattern, unless they mean different things', () => {
    const texts = Array.from({ length: 100 }, (_, place) => `Öppnat dokument ${'abcdefghij'[place % 10]}${place}`)
    expect(guessCodes('access', 'activity', texts)?.guesses).toEqual([{ raw: 'Öppnat*', rows: 100, word: 'read' }])
    const mixed = texts.map((text, place) =>
      place % 2 === 0 ? text.replace('Öppnat', 'Tog del av') : text.replace('Öppnat dokument', 'Tog bort'),
    )
    expect(guessCodes('access', 'activity', mixed)?.guesses).toEqual([{ raw: 'Tog*', rows: 100, word: undefined }])
  })
})

describe('a header that stands twice', () => {
  it('is used once, and said', () => {
    const proposal = inferProfile({
      headers: ['Användare', 'användare ', 'Tid', ''],
      rows: [['SE5560000000-1A2B', 'SE5560000000-1A2B', '2026-03-01 08:15', 'x']],
      today: '2026-06-01',
    })
    expect(proposal.columns.flatMap(({ headers }) => headers).filter((header) => /användare/i.test(header))).toEqual([
      'Användare',
    ])
    expect(proposal.left.map(({ why }) => why)).toEqual(['twice', 'nameless'])
  })
})
