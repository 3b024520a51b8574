import type { Opened } from '../stage.ts'
import type { Scenario } from '../scenario.ts'

/** Most of a department's care never came with the export. */
export const missingData: Scenario = {
  id: 'missing-data',
  title: { sv: 'Uppgifterna som saknas', en: 'The missing data' },
  brief: {
    sv: 'Månadens loggkontroll på vårdavdelningen. Vårdkontakterna hämtades av en vikarie.',
    en: 'The log control of the ward for the month. The care contacts were fetched by a locum.',
  },
  story: {
    sv: 'De flesta av klinikens vårdkontakter saknas i uppgifterna. Avdelningen ser ut att läsa utan skäl, alla på en gång. Inget är inlagt.',
    en: 'Most of the department’s contacts are missing from the data. The ward looks as if it reads without reason, everyone at once. Nothing is planted.',
  },
  learn: {
    sv: 'När alla ser skyldiga ut är det uppgifterna som brister. Läs varningen överst i rapporten, och börja om med rätt underlag.',
    en: 'When everyone looks guilty, the data are at fault. Read the warning at the top of the report, and begin again with the right data.',
  },
  size: 'ward',
  minutes: 20,
  plant: async (stage) => {
    await stage.hideDepartment(100)
    for (const [place, role] of (
      ['nurse', 'nurse', 'assistant', 'physician', 'nurse', 'assistant'] as const
    ).entries()) {
      const member = stage.someone(role, 5)
      const opened = stage.shifts(member).flatMap((duty): Opened[] => {
        const there = stage.inCare(duty.day)
        const patient = there[place % Math.max(1, there.length)]
        return patient ? [stage.openIn(member, patient, duty, 0.3, { recipe: 'round' })] : []
      })
      stage.tell(opened, {
        id: `ward-${place + 1}`,
        truth: 'justified',
        rules: ['no-care-relation', 'serial-lookup'],
        best: 'explained',
        right: ['explained', 'ask', 'undecidable'],
        story: {
          sv: 'Patienterna låg inne. Deras vårdtillfällen kom inte med i uttaget.',
          en: 'The patients lay at the ward. Their admissions did not come with the export.',
        },
      })
    }
  },
}
