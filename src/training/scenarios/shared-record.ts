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
    sv: 'Två läkare läser sjukhusets anteckningar om sju och fem av sina egna patienter utan att samtycke finns registrerat. De andra läkarna registrerar samtycke.',
    en: 'Two physicians read the hospital’s notes on seven and five of their own patients with no consent registered. The other physicians register consent.',
  },
  learn: {
    sv: 'Vårdrelationen räcker inte för en annan vårdgivares uppgifter: där krävs samtycke, eller en nödsituation. Ofta är felet en glömd registrering.',
    en: 'A care relation is not enough for another provider’s information: consent is needed, or an emergency. Often the fault is a registration forgotten.',
  },
  size: 'clinic',
  slot: 3,
  minutes: 25,
  plant: (stage) => {
    for (const [place, count] of [7, 5].entries()) {
      const reader = stage.someone('physician', 7)
      const opened = stage
        .shifts(reader)
        .slice(0, count)
        .map((duty) => {
          const patient = stage.patient(({ day }) => day === duty.day)
          return stage.openIn(reader, patient, duty, 0.6, { recipe: 'foreign' })
        })
      stage.tell(opened, {
        id: `consent-${place + 1}`,
        truth: 'unjustified',
        rules: ['missing-consent'],
        best: 'ask',
        right: ['ask', 'unjustified', 'mistake'],
        story: {
          sv: `${place === 0 ? 'Sju' : 'Fem'} av läkarens egna patienter, men inget samtycke till sjukhusets uppgifter.`,
          en: `${place === 0 ? 'Seven' : 'Five'} of the physician’s own patients, but no consent to the hospital’s information.`,
        },
      })
    }
    plantIndependent(stage)
  },
}
