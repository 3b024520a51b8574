import { plantIndependent } from '../independent.ts'
import type { Scenario } from '../scenario.ts'

/** Somebody writes a note so that there is one. */
export const coveringNote: Scenario = {
  id: 'covering-note',
  title: { sv: 'Anteckningen som täcker', en: 'The note that covers' },
  brief: {
    sv: 'Månadens vanliga loggkontroll på vårdavdelningen.',
    en: 'The usual log control of the ward for the month.',
  },
  story: {
    sv: 'En sjuksköterska återvänder till två främmande personers journaler och registrerar varje gång en egen anteckning efteråt. En läkare registrerar ett verkligt telefonsamtal på samma sätt.',
    en: 'A nurse returns to two strangers’ records, and each time registers a note of her own afterwards. A physician registers a real telephone call in the same way.',
  },
  learn: {
    sv: 'Vad någon själv skrivit efter läsningen förklarar den inte. Det gör den inte heller obehörig: fråga.',
    en: 'What somebody wrote after the reading does not explain it. Nor does it make it unauthorised: ask.',
  },
  size: 'ward',
  minutes: 30,
  plant: (stage) => {
    const reader = stage.someone('nurse', 6)
    const shifts = stage.shifts(reader)
    const strangers = stage.strangers(2)
    const opened = shifts.slice(0, 6).map((duty, place) => {
      const person = strangers[place % 2]!
      const minute = duty.start_minute + 120 + place * 20
      stage.contact(person, 'note', duty.day, minute + 12, reader, minute + 15)
      return stage.open(reader, person, { day: duty.day, minute, recipe: 'write' })
    })
    stage.tell(opened, {
      id: 'note-1',
      truth: 'unjustified',
      rules: ['no-care-relation', 'repeated-lookup'],
      best: 'ask',
      right: ['ask', 'unjustified'],
      story: {
        sv: 'Sex anteckningar hos två personer, alla skrivna kvarten efter läsningen. Ingen av dem hade sökt vård.',
        en: 'Six notes with two persons, all written a quarter of an hour after the reading. Neither had sought care.',
      },
    })
    const physician = stage.someone('physician', 3)
    const duty = stage.shifts(physician)[2] ?? stage.shifts(physician)[0]!
    const caller = stage.stranger()
    stage.contact(caller, 'phone', duty.day, duty.start_minute + 200, physician, duty.start_minute + 230)
    stage.tell([stage.open(physician, caller, { day: duty.day, minute: duty.start_minute + 195, recipe: 'write' })], {
      id: 'call-1',
      truth: 'grey',
      patient: caller,
      rules: ['no-care-relation'],
      best: 'ask',
      right: ['ask', 'explained'],
      story: {
        sv: 'Läkaren tog ett samtal från en tidigare patient och skrev in det efteråt. Loggen kan inte skilja det från en täckande anteckning.',
        en: 'The physician took a call from a former patient and wrote it down afterwards. The log cannot tell it from a covering note.',
      },
    })
    plantIndependent(stage)
  },
}
