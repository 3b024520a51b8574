import { plantIndependent } from '../independent.ts'
import type { Scenario } from '../scenario.ts'

/** Another provider's notes, read without the patient's consent. */
export const sharedRecord: Scenario = {
  id: 'shared-record',
  title: { sv: 'Sammanhållen vård utan samtycke', en: 'The shared record without consent' },
  brief: {
    sv: 'Månadens loggkontroll på vårdcentralen, som drivs av en annan vårdgivare än sjukhuset.',
    en: 'The log control of the primary-care centre, which belongs to another provider than the hospital.',
  },
  story: {
    sv: 'En läkare läser sjukhusets anteckningar om sju av sina egna patienter utan att samtycke finns registrerat. De andra läkarna registrerar samtycke.',
    en: 'A physician reads the hospital’s notes on seven of her own patients with no consent registered. The other physicians register consent.',
  },
  learn: {
    sv: 'Vårdrelationen räcker inte för en annan vårdgivares uppgifter: där krävs samtycke, eller en nödsituation. Ofta är felet en glömd registrering.',
    en: 'A care relation is not enough for another provider’s information: consent is needed, or an emergency. Often the fault is a registration forgotten.',
  },
  size: 'clinic',
  slot: 3,
  minutes: 25,
  plant: (stage) => {
    const reader = stage.someone('physician', 7)
    const opened = stage
      .shifts(reader)
      .slice(0, 7)
      .map((duty) => {
        const patient = stage.patient(({ day }) => day === duty.day)
        return stage.openIn(reader, patient, duty, 0.6, { recipe: 'foreign' })
      })
    stage.tell(opened, {
      id: 'consent-1',
      truth: 'unjustified',
      rules: ['missing-consent'],
      best: 'ask',
      right: ['ask', 'unjustified', 'mistake'],
      story: {
        sv: 'Sju patienter, egna besök, men inget samtycke till sjukhusets uppgifter.',
        en: 'Seven patients, her own visits, but no consent to the hospital’s information.',
      },
    })
    plantIndependent(stage)
  },
}
