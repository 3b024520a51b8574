import { plantIndependent } from '../independent.ts'
import type { Scenario } from '../scenario.ts'

/** An automatic account that reads by day, from a person's chair. */
export const strayRobot: Scenario = {
  id: 'stray-robot',
  title: { sv: 'Roboten som hamnat fel', en: 'The robot gone astray' },
  brief: {
    sv: 'Månadens loggkontroll på mottagningen. Den påminnelserobot som läser bokningar om natten är sedan länge godkänd.',
    en: 'The log control of the outpatient clinic. The robot that reads bookings at night to send reminders was approved long ago.',
  },
  story: {
    sv: 'Robotens konto läser journaltext mitt på dagen från en vanlig arbetsstation. Någon har använt dess lösenord.',
    en: 'The robot’s account reads notes in the middle of the day from an ordinary workstation. Somebody used its password.',
  },
  learn: {
    sv: 'Ett automatiskt konto har vanor. När det bryter dem är det kanske en människa.',
    en: 'An automatic account has habits. When it breaks them it may be a human.',
  },
  size: 'clinic',
  slot: 2,
  minutes: 25,
  plant: (stage) => {
    const robot = stage.someone('robot')
    const day = stage.wanted.first + 11
    const opened = stage
      .strangers(9)
      .map((person, place) =>
        stage.open(robot, person, { day, minute: 805 + place * 6, recipe: 'round', station: 'PC2-3' }),
      )
    stage.tell(opened, {
      id: 'robot-1',
      truth: 'unjustified',
      rules: ['robot-account'],
      best: 'ask',
      right: ['ask', 'unjustified', 'undecidable'],
      story: {
        sv: 'Nio personer lästes från en arbetsstation mitt på dagen. Robotens lösenord låg i en delad mapp.',
        en: 'Nine persons were read from a workstation in the middle of the day. The robot’s password lay in a shared folder.',
      },
    })
    plantIndependent(stage, 'physician')
  },
}
