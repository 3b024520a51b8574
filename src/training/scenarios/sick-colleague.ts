import { plantIndependent } from '../independent.ts'
import type { Scenario } from '../scenario.ts'

/** A colleague is ill, and the others look. */
export const sickColleague: Scenario = {
  id: 'sick-colleague',
  title: { sv: 'Kollegan som är sjukskriven', en: 'The colleague on sick leave' },
  brief: {
    sv: 'En medarbetare är sjukskriven sedan tre veckor. Månadens vanliga loggkontroll.',
    en: 'A member of staff has been on sick leave for three weeks. The usual log control of the month.',
  },
  story: {
    sv: 'Fyra arbetskamrater öppnar den sjukskrivnas journal. Hon är inte patient på enheten. En annan kollega ligger verkligen inne, och öppnas av dem som vårdar.',
    en: 'Four workmates open the record of the one who is ill. She is no patient of the unit. Another colleague does lie there, and is opened by those who care for her.',
  },
  learn: {
    sv: 'Omtanke är inget skäl att läsa. Kollegor blir också patienter: då frågar man vem som vårdade.',
    en: 'Concern is no reason to read. Colleagues become patients too: then ask who gave the care.',
  },
  size: 'ward',
  minutes: 30,
  plant: (stage) => {
    const ill = stage.outsider(['assistant', 'nurse', 'physician', 'secretary', 'therapist'])
    const { first, last } = stage.wanted
    stage.absent(ill, 'Sjuk', first + 3, last)
    const person = { p: ill.p, patient_id: ill.patient_id, name: ill.name }
    for (const [place, role] of (['nurse', 'assistant', 'assistant', 'secretary'] as const).entries()) {
      const reader = stage.someone(role, 4, stage.working(first + 8, last))
      const shifts = stage.shifts(reader, first + 8)
      const duty = shifts[place % shifts.length]!
      stage.tell([stage.openIn(reader, person, duty, 0.3 + place * 0.15, { recipe: 'round' })], {
        id: `workmate-${place + 1}`,
        truth: 'unjustified',
        patient: person,
        rules: ['colleague', 'no-care-relation', 'crowd'],
        best: 'ask',
        right: ['ask', 'unjustified'],
        story: {
          sv: 'Arbetskamraten var sjukskriven och inte patient på enheten. Läsaren undrade hur hon mådde.',
          en: 'The workmate was on sick leave and no patient of the unit. The reader wondered how she was.',
        },
      })
    }
    const patient = stage.someone('nurse')
    const lying = { p: patient.p, patient_id: patient.patient_id, name: patient.name }
    stage.absent(patient, 'Sjuk', first + 10, first + 16)
    stage.contact(lying, 'admission', first + 10, 620)
    for (const [place, role] of (['nurse', 'assistant', 'physician'] as const).entries()) {
      const carer = stage.someone(role, 4, stage.working(first + 11, first + 20))
      const duty = stage.shifts(carer, first + 11)[0]!
      stage.tell([stage.openIn(carer, lying, duty, 0.3, { recipe: 'assess' })], {
        id: `carer-${place + 1}`,
        truth: 'justified',
        patient: lying,
        rules: ['colleague'],
        best: 'explained',
        right: ['explained', 'ask'],
        story: {
          sv: 'Kollegan låg inne på den egna avdelningen. Läsaren vårdade henne.',
          en: 'The colleague lay at her own ward. The reader cared for her.',
        },
      })
    }
    plantIndependent(stage)
  },
}
