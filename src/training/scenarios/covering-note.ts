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
    sv: 'En sjuksköterska läser fyra främmande personer och registrerar efteråt en egen anteckning hos var och en. En läkare registrerar ett verkligt telefonsamtal på samma sätt.',
    en: 'A nurse reads four strangers and registers a note of her own with each of them afterwards. A physician registers a real telephone call in the same way.',
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
    const opened = stage.strangers(4).map((person, place) => {
      const duty = shifts[place * 2] ?? shifts[place]!
      const minute = duty.start_minute + 120 + place * 20
      stage.contact(person, 'note', duty.day, minute + 12, reader, minute + 15)
      return stage.open(reader, person, { day: duty.day, minute, recipe: 'write' })
    })
    stage.tell(opened, {
      id: 'note-1',
      truth: 'unjustified',
      rules: ['no-care-relation'],
      best: 'ask',
      right: ['ask', 'unjustified'],
      story: {
        sv: 'Fyra anteckningar, alla skrivna kvarten efter läsningen. Ingen av personerna hade sökt vård.',
        en: 'Four notes, all written a quarter of an hour after the reading. None of the persons had sought care.',
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
