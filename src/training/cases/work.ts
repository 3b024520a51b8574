import type { StudySource } from '../../model/study.ts'

/** Work that is not care at one's own unit: on call, administration, teaching, quality, research, the review itself. */
export const work: readonly StudySource[] = [
  {
    id: 'on-call',
    truth: 'justified',
    source: 'rules',
    priority: 2,
    who: { name: 'Henrik Walldén', title: { sv: 'överläkare', en: 'senior physician' } },
    whose: { name: 'Lovisa Engman', number: '198305119284' },
    unit: { sv: 'Neurologkliniken', en: 'Department of neurology' },
    rows: [{ day: '2026-03-07', from: '23:36', to: '23:58', did: ['read', 'create'], events: 17, grade: 'E' }],
    asked: [{ rule: 'no-care-relation', facts: { relation_grade: 'E', incidental: false } }],
    against: [
      {
        sv: 'Användaren skrev i journalen i samband med öppningen.',
        en: 'The user wrote in the record in connection with the lookup.',
      },
      {
        sv: 'Patienten vårdades på akutmottagningen vid ett annat sjukhus samma kväll.',
        en: 'The patient was cared for at the emergency department of another hospital that evening.',
      },
    ],
    best: 'explained',
    right: ['ask'],
    why: {
      sv: 'Neurologjouren svarade på en fråga per telefon från akuten i grannstaden och dokumenterade sitt råd.',
      en: 'The neurologist on call answered a question by telephone from the neighbouring town and documented the advice.',
    },
    look: {
      sv: 'Patienten var sjuk på annat håll just då, och den som öppnade skrev en bedömning.',
      en: 'The patient was ill elsewhere just then, and whoever opened the record wrote an assessment.',
    },
    teaches: {
      sv: 'Konsultationer per telefon lämnar sällan någon vårdkontakt på den egna enheten. Jourlistan svarar ofta på frågan.',
      en: 'Consultations by telephone seldom leave a contact at one’s own unit. The on-call list often answers the question.',
    },
  },
  {
    id: 'transcription',
    truth: 'justified',
    source: 'rules',
    priority: 3,
    who: { name: 'Ulla Britt Sjödin', title: { sv: 'medicinsk sekreterare', en: 'medical secretary' } },
    whose: { name: 'Amir Haddad', number: '197905169251' },
    unit: { sv: 'Skrivcentralen', en: 'Transcription office' },
    rows: [{ day: '2026-03-19', from: '14:20', to: '14:37', did: ['read', 'create'], events: 6, grade: 'E' }],
    asked: [{ rule: 'no-care-relation', facts: { relation_grade: 'E', incidental: false } }],
    against: [
      {
        sv: 'Användaren hade ett uppdrag för administration den dagen, och skrev i journalen.',
        en: 'The user had an assignment for administration that day, and wrote in the record.',
      },
    ],
    best: 'explained',
    right: ['ask'],
    why: {
      sv: 'Diktat skrivs ut för flera kliniker. Patienten söks fram, och namnen på läkemedel kontrolleras i journalen.',
      en: 'Dictations are typed for several clinics. The patient is searched for, and names of drugs are checked in the record.',
    },
    look: {
      sv: 'Uppdraget, och att en anteckning skrevs vid varje öppning.',
      en: 'The assignment, and that a note was written at each lookup.',
    },
    teaches: {
      sv: 'Bakom vården finns många som behöver öppna journaler. Ett uppdrag förklarar, men bara det som uppdraget gäller.',
      en: 'Behind the care are many who need to open records. An assignment explains, but only what it is for.',
    },
  },
  {
    id: 'quality-register',
    truth: 'justified',
    source: 'rules',
    priority: 4,
    who: { name: 'Camilla Öst', title: { sv: 'sjuksköterska', en: 'nurse' } },
    whose: { sv: '31 patienter', en: '31 patients' },
    unit: { sv: 'Höft- och knäkirurgi', en: 'Hip and knee surgery' },
    rows: [{ day: '2026-03-23', from: '09:00', to: '11:52', did: ['read'], events: 188, lookups: 31, grade: 'P' }],
    asked: [
      {
        rule: 'many-patients',
        facts: { patients: 31, peer_median: 8, peers: 22, peer_days: 410, compared_with: 'unit' },
      },
    ],
    against: [
      {
        sv: 'Användaren har ett uppdrag för kvalitetsregister, och ändamålet i loggen är detsamma.',
        en: 'The user has an assignment for quality registers, and the purpose in the log is the same.',
      },
    ],
    best: 'explained',
    right: [],
    why: {
      sv: 'En förmiddag i månaden rapporteras opererade patienter till kvalitetsregistret.',
      en: 'One morning a month operated patients are reported to the quality register.',
    },
    look: {
      sv: 'Ändamålet i loggen stämmer med uppdraget, och alla är opererade på enheten.',
      en: 'The purpose in the log agrees with the assignment, and all were operated on at the unit.',
    },
    teaches: {
      sv: 'Kvalitetsarbete ger många läsningar utan skrivning. Kontrollera att uppdraget finns, inte varje patient.',
      en: 'Quality work makes many readings and no writing. Check that the assignment is there, not each patient.',
    },
  },
  {
    id: 'supervision',
    truth: 'justified',
    source: 'rules',
    priority: 3,
    who: { name: 'Filip Arnell', title: { sv: 'läkare under utbildning', en: 'physician in training' } },
    whose: { name: 'Märta Hallberg', number: '194903132761' },
    unit: { sv: 'Kirurgmottagningen', en: 'Surgical clinic' },
    rows: [{ day: '2026-03-24', from: '15:31', to: '15:49', did: ['read'], events: 11, grade: 'C' }],
    asked: [{ rule: 'no-care-relation', facts: { relation_grade: 'C', incidental: false } }],
    against: [
      {
        sv: 'Patienten besökte enheten för fem månader sedan. Användaren och handledaren öppnade journalen samtidigt.',
        en: 'The patient visited the unit five months ago. The user and the supervisor opened the record at the same time.',
      },
    ],
    best: 'ask',
    right: ['explained'],
    why: {
      sv: 'Öppningen var handledning: ett fall gicks igenom i efterhand. Det vet man först när man har frågat.',
      en: 'The lookup was supervision: a case was gone through afterwards. That is known only when somebody has asked.',
    },
    look: {
      sv: 'Handledaren läste samtidigt. Det talar för utbildning, men loggen säger inte vilken patient som behövdes.',
      en: 'The supervisor read at the same time. That speaks for training, but the log does not say which patient was needed.',
    },
    teaches: {
      sv: 'Utbildning kan vara ett giltigt skäl, om den ingår i uppdraget. Fråga kort och utan att anklaga.',
      en: 'Training may be a valid reason if it is part of the work. Ask briefly, and without accusing.',
    },
  },
  {
    id: 'research',
    truth: 'justified',
    source: 'rules',
    priority: 3,
    who: { name: 'Inger Hallström', title: { sv: 'forskningssjuksköterska', en: 'research nurse' } },
    whose: { name: 'Bertil Grahn', number: '194607177872' },
    unit: { sv: 'Kardiologkliniken', en: 'Department of cardiology' },
    rows: [{ day: '2026-03-11', from: '08:44', to: '08:59', did: ['read'], events: 9, grade: 'A' }],
    asked: [{ rule: 'purpose-mismatch', facts: { assigned: 2 } }],
    against: [
      {
        sv: 'Användarens uppdrag för forskning på enheten började gälla dagen efter, den 12 mars.',
        en: 'The user’s assignment for research at the unit became valid the day after, on 12 March.',
      },
    ],
    best: 'explained',
    right: ['ask'],
    why: {
      sv: 'Uppdraget var beslutat men lades upp en dag för sent i katalogen. Patienten hade samtyckt till studien.',
      en: 'The assignment was decided but put into the directory a day late. The patient had consented to the study.',
    },
    look: {
      sv: 'En dags skillnad mellan uppdraget och öppningen, och samma ändamål.',
      en: 'One day between the assignment and the lookup, and the same purpose.',
    },
    teaches: {
      sv: 'Fel i katalogen är vanligare än ond vilja. Säg till den som lägger upp uppdrag.',
      en: 'Mistakes in the directory are more common than ill will. Tell whoever keeps the assignments.',
    },
  },
  {
    id: 'log-reviewer',
    truth: 'justified',
    source: 'rules',
    priority: 3,
    who: { name: 'Anders Nylén', title: { sv: 'enhetschef', en: 'head of unit' } },
    whose: { name: 'Hilda Svanberg', number: '199008082381' },
    unit: { sv: 'Psykiatrisk öppenvård', en: 'Psychiatric outpatient care' },
    rows: [{ day: '2026-03-26', from: '16:02', to: '16:06', did: ['read'], events: 3, grade: 'E' }],
    asked: [{ rule: 'no-care-relation', facts: { relation_grade: 'E', incidental: false } }],
    against: [
      {
        sv: 'Patienten ingår i ett granskningsfall som användaren fick att granska den 25 mars.',
        en: 'The patient is in a case that the user was given to review on 25 March.',
      },
    ],
    best: 'explained',
    right: [],
    why: {
      sv: 'Chefen granskade logg och behövde se om en anteckning hade skrivits. Kort, och bara det som behövdes.',
      en: 'The head reviewed a log and needed to see whether a note had been written. Brief, and no more than was needed.',
    },
    look: {
      sv: 'Dagen efter utlämnandet, fyra minuter, samma patient som i granskningsfallet.',
      en: 'The day after the hand-out, four minutes, the same patient as in the case.',
    },
    teaches: {
      sv: 'Också loggkontrollen lämnar spår i loggen. Den som granskar läser bara det som bedömningen kräver.',
      en: 'Log review leaves traces in the log too. Whoever reviews reads only what the judgement takes.',
    },
  },
  {
    id: 'resource-team',
    truth: 'justified',
    source: 'rules',
    priority: 3,
    who: { name: 'Sara Dahlgren', title: { sv: 'sjuksköterska', en: 'nurse' } },
    whose: { sv: '19 patienter', en: '19 patients' },
    unit: { sv: 'Medicinavdelning 2, 4 och 6', en: 'Medical wards 2, 4 and 6' },
    rows: [
      {
        day: '2026-03-14',
        from: '07:05',
        to: '10:50',
        did: ['read', 'create'],
        events: 61,
        lookups: 8,
        grade: 'A',
        whose: { sv: '8 patienter', en: '8 patients' },
        unit: { sv: 'Medicinavdelning 2', en: 'Medical ward 2' },
      },
      {
        day: '2026-03-14',
        from: '11:15',
        to: '13:20',
        did: ['read', 'create'],
        events: 34,
        lookups: 5,
        grade: 'A',
        whose: { sv: '5 patienter', en: '5 patients' },
        unit: { sv: 'Medicinavdelning 4', en: 'Medical ward 4' },
      },
      {
        day: '2026-03-14',
        from: '13:40',
        to: '16:10',
        did: ['read', 'create'],
        events: 47,
        lookups: 6,
        grade: 'A',
        whose: { sv: '6 patienter', en: '6 patients' },
        unit: { sv: 'Medicinavdelning 6', en: 'Medical ward 6' },
      },
    ],
    asked: [{ rule: 'many-units', facts: { units: 3 } }],
    against: [
      {
        sv: 'Användaren hade uppdrag på alla tre enheterna, och tiderna överlappar inte.',
        en: 'The user had an assignment at all three units, and the times do not overlap.',
      },
    ],
    best: 'explained',
    right: [],
    why: {
      sv: 'En sjuksköterska i resursteamet, som flyttas dit det behövs under dagen.',
      en: 'A nurse of the resource team, who is moved to where she is needed during the day.',
    },
    look: {
      sv: 'Alla patienter var inlagda där, och enheterna kommer efter varandra.',
      en: 'All patients were admitted there, and the units follow one after the other.',
    },
    teaches: {
      sv: 'Flera enheter på en dag är vanligt för resursteam, jourer och labb. Det som vore ovanligt är två platser samtidigt.',
      en: 'Several units in a day are common for resource teams, doctors on call and laboratories. Two places at once would not be.',
    },
  },
  {
    id: 'referral',
    truth: 'grey',
    source: 'rules',
    priority: 3,
    who: { name: 'Torbjörn Ek', title: { sv: 'specialistläkare', en: 'specialist physician' } },
    whose: { name: 'Noor Mansour', number: '199002142389' },
    unit: { sv: 'Hudmottagningen', en: 'Dermatology clinic' },
    rows: [{ day: '2026-03-25', from: '12:10', to: '12:18', did: ['read'], events: 8, grade: null }],
    asked: [{ rule: 'missing-consent', facts: { owner_care_provider_id: 'SE2329999901-V02', events: 8 } }],
    against: [
      {
        sv: 'En remiss från en privat vårdcentral väntade på bedömning på enheten.',
        en: 'A referral from a private health centre waited to be assessed at the unit.',
      },
    ],
    best: 'ask',
    right: ['explained', 'undecidable'],
    why: {
      sv: 'Remissen förklarar varför läkaren läste. Men uppgifterna fanns hos en annan vårdgivare, och samtycket är inte registrerat: patienten hade gett det på telefon.',
      en: 'The referral explains why the doctor read. But the data were another provider’s, and no consent is registered: the patient had given it by telephone.',
    },
    look: {
      sv: 'Skilj på två frågor: behövdes uppgifterna i vården, och fick de läsas från en annan vårdgivare?',
      en: 'Keep two questions apart: were the data needed for care, and might they be read from another provider?',
    },
    teaches: {
      sv: 'Sammanhållen dokumentation kräver samtycke eller nödsituation, också när vården är verklig.',
      en: 'Shared documentation takes consent or an emergency, also where the care is real.',
    },
  },
]
