import { plantIndependent } from '../independent.ts'
import type { Scenario } from '../scenario.ts'

/** Three strangers a shift, for a month: each by itself is nothing. */
export const slowReader: Scenario = {
  id: 'slow-reader',
  title: { sv: 'Den långsamma serieläsaren', en: 'The slow serial reader' },
  brief: {
    sv: 'Månadens vanliga loggkontroll på vårdavdelningen. Ingen har hört av sig.',
    en: 'The usual log control of the ward for the month. Nobody has been in touch.',
  },
  story: {
    sv: 'En undersköterska öppnar tre främmande personers journaler varje arbetspass. En kollega gör lika många öppningar av tidigare patienter, och har skäl till det: hon ringer upp dem efter hemgång.',
    en: 'An assistant nurse opens three strangers’ records each shift. A colleague makes as many openings of former patients, with reason: she calls them after they have gone home.',
  },
  learn: {
    sv: 'Var och en av öppningarna liknar ett misstag; tillsammans gör de inte det. Se på en persons månad, inte bara på en öppning.',
    en: 'Each of the openings looks like a mistake; together they do not. Look at one person’s month, not only at one opening.',
  },
  size: 'ward',
  minutes: 30,
  plant: (stage) => {
    const reader = stage.someone('assistant', 9)
    const shifts = stage.shifts(reader).slice(0, 14)
    const opened = shifts.flatMap((duty, shift) =>
      stage.strangers(3).map((person, place) => stage.openIn(reader, person, duty, ((shift * 3 + place) * 0.37) % 1)),
    )
    stage.tell(opened, {
      id: 'serial-1',
      truth: 'unjustified',
      rules: ['no-care-relation', 'serial-lookup'],
      best: 'ask',
      right: ['ask', 'unjustified'],
      story: {
        sv: 'Tre främmande personer varje pass hela månaden. Den anställde kunde inte säga varför.',
        en: 'Three strangers each shift, all month. The employee could not say why.',
      },
    })
    const caller = stage.someone('nurse', 8)
    const calls = stage.shifts(caller).slice(-8)
    const called = calls.map((duty) => {
      const patient = stage.patient(({ end_day }) => end_day < duty.day && end_day > duty.day - 20)
      return stage.openIn(caller, patient, duty, 0.6, { recipe: 'write' })
    })
    stage.tell(called, {
      id: 'caller-1',
      truth: 'justified',
      rules: [],
      best: 'explained',
      right: ['explained', 'ask'],
      story: {
        sv: 'Sjuksköterskan ringer upp patienter efter hemgång. Det är hennes uppgift, och det dokumenteras.',
        en: 'The nurse calls patients after they have gone home. It is her task, and it is documented.',
      },
    })
    plantIndependent(stage)
  },
}
