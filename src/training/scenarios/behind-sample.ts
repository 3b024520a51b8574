import { plantIndependent } from '../independent.ts'
import type { Scenario } from '../scenario.ts'
import type { Member } from '../stage.ts'

/** Fifteen patients in two weeks are seen; five hundred openings lie behind them. */
export const behindSample: Scenario = {
  id: 'behind-sample',
  title: { sv: 'Femhundra öppningar bakom stickprovet', en: 'Five hundred openings behind the sample' },
  brief: {
    sv: 'Månadens vanliga loggkontroll. När ett fall väl är klart: fråga om kontrollen behöver vidgas bakåt i tiden.',
    en: 'The usual log control of the month. Once a case is settled: ask whether the control has to reach further back.',
  },
  story: {
    sv: 'En sekreterare läser om främmande personer under hela loggens tid. I månadens kontroll, då hon kommit tillbaka från en semester, syns femton patienter under två veckor; bakom dem ligger hundratals öppningar.',
    en: 'A secretary reads about strangers for as long as the log goes back. The month’s control, after her holiday, shows fifteen patients in two weeks; behind them lie hundreds of openings.',
  },
  learn: {
    sv: 'Ett bekräftat fall är sällan hela fallet. Steget efter är att vidga kontrollen: samma användare, längre tid.',
    en: 'A confirmed case is seldom the whole case. The next step is to widen the control: the same user, a longer time.',
  },
  size: 'ward',
  minutes: 40,
  plant: (stage) => {
    const { first, last } = stage.wanted
    const isThere = (member: Member): boolean => stage.shifts(member, last - 14).length >= 5
    const reader = stage.someone('secretary', 9, isThere)
    // Few patients of the own unit beside them: back from a holiday in the middle of the month.
    stage.absent(reader, 'Semester', first, last - 15)
    const before = stage.shifts(reader, Math.min(0, first), first + 15)
    const opened = before.flatMap((duty) => {
      if (duty.day >= first) return []
      return stage
        .strangers(6)
        .map((person, place) =>
          stage.openIn(reader, person, duty, place / 7, { recipe: place % 3 === 0 ? 'round' : 'glance' }),
        )
    })
    const seen = stage.strangers(15)
    const shifts = stage.shifts(reader, last - 14)
    const inControl = seen.flatMap((person, place) => {
      const duty = shifts[place % shifts.length]!
      return [0.2, 0.8].map((at) => stage.openIn(reader, person, duty, (at + place * 0.07) % 1, { recipe: 'round' }))
    })
    stage.tell([...inControl, ...opened], {
      id: 'behind-1',
      truth: 'unjustified',
      rules: ['no-care-relation', 'serial-lookup'],
      best: 'unjustified',
      right: ['ask', 'unjustified'],
      story: {
        sv: 'Femton patienter på två veckor var det som syntes. Sökningen bakåt gav hundratals öppningar av personer som enheten aldrig vårdat.',
        en: 'Fifteen patients in two weeks were what was seen. The search backwards gave hundreds of openings of persons whom the unit never cared for.',
      },
    })
    plantIndependent(stage)
  },
}
