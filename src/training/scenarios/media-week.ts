import type { Scenario } from '../scenario.ts'

/** Everyone opens the record of someone in the news, and every one of them has reason to. */
export const mediaWeek: Scenario = {
  id: 'media-week',
  title: { sv: 'Veckan då tidningarna skrev', en: 'The week of the newspapers' },
  brief: {
    sv: 'En person som medierna skrivit om har vårdats på avdelningen. Verksamhetschefen vill veta om någon tittat utan skäl.',
    en: 'Someone whom the media have written about was cared for at the ward. The head of operations wants to know whether anyone looked without reason.',
  },
  story: {
    sv: 'Personen står på listan över särskilt bevakade. Arton anställda öppnar journalen under vårdtiden. Alla hade arbetspass, alla deltog i vården eller i efterarbetet.',
    en: 'The person is on the watchlist. Eighteen employees open the record during the stay. All were on duty, all took part in the care or in what follows it.',
  },
  learn: {
    sv: 'Många läsare är inte detsamma som obehöriga läsare. I ett verkligt fall granskades 49 öppningar; ingen var obehörig.',
    en: 'Many readers are not unauthorised readers. In a real case 49 openings were reviewed; none was unauthorised.',
  },
  size: 'ward',
  minutes: 30,
  plant: (stage) => {
    const person = stage.stranger()
    const { first } = stage.wanted
    const start = first + 8
    stage.watch(person, 'Uppmärksammad i medier', start, start + 14)
    stage.contact(person, 'admission', start, 540)
    const roles = [
      'nurse',
      'nurse',
      'nurse',
      'nurse',
      'nurse',
      'nurse',
      'nurse',
      'assistant',
      'assistant',
      'assistant',
      'assistant',
      'assistant',
      'physician',
      'physician',
      'physician',
      'secretary',
      'therapist',
      'pharmacist',
    ]
    for (const [place, role] of roles.entries()) {
      const member = stage.someone(role, 4, stage.working(start + 1, start + 13))
      const opened = stage
        .shifts(member, start + 1, start + 13)
        .slice(0, 2)
        .map((duty) =>
          stage.openIn(member, person, duty, (place * 0.23) % 1, { recipe: place % 2 ? 'nursing' : 'round' }),
        )
      stage.tell(opened, {
        id: `media-${place + 1}`,
        truth: 'justified',
        patient: person,
        rules: ['watched-person'],
        best: 'explained',
        right: ['explained', 'ask'],
        story: {
          sv: 'Den anställde arbetade på avdelningen och deltog i vården av patienten.',
          en: 'The employee worked at the ward and took part in the care of the patient.',
        },
      })
    }
  },
}
