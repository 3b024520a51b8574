import { plantIndependent } from '../independent.ts'
import type { Scenario } from '../scenario.ts'
import type { Opened, Person, Stage } from '../stage.ts'

/** One login at two places at once. */
export const lentLogin: Scenario = {
  id: 'lent-login',
  title: { sv: 'Den utlånade inloggningen', en: 'The lent login' },
  brief: {
    sv: 'IT-avdelningen har sett att samma inloggning använts på två arbetsstationer. Verksamhetschefen vill veta vad det är. Vikarier har börjat på avdelningen.',
    en: 'The IT department has seen one login used at two workstations. The head of operations wants to know what it is. Locums have begun at the ward.',
  },
  story: {
    sv: 'Tre sjuksköterskors inloggningar används på två arbetsstationer samtidigt, var sitt pass. Vikarierna hade inte fått sina kort. En fjärde sjuksköterska är inloggad i både ronddatorn och läkemedelsvagnen. Patienterna är enhetens egna.',
    en: 'Three nurses’ logins are used at two workstations at once, on a shift each. The locums had not got their cards. A fourth nurse is logged in to both the computer of the round and the medicine cart. The patients are the unit’s own.',
  },
  learn: {
    sv: 'Loggen visar vilken inloggning som läste, inte vem. Fråga innan du tror.',
    en: 'The log shows which login read, not who. Ask before you believe.',
  },
  size: 'ward',
  minutes: 25,
  rules: ['shared-login'],
  plant: (stage) => {
    for (const [place, station] of ['PC0-90', 'PC0-91', 'PC0-90'].entries()) {
      stage.tell(atOnce(stage, place, station), {
        id: `lent-${place + 1}`,
        truth: 'unjustified',
        rules: ['shared-login'],
        best: 'ask',
        right: ['ask', 'unjustified'],
        story: {
          sv: 'Inloggningen var utlånad till en vikarie. Läsningen var vård, men ingen vet längre vem som läste.',
          en: 'The login was lent to a locum. The reading was care, but nobody knows any longer who read.',
        },
      })
    }
    stage.tell(atOnce(stage, 0, 'VAGN0-2'), {
      id: 'cart-1',
      truth: 'justified',
      rules: ['shared-login'],
      best: 'explained',
      right: ['explained', 'ask', 'not_person'],
      story: {
        sv: 'Ronddatorn och läkemedelsvagnens skärm stod på samma sal, och sjuksköterskan var inloggad i båda.',
        en: 'The computer of the round and the screen of the medicine cart stood in one room, and the nurse was logged in to both.',
      },
    })
    plantIndependent(stage)
  },
}

/** Six of the unit's patients, read in turn at the nurse's own place and at another one within the same minutes. */
function atOnce(stage: Stage, place: number, station: string): Opened[] {
  const owner = stage.someone('nurse', 6)
  const duty = stage.shifts(owner)[2 + place]!
  const there = stage.inCare(duty.day).slice(0, 6)
  return there.flatMap((patient, turn) => {
    const minute = duty.start_minute + 60 + turn * 40
    const at = (offset: number, person: Person, where?: string): Opened =>
      stage.open(owner, person, {
        day: duty.day,
        minute: minute + offset,
        recipe: 'round',
        ...(where === undefined ? {} : { station: where }),
      })
    return [at(0, patient), at(1, there[(turn + 1) % there.length]!, station), at(2, patient)]
  })
}
