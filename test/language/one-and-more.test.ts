import { expect, it } from 'vitest'
import { ingestWords } from '../../src/language/ingest.ts'
import { profileWords } from '../../src/language/profile.ts'
import { studyCases } from '../../src/training/cases/index.ts'

it('speaks of one as of one', () => {
  const tally = { certain: 1, likely: 1, guess: 1, left: 1 }
  expect(profileWords('sv').tally(tally)).toBe('1 kolumn säker, 1 trolig, 1 gissad, 1 läses inte.')
  expect(profileWords('en').tally(tally)).toBe('1 column certain, 1 likely, 1 guessed, 1 not read.')
  expect(profileWords('sv').todos(1)).toBe('1 kodord gick inte att gissa; det står som TODO.')
  expect(ingestWords('sv').nonconforming(1)).toMatch(/^1 rad saknar .*; den är kvar\.$/)
  expect(ingestWords('en').nonconforming(1)).toMatch(/^1 row lacks .*; it is kept\.$/)
  expect(ingestWords('sv').nonconforming(2)).toMatch(/^2 rader saknar .*; de är kvar\.$/)
})

it('writes the times of the self-study as its cards do', () => {
  expect(JSON.stringify(studyCases).match(/kl\. \d\d\.\d\d/g)).toBeNull()
})
