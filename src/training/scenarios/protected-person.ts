import { plantIndependent } from '../independent.ts'
import type { Scenario } from '../scenario.ts'

/** A person who must not be found. */
export const protectedPerson: Scenario = {
  id: 'protected-person',
  title: { sv: 'Personen med skyddade uppgifter', en: 'The protected person' },
  brief: {
    sv: 'Månadens loggkontroll. Varje öppning av personer med skyddade personuppgifter ska gås igenom.',
    en: 'The log control of the month. Every opening of persons with protected identity is to be gone through.',
  },
  story: {
    sv: 'En sekreterare söker fram en person med sekretessmarkering som enheten aldrig mött. En undersköterska öppnar journalen för en annan, av nyfikenhet. En tredje person med skydd ligger inne, och öppnas av dem som vårdar.',
    en: 'A secretary looks up a person with protected identity whom the unit never met. An assistant opens the record of another, out of curiosity. A third protected person is a patient, and is opened by those who care.',
  },
  learn: {
    sv: 'Här räcker en enda öppning. Skriv aldrig ut namnet; fråga den anställde, och tänk på att patienten kan behöva varnas.',
    en: 'Here a single opening is enough. Never print the name; ask the employee, and consider that the patient may have to be warned.',
  },
  size: 'ward',
  minutes: 25,
  plant: (stage) => {
    const hidden = stage.stranger()
    stage.protect(hidden)
    const reader = stage.someone('secretary', 5)
    const duty = stage.shifts(reader)[4]!
    stage.tell([stage.openIn(reader, hidden, duty, 0.5, { recipe: 'round' })], {
      id: 'hidden-1',
      truth: 'unjustified',
      patient: hidden,
      rules: ['protected-identity', 'no-care-relation'],
      best: 'ask',
      right: ['ask', 'unjustified'],
      story: {
        sv: 'Personen har sekretessmarkering och har aldrig vårdats på enheten.',
        en: 'The person has protected identity and has never been cared for at the unit.',
      },
    })
    const other = stage.stranger()
    stage.protect(other)
    const curious = stage.someone('assistant', 5)
    stage.tell([stage.openIn(curious, other, stage.shifts(curious)[2]!, 0.7)], {
      id: 'hidden-2',
      truth: 'unjustified',
      patient: other,
      rules: ['protected-identity', 'no-care-relation'],
      best: 'ask',
      right: ['ask', 'unjustified'],
      story: {
        sv: 'Personen har sekretessmarkering. Undersköterskan hade hört namnet och ville se vem det var.',
        en: 'The person has protected identity. The assistant had heard the name and wanted to see who it was.',
      },
    })
    const lying = stage.stranger()
    stage.protect(lying)
    stage.contact(lying, 'admission', stage.wanted.first + 6, 600)
    for (const [place, role] of (['nurse', 'nurse', 'assistant', 'physician'] as const).entries()) {
      const carer = stage.someone(role, 4)
      const shift = stage.shifts(carer, stage.wanted.first + 7)[0]!
      stage.tell([stage.openIn(carer, lying, shift, 0.2 + 0.1 * place, { recipe: 'assess' })], {
        id: `carer-${place + 1}`,
        truth: 'justified',
        patient: lying,
        rules: ['protected-identity'],
        best: 'explained',
        right: ['explained', 'ask'],
        story: {
          sv: 'Patienten låg inne på avdelningen. Läsaren deltog i vården.',
          en: 'The patient lay at the ward. The reader took part in the care.',
        },
      })
    }
    plantIndependent(stage)
  },
}
