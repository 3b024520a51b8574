import { plantIndependent } from '../independent.ts'
import type { Scenario } from '../scenario.ts'

/** Parents who read about their own children at work. */
export const parent: Scenario = {
  id: 'parent',
  title: { sv: 'Föräldern', en: 'The parent' },
  brief: {
    sv: 'Månadens vanliga loggkontroll. Enhetschefen vet att flera i personalen har barn i den åldern då man undrar.',
    en: 'The usual log control of the month. The head of unit knows that several of the staff have children of the age that makes one wonder.',
  },
  story: {
    sv: 'En sjuksköterska läser sitt barns journal vid tre tillfällen, och en läkare läser sitt barns provsvar en gång. En tredje öppnar sitt barns journal en enda gång, vid telefonen, för att boka om en tid: här kan två svar vara rätt.',
    en: 'A nurse reads her child’s record on three occasions, and a physician his child’s test results once. A third opens her child’s record a single time, by the telephone, to rebook a visit: here two answers can be right.',
  },
  learn: {
    sv: 'Vårdnadshavaren har rätt till uppgifter, men inte genom sin inloggning i tjänsten. Omständigheterna avgör steget, inte regeln.',
    en: 'A guardian has a right to information, but not by the login of the job. The circumstances decide the step, not the rule.',
  },
  size: 'ward',
  minutes: 25,
  plant: async (stage) => {
    const reader = stage.someone('nurse', 6)
    const child = await stage.kin(reader, 'child')
    stage.tell(
      stage
        .shifts(reader)
        .slice(1, 4)
        .map((duty, place) => stage.openIn(reader, child, duty, 0.2 + place * 0.25, { recipe: 'round' })),
      {
        id: 'child-1',
        truth: 'unjustified',
        patient: child,
        rules: ['own-family', 'no-care-relation'],
        best: 'ask',
        right: ['ask', 'unjustified'],
        story: {
          sv: 'Tre öppningar av det egna barnets journal. Barnet vårdas inte på enheten.',
          en: 'Three openings of the own child’s record. The child is not cared for at the unit.',
        },
      },
    )
    const physician = stage.someone('physician', 3)
    const ill = await stage.kin(physician, 'child')
    stage.tell([stage.openIn(physician, ill, stage.shifts(physician)[1]!, 0.8, { recipe: 'results' })], {
      id: 'child-3',
      truth: 'unjustified',
      patient: ill,
      rules: ['own-family', 'no-care-relation'],
      best: 'ask',
      right: ['ask', 'unjustified'],
      story: {
        sv: 'Läkaren väntade på det egna barnets provsvar och läste det i tjänsten. Barnet vårdas inte på enheten.',
        en: 'The physician was waiting for his own child’s test results and read them at work. The child is not cared for at the unit.',
      },
    })
    const other = stage.someone('assistant', 4)
    const own = await stage.kin(other, 'child')
    stage.tell(
      [stage.openIn(other, own, stage.shifts(other)[2] ?? stage.shifts(other)[0]!, 0.45, { recipe: 'search' })],
      {
        id: 'child-2',
        truth: 'grey',
        patient: own,
        rules: ['own-family', 'no-care-relation'],
        best: 'ask',
        right: ['ask', 'mistake', 'unjustified', 'undecidable'],
        story: {
          sv: 'En sökning, inget läst. Den anställde ville boka om barnets tid och hade fel system framför sig.',
          en: 'A search, nothing read. The employee wanted to rebook the child’s visit and had the wrong system at hand.',
        },
      },
    )
    plantIndependent(stage)
  },
}
