import { numbersIn } from '../report/numbers.ts'

const { count, share, many } = numbersIn('sv-SE', 'av')

/** What `sample` says, in Swedish. */
export const sv = {
  count,
  title: (period: string) => `Slumpat urval till loggkontroll ${period}`,
  methods: {
    users: 'Användare: en slumpad dag av vars och ens uppslag',
    lookups: 'Enstaka uppslag',
    patients: 'Patienter: alla uppslag i journalen under perioden',
    'unit-days': 'Dagar på en enhet: alla uppslag under dygnet',
    rotation: 'Rullande urval: alla granskas minst en gång om året, en slumpad dag var',
  },
  everyone: 'Alla enheter',
  minutes: (minutes: number) => `ungefär ${many(minutes, 'minut', 'minuter')}`,
  drawn: (drawn: number, population: number, kind: string) =>
    `${count(drawn)} av ${count(population)} ${kind} (${share(drawn, population)})`,
  kinds: {
    users: 'användare',
    lookups: 'uppslag',
    patients: 'patienter',
    'unit-days': 'enhetsdygn',
    rotation: 'användare',
  },
  lookups: (amount: number) => many(amount, 'uppslag', 'uppslag'),
  wholeUnit: 'Alla på enheten',
  allUsers: 'Alla som öppnat journalen',
  leftOut: 'Inte med i urvalet:',
  causes: {
    reviewer: 'granskar själv',
    absent: 'borta hela månaden, dras först nästa månad',
    protected: 'skyddad identitet',
  },
  states: {
    new: '',
    known: 'Urvalet är gjort tidigare och visas som det blev då.',
    dry_run: 'Bara på prov: urvalet är inte sparat.',
  },
  seed: (seed: number, draw: string) => `Slumpfrö ${seed}, urval ${draw}`,
  hash: (sha256: string) => `Listans kontrollsumma (SHA-256): ${sha256}`,
  total: (cases: number, minutes: number) =>
    `${many(cases, 'granskningsfall', 'granskningsfall')}, sammanlagt ungefär ${many(minutes, 'minut', 'minuter')} att granska.`,
  notices: {
    over_an_hour:
      'Det tar mer än en timme för en granskare. Dra hellre färre, eller dela upp kontrollen: uppmärksamheten räcker inte längre.',
    drawn_again:
      'Samma slags urval för perioden är gjort förut med ett annat slumpfrö eller i en annan storlek. Alla urval finns kvar och ska granskas.',
    changed_since: 'Fler eller andra uppgifter är inlästa sedan urvalet gjordes. Det gjorda urvalet gäller.',
    unit_without_lookups: 'Någon av enheterna har inget att dra ur under perioden.',
  },
  again: 'Urvalet kan göras om av vem som helst som har listan: docs/sampling.md',
  purpose:
    'Att bli dragen beror på slumpen och säger inget om någon. Loggkontroll får inte användas för att kontrollera närvaro eller arbete.',
  goOn: (control: string) => `Gå vidare: loggkoll review export --control ${control} --unit ENHET -o granskning.html`,
}
