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
    sv: 'Två sjuksköterskor återvänder till var sin främmande persons journal. Efter den sista läsningen skriver de en anteckning som är daterad till den första. En läkare registrerar ett verkligt telefonsamtal i efterhand.',
    en: 'Two nurses return to one stranger’s record each. After the last reading they write a note that is dated at the first. A physician registers a real telephone call afterwards.',
  },
  learn: {
    sv: 'Vad någon själv skrivit efter läsningen förklarar den inte. Det gör den inte heller obehörig: fråga.',
    en: 'What somebody wrote after the reading does not explain it. Nor does it make it unauthorised: ask.',
  },
  size: 'ward',
  minutes: 30,
  plant: (stage) => {
    for (const [place, person] of stage.strangers(2).entries()) {
      const reader = stage.someone('nurse', 8)
      const shifts = stage.shifts(reader).slice(place, place + 4)
      const opened = shifts.map((duty, turn) =>
        stage.openIn(reader, person, duty, 0.3, { recipe: turn === shifts.length - 1 ? 'write' : 'round' }),
      )
      // Dated back to the first reading, and registered after the last one.
      const [from, last] = [shifts[0]!, shifts.at(-1)!]
      const late = (last.day - from.day) * 1440 + last.start_minute + 400
      stage.contact(person, 'note', from.day, from.start_minute + 30, reader, late)
      stage.tell(opened, {
        id: `note-${place + 1}`,
        truth: 'unjustified',
        patient: person,
        rules: ['no-care-relation', 'repeated-lookup'],
        best: 'ask',
        right: ['ask', 'unjustified'],
        story: {
          sv: 'Fyra öppningar, och en anteckning som daterats till den första men skrevs efter den sista. Personen hade inte sökt vård.',
          en: 'Four openings, and a note dated at the first of them but written after the last. The person had not sought care.',
        },
      })
    }
    const early = stage.someone('nurse', 6)
    const stranger = stage.stranger()
    const shifts = stage.shifts(early).slice(1, 4)
    // Written down at once: what comes after looks explained.
    stage.contact(stranger, 'note', shifts[0]!.day, shifts[0]!.start_minute + 120, early)
    stage.tell(
      shifts.map(({ day, start_minute }) => stage.open(early, stranger, { day, minute: start_minute + 100 })),
      {
        id: 'independent-note',
        truth: 'unjustified',
        patient: stranger,
        rules: [],
        best: 'ask',
        right: ['ask', 'unjustified', 'undecidable'],
        story: {
          sv: 'Läsaren skrev en egen anteckning vid den första öppningen. De senare ser därför ut att ha ett skäl.',
          en: 'The reader wrote a note at the first opening. The later ones therefore seem to have a reason.',
        },
      },
    )
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
