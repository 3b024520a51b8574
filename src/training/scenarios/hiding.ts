import { plantIndependent } from '../independent.ts'
import type { Scenario } from '../scenario.ts'

/** Readers who open nothing, one, five or twenty justified records beside each unjustified one. */
export const hiding: Scenario = {
  id: 'hiding',
  title: { sv: 'Den som gömmer sig bland sina patienter', en: 'The reader who hides among patients' },
  brief: {
    sv: 'Månadens vanliga loggkontroll på vårdavdelningen.',
    en: 'The usual log control of the ward for the month.',
  },
  story: {
    sv: 'Fyra anställda läser trettiosex främmande journaler var. En av dem gör inget för att dölja det; de andra öppnar en, fem eller tjugo av avdelningens egna patienter för varje.',
    en: 'Four employees read thirty-six strangers’ records each. One does nothing to hide it; the others open one, five or twenty of the ward’s own patients for each.',
  },
  learn: {
    sv: 'Andelar går att späda ut, antal går inte. Se båda.',
    en: 'Shares can be diluted, counts cannot. Look at both.',
  },
  size: 'ward',
  minutes: 35,
  plant: (stage) => {
    for (const cover of [0, 1, 5, 20]) {
      const reader = stage.someone('nurse', 8)
      const shifts = stage.shifts(reader)
      const opened = stage.strangers(36).map((person, place) => {
        const duty = shifts[place % shifts.length]!
        const there = stage.inCare(duty.day)
        for (let other = 0; other < cover && there.length > 0; other += 1) {
          const patient = there[(place * 7 + other) % there.length]!
          stage.openIn(reader, patient, duty, (0.03 * other + 0.1 * place) % 1)
        }
        return stage.openIn(reader, person, duty, (0.5 + 0.06 * place) % 1)
      })
      stage.tell(opened, {
        id: `cover-${cover}`,
        truth: 'unjustified',
        rules: ['no-care-relation', 'serial-lookup'],
        best: 'ask',
        right: ['ask', 'unjustified'],
        story: {
          sv: `Trettiosex främmande personer, och ${cover} av avdelningens patienter öppnade för var och en av dem.`,
          en: `Thirty-six strangers, and ${cover} of the ward’s patients opened for each of them.`,
        },
      })
    }
    plantIndependent(stage)
  },
}
