import type { Stage } from './stage.ts'

/**
 * Three that were thought out without a look at the rules: what people have told of, not what is asked about. Two of them
 * nobody sees in the log alone.
 */
export function plantIndependent(stage: Stage, role = 'nurse'): void {
  lingering(stage, role)
  passing(stage, role)
  nextBed(stage, role)
}

/** Returns to somebody who has gone home: the stay still explains it. */
function lingering(stage: Stage, role: string): void {
  const member = stage.someone(role)
  const shifts = stage.shifts(member)
  const end = shifts.at(-1)?.day ?? 0
  const patient = stage.patient(({ end_day }) => end_day < end - 8)
  const later = shifts.filter(({ day }) => day > patient.end_day + 3).slice(0, 3)
  const opened = later.map((duty, place) =>
    stage.openIn(member, patient, duty, 0.5 + place * 0.1, { recipe: 'glance' }),
  )
  stage.tell(opened, {
    id: 'independent-lingering',
    truth: 'unjustified',
    patient,
    rules: [],
    best: 'ask',
    right: ['ask', 'unjustified', 'undecidable'],
    story: {
      sv: 'Patienten hade gått hem. Den anställde ville veta hur det gick, och återvände till journalen utan någon uppgift i vården.',
      en: 'The patient had gone home. The employee wanted to know how it went, and returned to the record without any task in the care.',
    },
  })
}

/** Once, one record, never again. */
function passing(stage: Stage, role: string): void {
  const member = stage.someone(role)
  const person = stage.stranger()
  const shifts = stage.shifts(member)
  const duty = shifts[Math.floor(shifts.length / 2)]!
  stage.tell([stage.openIn(member, person, duty, 0.7)], {
    id: 'independent-passing',
    truth: 'unjustified',
    patient: person,
    rules: [],
    best: 'ask',
    right: ['ask', 'unjustified'],
    story: {
      sv: 'En ny granne till den anställdes syster. En enda öppning, av nyfikenhet.',
      en: 'A new neighbour of the employee’s sister. A single opening, out of curiosity.',
    },
  })
}

/** Somebody in the ward whom another team cares for: the unit explains it, and so nothing asks. */
function nextBed(stage: Stage, role: string): void {
  const member = stage.someone(role)
  const opened = stage.shifts(member).slice(0, 4)
  const patient = stage.patient(({ day, end_day }) => opened.some((duty) => duty.day >= day && duty.day <= end_day))
  const near = opened.filter(({ day }) => day >= patient.day && day <= patient.end_day)
  stage.tell(
    near.map((duty) => stage.openIn(member, patient, duty, 0.9, { recipe: 'round' })),
    {
      id: 'independent-next-bed',
      truth: 'unjustified',
      patient,
      rules: [],
      best: 'ask',
      right: ['ask', 'unjustified', 'undecidable', 'explained'],
      story: {
        sv: 'Patienten vårdades av ett annat lag på enheten. Den anställde var inte delaktig i vården, men kände igen namnet.',
        en: 'Another team of the unit cared for the patient. The employee took no part in the care, but knew the name.',
      },
    },
  )
}
