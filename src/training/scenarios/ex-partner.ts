import { plantIndependent } from '../independent.ts'
import type { Scenario } from '../scenario.ts'

/** A marriage that has ended, and a record opened at night. */
export const exPartner: Scenario = {
  id: 'ex-partner',
  title: { sv: 'Den tidigare maken', en: 'The former spouse' },
  brief: {
    sv: 'En person har begärt loggutdrag och undrar varför hans journal öppnats på en avdelning där han aldrig varit.',
    en: 'Someone has asked for an extract of the log, and wonders why his record was opened at a ward where he never was.',
  },
  story: {
    sv: 'En anställd öppnar sin tidigare makes journal vid fem tillfällen, en annan gör det en enda gång. En tredje har en namne på avdelningen och vårdar honom.',
    en: 'An employee opens her former husband’s record on five occasions, another opens hers a single time. A third has a namesake at the ward and cares for him.',
  },
  learn: {
    sv: 'Folkbokföringen minns äktenskap som tagit slut. Ett gemensamt efternamn säger däremot nästan inget.',
    en: 'The population register remembers marriages that have ended. A shared family name says next to nothing.',
  },
  size: 'ward',
  minutes: 25,
  plant: (stage) => {
    const reader = stage.someone('nurse', 8)
    const former = stage.stranger()
    stage.relate(reader, former, 'spouse', '2024-05-31')
    const opened = stage
      .shifts(reader)
      .filter((_, place) => place % 2 === 0)
      .slice(0, 5)
      .map((duty, place) => stage.openIn(reader, former, duty, 0.15 + place * 0.15, { recipe: 'round' }))
    stage.tell(opened, {
      id: 'former-1',
      truth: 'unjustified',
      patient: former,
      rules: ['own-family', 'no-care-relation', 'repeated-lookup'],
      best: 'ask',
      right: ['ask', 'unjustified'],
      story: {
        sv: 'De var gifta till 2024. Han har aldrig vårdats på enheten.',
        en: 'They were married until 2024. He has never been cared for at the unit.',
      },
    })
    const other = stage.someone('assistant', 4)
    const once = stage.stranger()
    stage.relate(other, once, 'spouse', '2023-09-30')
    stage.tell([stage.openIn(other, once, stage.shifts(other)[1]!, 0.6, { recipe: 'round' })], {
      id: 'former-2',
      truth: 'unjustified',
      patient: once,
      rules: ['own-family', 'no-care-relation'],
      best: 'ask',
      right: ['ask', 'unjustified'],
      story: {
        sv: 'De var gifta till 2023. En enda öppning, men ingen i vården bad om den.',
        en: 'They were married until 2023. A single opening, but nobody in the care had asked for it.',
      },
    })
    const carer = stage.someone('nurse', 4)
    const shifts = stage.shifts(carer)
    const patient = stage.patient(({ day, end_day }) => shifts.some((duty) => duty.day >= day && duty.day <= end_day))
    const care = shifts.filter(({ day }) => day >= patient.day && day <= patient.end_day).slice(0, 3)
    stage.tell(
      care.map((duty) => stage.openIn(carer, patient, duty, 0.4, { recipe: 'round' })),
      {
        id: 'namesake-1',
        truth: 'justified',
        patient,
        rules: [],
        best: 'explained',
        right: ['explained'],
        story: {
          sv: 'Patienten låg inne på enheten, och sjuksköterskan hade hand om honom.',
          en: 'The patient lay at the unit, and the nurse looked after him.',
        },
      },
    )
    plantIndependent(stage)
  },
}
