import type { StudySource } from '../../model/study.ts'

/** Care that the log shows badly: late notes, wrong picks, lists, machines. */
export const everyday: readonly StudySource[] = [
  {
    id: 'late-note',
    truth: 'justified',
    source: 'draw',
    priority: null,
    who: { name: 'Elin Sandgren', title: { sv: 'distriktssköterska', en: 'district nurse' } },
    whose: { name: 'Vera Lindmark', number: '194205029186' },
    unit: { sv: 'Vårdcentralen Tallhöjden', en: 'Tallhöjden health centre' },
    rows: [{ day: '2026-03-04', from: '10:12', to: '10:31', did: ['read', 'create'], events: 14, grade: 'D' }],
    asked: [],
    against: [
      {
        sv: 'Användaren skrev i journalen i samband med öppningen.',
        en: 'The user wrote in the record in connection with the lookup.',
      },
      {
        sv: 'Ett hembesök den 4 mars är registrerat på enheten, av en kollega, den 6 mars.',
        en: 'A home visit on 4 March is registered at the unit, by a colleague, on 6 March.',
      },
    ],
    best: 'explained',
    right: ['ask'],
    why: {
      sv: 'Hembesöket var på riktigt. Kollegan som bokade det registrerade det först två dagar senare.',
      en: 'The home visit was real. The colleague who booked it registered it only two days later.',
    },
    look: {
      sv: 'Besöket är registrerat av någon annan än den som öppnade journalen, och anteckningen skrevs samma förmiddag.',
      en: 'The visit was registered by someone other than the one who opened the record, and the note was written the same morning.',
    },
    teaches: {
      sv: 'Vårdkontakter registreras ofta i efterhand. Att en vårdrelation saknas i uppgifterna betyder inte att den saknas.',
      en: 'Care contacts are often registered afterwards. That the data lack a care relation does not mean that there is none.',
    },
  },
  {
    id: 'wrong-pick',
    truth: 'justified',
    source: 'rules',
    priority: 3,
    who: { name: 'Jonas Brolin', title: { sv: 'undersköterska', en: 'assistant nurse' } },
    whose: { name: 'Karl Erik Öberg', number: '193207228333' },
    unit: { sv: 'Medicinavdelning 4', en: 'Medical ward 4' },
    rows: [{ day: '2026-03-10', from: '07:41', to: '07:41', did: ['read'], events: 1, grade: 'E' }],
    asked: [{ rule: 'no-care-relation', facts: { relation_grade: 'E', incidental: false } }],
    against: [
      {
        sv: 'En minut senare öppnade användaren journalen för Karl Evert Öberg, som var inlagd på avdelningen.',
        en: 'A minute later the user opened the record of Karl Evert Öberg, who was admitted to the ward.',
      },
    ],
    best: 'mistake',
    right: ['explained', 'ask'],
    why: {
      sv: 'Två patienter med nästan samma namn. Fel rad valdes, och rättades genast.',
      en: 'Two patients of almost the same name. The wrong line was chosen, and put right at once.',
    },
    look: {
      sv: 'En enda händelse, inget lästes vidare, och rätt patient öppnades direkt efteråt.',
      en: 'A single event, nothing more was read, and the right patient was opened directly afterwards.',
    },
    teaches: {
      sv: 'Ett felval är ett svar för sig. Många felval på en enhet säger något om journalsystemet, inte om personalen.',
      en: 'A wrong pick is an answer of its own. Many of them at a unit tell of the system, not of the staff.',
    },
  },
  {
    id: 'list-view',
    truth: 'justified',
    source: 'rules',
    priority: 4,
    who: { name: 'Mona Ahlin', title: { sv: 'vårdadministratör', en: 'care administrator' } },
    whose: { sv: '38 patienter', en: '38 patients' },
    unit: { sv: 'Ortopedmottagningen', en: 'Orthopaedic clinic' },
    rows: [{ day: '2026-03-12', from: '13:05', to: '13:05', did: ['read'], events: 38, lookups: 38, grade: 'E' }],
    asked: [{ rule: 'no-care-relation', facts: { relation_grade: 'E', incidental: true } }],
    against: [
      {
        sv: 'Alla 38 patienter öppnades i samma sekund, i en lista över väntande remisser.',
        en: 'All 38 patients were opened in the same second, in a list of referrals that wait.',
      },
    ],
    best: 'not_person',
    right: ['explained'],
    why: {
      sv: 'Systemet loggar varje patient som syns i listan. Ingen journal öppnades för sig.',
      en: 'The system logs every patient who is seen in the list. No record was opened by itself.',
    },
    look: {
      sv: 'Klockslaget: ingen läser 38 journaler på en sekund.',
      en: 'The clock: no one reads 38 records in a second.',
    },
    teaches: {
      sv: 'En rad i loggen är inte alltid en läsning. Listor, urval och förhandsvisningar loggas ofta som om allt hade lästs.',
      en: 'A row of the log is not always a reading. Lists, selections and previews are often logged as if all had been read.',
    },
  },
  {
    id: 'twenty-notes',
    truth: 'justified',
    source: 'rules',
    priority: 4,
    who: { name: 'Petra Lagerkvist', title: { sv: 'sjuksköterska', en: 'nurse' } },
    whose: { name: 'Sven Ture Myrberg', number: '193604187496' },
    unit: { sv: 'Akutmottagningen', en: 'Emergency department' },
    rows: [{ day: '2026-03-15', from: '02:14', to: '02:15', did: ['read'], events: 20, grade: 'B+' }],
    asked: [
      {
        rule: 'off-hours',
        facts: {
          basis: 'shift',
          events_outside: 20,
          first_outside: '2026-03-15T02:14:00',
          last_outside: '2026-03-15T02:15:00',
        },
      },
    ],
    against: [
      {
        sv: 'Patienten kom till akutmottagningen kl. 01:50 och fördes över till avdelning kl. 02:40.',
        en: 'The patient came to the emergency department at 01:50 and was moved to a ward at 02:40.',
      },
      {
        sv: 'De 20 händelserna är de 20 senaste anteckningarna, som vyn visar tillsammans.',
        en: 'The 20 events are the 20 latest notes, which the view shows together.',
      },
    ],
    best: 'explained',
    right: ['not_person', 'ask'],
    why: {
      sv: 'Patienten var där. Att passet slutade kl. 02:00 betyder bara att någon blev kvar en kvart.',
      en: 'The patient was there. That the shift ended at 02:00 only means that somebody stayed for a quarter of an hour.',
    },
    look: {
      sv: 'När patienten kom och flyttades, och att 20 anteckningar ryms i en enda vy.',
      en: 'When the patient came and was moved, and that 20 notes fit in a single view.',
    },
    teaches: {
      sv: 'En tid utanför passet är en svag signal: övertid är vanligt, och loggkontroll är inte till för att följa upp arbetstid.',
      en: 'A time outside the shift is a weak sign: overtime is common, and log review is not there to follow up working hours.',
    },
  },
  {
    id: 'robot',
    truth: 'justified',
    source: 'rules',
    priority: 3,
    who: { sv: 'Tjänstekontot JOURNALSYNK', en: 'The service account JOURNALSYNK' },
    whose: { sv: '212 patienter', en: '212 patients' },
    unit: { sv: 'Gemensamma system', en: 'Shared systems' },
    rows: [
      {
        day: '2026-03-17',
        from: '23:00',
        to: '23:48',
        did: ['read', 'update'],
        events: 2120,
        lookups: 212,
        grade: null,
      },
    ],
    asked: [{ rule: 'robot-account', facts: { events: 2120, what: 'hour' } }],
    against: [
      {
        sv: 'Förvaltningen har noterat en omkörning av flytten av provsvar den 17 mars kl. 23.',
        en: 'The system owners have noted that the transfer of test results was run again on 17 March at 23:00.',
      },
    ],
    best: 'not_person',
    right: ['explained', 'ask'],
    why: {
      sv: 'En planerad omkörning. Kontot brukar gå kl. 03, och gjorde samma arbete vid en annan tid.',
      en: 'A planned rerun. The account usually works at 03:00, and did the same work at another time.',
    },
    look: {
      sv: 'Tio händelser för varje patient, jämnt fördelade: så läser ingen människa.',
      en: 'Ten events for each patient, evenly spread: no human reads like that.',
    },
    teaches: {
      sv: 'Fråga den som förvaltar systemet när ett konto är tekniskt. Ett sådant konto från en persons dator är en annan sak.',
      en: 'Ask whoever runs the system when an account is technical. Such an account from a person’s computer is another matter.',
    },
  },
  {
    id: 'vaccination-day',
    truth: 'justified',
    source: 'rules',
    priority: 3,
    who: { name: 'Birgitta Rask', title: { sv: 'distriktssköterska', en: 'district nurse' } },
    whose: { sv: '87 patienter', en: '87 patients' },
    unit: { sv: 'Vårdcentralen Tallhöjden', en: 'Tallhöjden health centre' },
    rows: [
      {
        day: '2026-03-18',
        from: '08:02',
        to: '16:11',
        did: ['read', 'create', 'sign'],
        events: 349,
        lookups: 87,
        grade: 'A',
      },
    ],
    asked: [
      {
        rule: 'many-patients',
        facts: { patients: 87, peer_median: 14, peers: 9, peer_days: 180, compared_with: 'title' },
      },
    ],
    against: [
      {
        sv: 'Alla 87 patienter hade ett bokat besök på enheten den dagen.',
        en: 'All 87 patients had a booked visit at the unit that day.',
      },
    ],
    best: 'explained',
    right: [],
    why: {
      sv: 'En vaccinationsdag. Varje patient var bokad, och varje journal fick en anteckning.',
      en: 'A vaccination day. Every patient was booked, and every record got a note.',
    },
    look: {
      sv: 'Vårdrelationen: alla var aktuella på enheten. Antalet är bara ovanligt, inte oförklarat.',
      en: 'The care relation: all had a visit at the unit. The number is only unusual, not unexplained.',
    },
    teaches: {
      sv: 'Många patienter är inte samma sak som många utan vårdrelation. Titta på andelen, inte på antalet.',
      en: 'Many patients are not the same as many without a care relation. Look at the share, not at the number.',
    },
  },
  {
    id: 'drawn-day',
    truth: 'justified',
    source: 'draw',
    priority: null,
    who: { name: 'Ali Rahimi', title: { sv: 'specialistläkare', en: 'specialist physician' } },
    whose: { sv: '4 patienter', en: '4 patients' },
    unit: { sv: 'Medicinmottagningen', en: 'Medical clinic' },
    rows: [
      {
        day: '2026-03-05',
        from: '08:14',
        to: '08:52',
        did: ['read', 'create'],
        events: 12,
        grade: 'A+',
        whose: 'Rut Sandell',
      },
      {
        day: '2026-03-05',
        from: '09:05',
        to: '09:31',
        did: ['read', 'create', 'sign'],
        events: 9,
        grade: 'A+',
        whose: 'Yngve Alm',
      },
      { day: '2026-03-05', from: '10:20', to: '10:24', did: ['read'], events: 3, grade: 'B+', whose: 'Gun Britt Holm' },
      {
        day: '2026-03-05',
        from: '11:02',
        to: '11:03',
        did: ['read', 'sign'],
        events: 2,
        grade: 'C',
        whose: 'Nils Tornberg',
      },
    ],
    asked: [],
    against: [],
    best: 'explained',
    right: ['ask'],
    why: {
      sv: 'En vanlig dag. Den sista öppningen är en signering av ett svar på ett prov som togs i höstas.',
      en: 'An ordinary day. The last lookup is the signing of the result of a test that was taken in the autumn.',
    },
    look: {
      sv: 'Vad som gjordes: den som signerar ett svar måste öppna journalen, också när besöket är länge sedan.',
      en: 'What was done: whoever signs a result must open the record, even when the visit was long ago.',
    },
    teaches: {
      sv: 'Det mesta som lotten väljer är vardag. Ett slumpvis urval är inte en misstanke.',
      en: 'Most of what the lot falls on is everyday. A random selection is not a suspicion.',
    },
  },
]
