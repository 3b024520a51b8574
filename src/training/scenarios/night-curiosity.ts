import { plantIndependent } from '../independent.ts'
import type { Scenario } from '../scenario.ts'
import type { Duty, Member } from '../stage.ts'

/** One long night with little to do. */
export const nightCuriosity: Scenario = {
  id: 'night-curiosity',
  title: { sv: 'Nyfikenhetens natt', en: 'The night of curiosity' },
  brief: {
    sv: 'Månadens vanliga loggkontroll på vårdavdelningen.',
    en: 'The usual log control of the ward for the month.',
  },
  story: {
    sv: 'En undersköterska öppnar trettio främmande personers journaler mellan klockan ett och fyra en natt, och aldrig mer. En nattsjuksköterska tar emot ett samtal en natt, som registreras först dagen efter.',
    en: 'An assistant opens thirty strangers’ records between one and four in a night, and never again. A nurse takes a call in a night too, and registers it only the day after.',
  },
  learn: {
    sv: 'En natt kan se ut som en serie, och en sen registrering som en obehörig läsning. Skilj dem åt på vad som hände efteråt.',
    en: 'A night can look like a series, and a late registration like unauthorised reading. Tell them apart by what came after.',
  },
  size: 'ward',
  minutes: 25,
  plant: (stage) => {
    const nightOf = (member: Member): Duty | undefined => stage.shifts(member).find(({ shift }) => shift === 2)
    const reader = stage.someone('assistant', 8, (member) => nightOf(member) !== undefined)
    const night = nightOf(reader)!
    const opened = stage.strangers(30).map((person, place) =>
      stage.open(reader, person, {
        day: night.day,
        minute: 1440 + 62 + place * 6,
        recipe: place % 2 ? 'glance' : 'round',
      }),
    )
    stage.tell(opened, {
      id: 'night-1',
      truth: 'unjustified',
      rules: ['no-care-relation', 'serial-lookup'],
      best: 'ask',
      right: ['ask', 'unjustified'],
      story: {
        sv: 'Trettio personer på tre timmar, ingen av dem patient. Natten var lugn.',
        en: 'Thirty persons in three hours, none of them a patient. The night was quiet.',
      },
    })
    const nurse = stage.someone('nurse', 8, (member) => nightOf(member) !== undefined)
    const shift = nightOf(nurse)!
    const arrived = stage.stranger()
    // Written down by the nurse herself, a day late.
    stage.contact(arrived, 'phone', shift.day + 1, 130, nurse, 130 + 1500)
    stage.tell([stage.open(nurse, arrived, { day: shift.day, minute: 1440 + 128, recipe: 'write' })], {
      id: 'late-1',
      truth: 'justified',
      patient: arrived,
      rules: ['no-care-relation'],
      best: 'explained',
      right: ['explained', 'ask'],
      story: {
        sv: 'Patienten ringde om natten. Samtalet skrevs in dagen efter, av samma sjuksköterska.',
        en: 'The patient called in the night. The call was written down the day after, by the same nurse.',
      },
    })
    plantIndependent(stage)
  },
}
