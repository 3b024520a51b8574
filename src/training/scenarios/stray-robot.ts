import { plantIndependent } from '../independent.ts'
import type { Scenario } from '../scenario.ts'

/** An automatic account that reads by day, from a person's chair. */
export const strayRobot: Scenario = {
  id: 'stray-robot',
  title: { sv: 'Roboten som hamnat fel', en: 'The robot gone astray' },
  brief: {
    sv: 'Kvartalets kontroll av automatiska konton och inloggningar på mottagningen. Den påminnelserobot som läser bokningar om natten är sedan länge godkänd.',
    en: 'The quarterly control of automatic accounts and logins at the outpatient clinic. The robot that reads bookings at night to send reminders was approved long ago.',
  },
  story: {
    sv: 'Robotens konto läser journaltext mitt på dagen från en vanlig arbetsstation. Någon har använt dess lösenord. En annan dag gör den om nattens arbete på eftermiddagen, från sin egen server.',
    en: 'The robot’s account reads notes in the middle of the day from an ordinary workstation. Somebody used its password. On another day it does the night’s work again in the afternoon, from its own server.',
  },
  learn: {
    sv: 'Ett automatiskt konto har vanor. När det bryter dem är det kanske en människa.',
    en: 'An automatic account has habits. When it breaks them it may be a human.',
  },
  size: 'clinic',
  slot: 2,
  minutes: 25,
  rules: ['robot-account', 'shared-login'],
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
    const again = day + 6
    const booked = Array.from({ length: 8 }, () => stage.patient((patient) => patient.day === again + 7))
    stage.tell(
      booked.map((patient, place) => stage.open(robot, patient, { day: again, minute: 845 + place, recipe: 'remind' })),
      {
        id: 'rerun-1',
        truth: 'justified',
        rules: [],
        best: 'not_person',
        right: ['not_person', 'explained', 'ask'],
        story: {
          sv: 'Nattens körning hade avbrutits av ett driftstopp och gjordes om. Inget annat än bokningar lästes.',
          en: 'The night’s work had been cut short by an outage and was done again. Nothing but bookings was read.',
        },
      },
    )
    plantIndependent(stage, 'physician')
  },
}
