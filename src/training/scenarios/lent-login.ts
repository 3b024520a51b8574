import { plantIndependent } from '../independent.ts'
import type { Scenario } from '../scenario.ts'

/** One login at two places at once. */
export const lentLogin: Scenario = {
  id: 'lent-login',
  title: { sv: 'Den utlånade inloggningen', en: 'The lent login' },
  brief: {
    sv: 'Månadens vanliga loggkontroll. Vikarier har börjat på avdelningen.',
    en: 'The usual log control of the month. Locums have begun at the ward.',
  },
  story: {
    sv: 'En sjuksköterskas inloggning används på två arbetsstationer samtidigt under tre pass. En vikarie hade inte fått sitt kort. Patienterna är enhetens egna.',
    en: 'A nurse’s login is used at two workstations at once on three shifts. A locum had not got his card. The patients are the unit’s own.',
  },
  learn: {
    sv: 'Loggen visar vilken inloggning som läste, inte vem. Fråga innan du tror.',
    en: 'The log shows which login read, not who. Ask before you believe.',
  },
  size: 'ward',
  minutes: 25,
  plant: (stage) => {
    const owner = stage.someone('nurse', 7)
    const opened = stage
      .shifts(owner)
      .slice(2, 5)
      .flatMap((duty) => {
        const there = stage.inCare(duty.day).slice(0, 6)
        return there.flatMap((patient, place) => {
          const minute = duty.start_minute + 60 + place * 40
          return [
            stage.open(owner, patient, { day: duty.day, minute, recipe: 'round' }),
            stage.open(owner, there[(place + 1) % there.length]!, {
              day: duty.day,
              minute: minute + 1,
              recipe: 'round',
              station: 'PC0-90',
            }),
            stage.open(owner, patient, { day: duty.day, minute: minute + 2, recipe: 'round' }),
          ]
        })
      })
    stage.tell(opened, {
      id: 'lent-1',
      truth: 'unjustified',
      rules: ['shared-login'],
      best: 'ask',
      right: ['ask', 'not_person', 'unjustified'],
      story: {
        sv: 'Inloggningen var utlånad till en vikarie. Läsningen var vård, men ingen vet längre vem som läste.',
        en: 'The login was lent to a locum. The reading was care, but nobody knows any longer who read.',
      },
    })
    plantIndependent(stage)
  },
}
