import type { StudySource } from '../../model/study.ts'

/** What shows only as a pattern, and what takes special care: series, lent logins, protected persons, media, missing data. */
export const patterns: readonly StudySource[] = [
  {
    id: 'serial-reader',
    truth: 'unjustified',
    source: 'rules',
    priority: 1,
    who: { name: 'Rickard Elfving', title: { sv: 'undersköterska', en: 'assistant nurse' } },
    whose: { sv: '23 patienter', en: '23 patients' },
    unit: { sv: 'Medicinavdelning 6', en: 'Medical ward 6' },
    rows: [
      { day: '2026-03-03', from: '22:41', to: '22:44', did: ['read'], events: 3, grade: 'E', whose: 'Pia Hagman' },
      { day: '2026-03-05', from: '23:10', to: '23:12', did: ['read'], events: 2, grade: 'E', whose: 'Roger Lantz' },
      { day: '2026-03-11', from: '01:20', to: '01:23', did: ['read'], events: 4, grade: 'E', whose: 'Ines Kovac' },
      { day: '2026-03-18', from: '22:58', to: '23:01', did: ['read'], events: 3, grade: 'E', whose: 'Bo Rydell' },
      { day: '2026-03-24', from: '00:35', to: '00:39', did: ['read'], events: 5, grade: 'C', whose: 'Siv Hörnell' },
    ],
    more: { lookups: 18, events: 55 },
    asked: [
      {
        rule: 'serial-lookup',
        facts: { unexplained: 23, patients: 88, share: 0.26, peer_share: 0.02, peers: 31, compared_with: 'title' },
      },
    ],
    against: [
      {
        sv: 'De övriga 65 patienterna under perioden vårdades på avdelningen.',
        en: 'The other 65 patients of the period were cared for at the ward.',
      },
    ],
    best: 'ask',
    right: ['unjustified'],
    why: {
      sv: 'En läsare som gömmer några nyfikna öppningar bland många befogade, vecka efter vecka. En ensam rad hade aldrig märkts.',
      en: 'A reader who hides a few curious lookups among many justified ones, week after week. A single row would never have been noticed.',
    },
    look: {
      sv: 'Andelen: en av fyra patienter saknar vårdrelation, mot två av hundra bland kollegorna.',
      en: 'The share: one patient in four lacks a care relation, against two in a hundred among colleagues.',
    },
    teaches: {
      sv: 'Det allvarligaste ser litet ut varje dag. Säkra loggen och sök bredare innan du frågar.',
      en: 'The gravest looks small each day. Secure the log and search wider before you ask.',
    },
  },
  {
    id: 'covering-note',
    truth: 'unjustified',
    source: 'rules',
    priority: 2,
    who: { name: 'Christina Vall', title: { sv: 'sjuksköterska', en: 'nurse' } },
    whose: { name: 'Jan Ove Kärrman', number: '196205262816' },
    unit: { sv: 'Vårdcentralen Strömmen', en: 'Strömmen health centre' },
    rows: [{ day: '2026-03-13', from: '17:20', to: '17:46', did: ['read', 'create'], events: 24, grade: 'E' }],
    asked: [{ rule: 'no-care-relation', facts: { relation_grade: 'E', incidental: false } }],
    against: [
      {
        sv: 'En telefonkontakt är registrerad av användaren själv kl. 17:44, efter öppningen.',
        en: 'A telephone contact was registered by the user herself at 17:44, after the lookup.',
      },
    ],
    best: 'ask',
    right: ['unjustified'],
    why: {
      sv: 'Anteckningen lades in efteråt för att täcka läsningen. Patienten är listad på en annan vårdcentral och hade inte ringt.',
      en: 'The note was put in afterwards to cover the reading. The patient is listed elsewhere and had not called.',
    },
    look: {
      sv: 'Ordningen: först 24 minuters läsning, sedan en kontakt som bara den som läste har registrerat.',
      en: 'The order: first 24 minutes of reading, then a contact that only the reader has registered.',
    },
    teaches: {
      sv: 'Ingen förklarar sin egen öppning. Det som användaren själv har registrerat efteråt visas, men räknas inte.',
      en: 'No one explains their own lookup. What the user has registered afterwards is shown, but does not count.',
    },
  },
  {
    id: 'lent-login',
    truth: 'unjustified',
    source: 'rules',
    priority: 2,
    who: { name: 'Helena Zetterlund', title: { sv: 'sjuksköterska', en: 'nurse' } },
    whose: { sv: '3 patienter', en: '3 patients' },
    unit: { sv: 'Akutmottagningen', en: 'Emergency department' },
    rows: [
      {
        day: '2026-03-22',
        from: '14:02',
        to: '14:40',
        did: ['read', 'create'],
        events: 31,
        grade: 'A',
        whose: 'Göte Wahl',
      },
      { day: '2026-03-22', from: '14:11', to: '14:16', did: ['read'], events: 6, grade: 'E', whose: 'Malin Strid' },
      { day: '2026-03-22', from: '14:18', to: '14:19', did: ['read'], events: 2, grade: 'E', whose: 'Leif Strid' },
    ],
    asked: [{ rule: 'shared-login', facts: { times: 4, first_time: '2026-03-22T14:11:00' } }],
    against: [
      {
        sv: 'Öppningarna kl. 14:11–14:19 gjordes från en dator på en annan våning än de övriga.',
        en: 'The lookups of 14:11–14:19 were made from a computer on another floor than the rest.',
      },
    ],
    best: 'ask',
    right: ['undecidable', 'unjustified'],
    why: {
      sv: 'Någon annan läste på hennes inloggning. Hon hade gått från en öppen dator. Loggen visar kontot, inte personen.',
      en: 'Somebody else read on her login. She had left a computer open. The log shows the account, not the person.',
    },
    look: {
      sv: 'Två platser samtidigt, och att det som skrevs och det som bara lästes skedde på olika våningar.',
      en: 'Two places at once, and that what was written and what was only read was done on different floors.',
    },
    teaches: {
      sv: 'Ett namn i loggen är ett konto. Fråga först var medarbetaren var, och ta sedan reda på vem som satt vid den andra datorn.',
      en: 'A name in the log is an account. First ask where the employee was, then find out who sat at the other computer.',
    },
  },
  {
    id: 'protected-person',
    truth: 'unjustified',
    source: 'rules',
    priority: 1,
    who: { name: 'Tommy Frisk', title: { sv: 'vårdadministratör', en: 'care administrator' } },
    whose: { sv: 'skyddad-41f0a2c6 (skyddade personuppgifter)', en: 'skyddad-41f0a2c6 (protected identity)' },
    masked: true,
    unit: { sv: 'Tandvårdens kundtjänst', en: 'Dental customer service' },
    rows: [
      { day: '2026-03-12', from: '18:55', to: '18:56', did: ['search'], events: 3, grade: 'E' },
      { day: '2026-03-12', from: '18:57', to: '19:04', did: ['read'], events: 8, grade: 'E' },
    ],
    asked: [
      { rule: 'protected-identity', facts: { protection: 'confidentiality_flag', relation_grade: 'E' } },
      {
        rule: 'off-hours',
        facts: {
          basis: 'opening',
          events_outside: 11,
          first_outside: '2026-03-12T18:55:00',
          last_outside: '2026-03-12T19:04:00',
        },
      },
    ],
    against: [],
    best: 'ask',
    right: ['unjustified'],
    why: {
      sv: 'Någon sökte uppgifter om en person som lever med skydd. Säkra loggen och kontakta säkerhetsansvarig i dag: här kan någons liv bero på hur fort det går.',
      en: 'Somebody sought data about a person who lives protected. Secure the log and call whoever is in charge of security today: a life may depend on how fast it goes.',
    },
    look: {
      sv: 'Sökning på namn efter stängning, ingen vård, och en person med skydd.',
      en: 'A search by name after closing time, no care, and a person who is protected.',
    },
    teaches: {
      sv: 'Varje öppning av en skyddad persons journal granskas. Fråga aldrig så att uppgiften sprids vidare.',
      en: 'Each lookup of a protected person is reviewed. Never ask in such a way that the data spread further.',
    },
  },
  {
    id: 'protected-in-care',
    truth: 'justified',
    source: 'rules',
    priority: 4,
    who: { name: 'Emma Sjögren', title: { sv: 'logoped', en: 'speech therapist' } },
    whose: { sv: 'skyddad-90be13d7 (skyddade personuppgifter)', en: 'skyddad-90be13d7 (protected identity)' },
    masked: true,
    unit: { sv: 'Logopedmottagningen', en: 'Speech therapy clinic' },
    rows: [{ day: '2026-03-17', from: '10:01', to: '10:48', did: ['read', 'create', 'sign'], events: 13, grade: 'A+' }],
    asked: [{ rule: 'protected-identity', facts: { protection: 'protected_registration', relation_grade: 'A+' } }],
    against: [
      {
        sv: 'Användaren är ansvarig för besöket den dagen, bokat av en kollega.',
        en: 'The user is responsible for the visit that day, booked by a colleague.',
      },
    ],
    best: 'explained',
    right: [],
    why: {
      sv: 'Ett vanligt besök. Den som har skydd ska kunna få vård, och då läses journalen.',
      en: 'An ordinary visit. Who is protected must be able to get care, and then the record is read.',
    },
    look: {
      sv: 'Vårdrelationen och tiden: läst och skrivet under besöket.',
      en: 'The care relation and the time: read and written during the visit.',
    },
    teaches: {
      sv: 'Att alla sådana öppningar visas betyder inte att de är fel. Du behöver sällan veta vem personen är.',
      en: 'That all such lookups are shown does not mean that they are wrong. You seldom need to know who the person is.',
    },
  },
  {
    id: 'media-week',
    truth: 'justified',
    source: 'rules',
    priority: 2,
    who: { sv: '14 användare', en: '14 users' },
    whose: { name: 'Nora Ljungström', number: '197006121144' },
    unit: { sv: 'Flera enheter', en: 'Several units' },
    rows: [
      {
        day: '2026-03-09',
        from: '08:31',
        to: '08:33',
        did: ['read'],
        events: 2,
        grade: 'E',
        who: { sv: 'Vårdadministratör', en: 'Care administrator' },
      },
      {
        day: '2026-03-09',
        from: '11:10',
        to: '11:12',
        did: ['acknowledge'],
        events: 2,
        grade: 'E',
        who: { sv: 'Biomedicinsk analytiker', en: 'Laboratory scientist' },
      },
      {
        day: '2026-03-10',
        from: '09:47',
        to: '10:05',
        did: ['read', 'create'],
        events: 9,
        grade: 'E',
        who: { sv: 'Jurist vid patientnämnden', en: 'Lawyer of the patients’ board' },
      },
      {
        day: '2026-03-11',
        from: '15:20',
        to: '15:24',
        did: ['read', 'export'],
        events: 4,
        grade: 'E',
        who: { sv: 'Arkivarie', en: 'Archivist' },
      },
    ],
    more: { lookups: 10, events: 31 },
    asked: [{ rule: 'crowd', facts: { users: 14, first_day: '2026-03-09', last_day: '2026-03-11', usual: 0.3 } }],
    against: [
      {
        sv: 'Patienten berättade om sin vård i radio den 8 mars och begärde samma dag ut sin journal.',
        en: 'The patient spoke of her care on the radio on 8 March, and asked for her record the same day.',
      },
      {
        sv: 'Prover, ett klagomål och en journalbegäran hanterades under veckan.',
        en: 'Test results, a complaint and a request for the record were handled during the week.',
      },
    ],
    best: 'ask',
    right: ['explained'],
    why: {
      sv: 'Alla fjorton hade ett arbete att göra: svar, klagomål, utlämnande. Så gick det också i ett verkligt fall, där 49 listades och ingen hade läst obefogat.',
      en: 'All fourteen had work to do: results, a complaint, the request. So it went in a real case too, where 49 were listed and no one had read without reason.',
    },
    look: {
      sv: 'Yrkena och vad som gjordes. Nyfikenhet läser anteckningar; de här vidimerade, skrev och lämnade ut.',
      en: 'The occupations, and what was done. Curiosity reads notes; these acknowledged, wrote and gave out.',
    },
    teaches: {
      sv: 'Många läsare är ett skäl att fråga, en i taget. Döm aldrig en grupp för att fallet är känt.',
      en: 'Many readers are a reason to ask, one at a time. Never judge a group because the case is well known.',
    },
  },
  {
    id: 'missing-bookings',
    truth: 'grey',
    source: 'rules',
    priority: 2,
    who: { sv: '9 användare', en: '9 users' },
    whose: { sv: '140 patienter', en: '140 patients' },
    unit: { sv: 'Ögonmottagningen', en: 'Eye clinic' },
    rows: [
      {
        day: '2026-03-16',
        from: '07:50',
        to: '16:32',
        did: ['read', 'create', 'sign'],
        events: 1180,
        lookups: 74,
        grade: 'E',
      },
      {
        day: '2026-03-17',
        from: '07:48',
        to: '16:40',
        did: ['read', 'create', 'sign'],
        events: 1094,
        lookups: 66,
        grade: 'E',
      },
    ],
    asked: [{ rule: 'no-care-relation', facts: { relation_grade: 'E', incidental: false } }],
    against: [
      {
        sv: 'Nästan alla på enheten saknar vårdrelation de här två dagarna, men inte andra dagar.',
        en: 'Almost everyone at the unit lacks care relations on these two days, but not on other days.',
      },
      {
        sv: 'Det skrevs och signerades i nästan alla journaler.',
        en: 'There was writing and signing in almost all records.',
      },
    ],
    best: 'undecidable',
    right: ['ask', 'explained', 'not_person'],
    why: {
      sv: 'Bokningarna för två dagar hade inte lästs in. Det är underlaget som brister, inte nio medarbetare.',
      en: 'The bookings of two days had not been loaded. It is the data that fall short, not nine employees.',
    },
    look: {
      sv: 'En hel enhet, två dagar, fullt av signerade anteckningar: det är en mottagning som har arbetat.',
      en: 'A whole unit, two days, full of signed notes: that is a clinic at work.',
    },
    teaches: {
      sv: '”Går inte att avgöra” är ett svar. Se till att uppgifterna blir kompletta, och granska igen.',
      en: '“Cannot be decided” is an answer. See that the data are made whole, and review again.',
    },
  },
  {
    id: 'ambulance',
    truth: 'grey',
    source: 'rules',
    priority: 3,
    who: { name: 'Stefan Oskarsson', title: { sv: 'ambulanssjuksköterska', en: 'ambulance nurse' } },
    whose: { name: 'Viktor Dahl', number: '200809202385' },
    unit: { sv: 'Ambulansen, station syd', en: 'Ambulance, south station' },
    rows: [{ day: '2026-03-20', from: '06:40', to: '06:47', did: ['read'], events: 5, grade: 'C' }],
    asked: [{ rule: 'no-care-relation', facts: { relation_grade: 'C', incidental: false } }],
    against: [
      {
        sv: 'Användaren lämnade patienten på akutmottagningen den 16 mars.',
        en: 'The user handed the patient over to the emergency department on 16 March.',
      },
    ],
    best: 'ask',
    right: ['explained', 'unjustified'],
    why: {
      sv: 'Han ville veta hur det gick. Det är tillåtet om arbetsgivaren har ordnat uppföljning som en del av arbetet, annars inte.',
      en: 'He wanted to know how it went. That is allowed where the employer has made follow-up part of the work, and otherwise not.',
    },
    look: {
      sv: 'Vårdrelationen har tagit slut, och fyra dagar senare läses resultatet utan att något skrivs.',
      en: 'The care relation has ended, and four days later the outcome is read and nothing is written.',
    },
    teaches: {
      sv: 'Att ha vårdat någon ger ingen rätt att följa patienten. Lärande behöver ett uppdrag och en form.',
      en: 'To have cared for someone gives no right to follow the patient. Learning takes an assignment and a form.',
    },
  },
  {
    id: 'deceased',
    truth: 'justified',
    source: 'rules',
    priority: 4,
    who: { name: 'Gunilla Ask', title: { sv: 'överläkare', en: 'senior physician' } },
    whose: { name: 'Erik Sundin', number: '193506226962' },
    unit: { sv: 'Onkologkliniken', en: 'Department of oncology' },
    rows: [{ day: '2026-03-30', from: '14:15', to: '14:58', did: ['read', 'create'], events: 15, grade: 'C' }],
    asked: [{ rule: 'deceased', facts: { days_after: 47 } }],
    against: [
      {
        sv: 'En skadeanmälan från Löf (patientförsäkringen) registrerades på kliniken den 26 mars.',
        en: 'A claim from Löf (the patient insurance) was registered at the department on 26 March.',
      },
    ],
    best: 'explained',
    right: ['ask'],
    why: {
      sv: 'Anhöriga hade anmält en skada, och läkaren skrev ett yttrande.',
      en: 'The family had reported an injury, and the doctor wrote an opinion.',
    },
    look: {
      sv: 'Anmälan fyra dagar tidigare, och att något skrevs.',
      en: 'The claim of four days earlier, and that something was written.',
    },
    teaches: {
      sv: 'Arbete med en patient kan fortsätta efter döden. Sekretessen gör det också.',
      en: 'Work on a patient may go on after death. So does confidentiality.',
    },
  },
  {
    id: 'emergency-opening',
    truth: 'justified',
    source: 'rules',
    priority: 3,
    who: { name: 'Omar Saleh', title: { sv: 'akutläkare', en: 'emergency physician' } },
    whose: { name: 'Kerstin Viberg', number: '196604273083' },
    unit: { sv: 'Akutmottagningen', en: 'Emergency department' },
    rows: [
      {
        day: '2026-03-28',
        from: '19:21',
        to: '19:58',
        did: ['emergency_access', 'read', 'create'],
        events: 18,
        grade: 'A',
      },
    ],
    asked: [{ rule: 'emergency-access', facts: { kind: 'log', declared_reason: true } }],
    against: [
      {
        sv: 'Patienten kom medvetslös till akutmottagningen kl. 19:15.',
        en: 'The patient came unconscious to the emergency department at 19:15.',
      },
    ],
    best: 'explained',
    right: [],
    why: {
      sv: 'Nödöppningen är till för det här: patienten kunde inte tillfrågas, och läkaren behövde veta vilka läkemedel hon tog.',
      en: 'This is what emergency access is for: the patient could not be asked, and the doctor needed to know her medicines.',
    },
    look: {
      sv: 'Patientens ankomst sex minuter tidigare, och att skälet är angivet.',
      en: 'The patient’s arrival six minutes earlier, and that the reason is stated.',
    },
    teaches: {
      sv: 'Varje nödöppning visas för att den ska kunna granskas. De flesta är precis vad de ser ut att vara.',
      en: 'Every emergency access is shown so that it can be reviewed. Most are just what they seem.',
    },
  },
  {
    id: 'printed-list',
    truth: 'unjustified',
    source: 'rules',
    priority: 1,
    who: { name: 'Magnus Berggren', title: { sv: 'naprapat', en: 'naprapath' } },
    whose: { sv: '61 patienter', en: '61 patients' },
    unit: { sv: 'Rehabiliteringsmottagningen', en: 'Rehabilitation clinic' },
    rows: [
      { day: '2026-03-27', from: '15:41', to: '16:25', did: ['read', 'print'], events: 61, lookups: 61, grade: 'A' },
    ],
    asked: [{ rule: 'bulk-output', facts: { patients: 61 } }],
    against: [
      {
        sv: 'Alla 61 patienter har haft besök hos användaren.',
        en: 'All 61 patients have had visits with the user.',
      },
      {
        sv: 'Användaren har tillfrågats och svarat: ”Jag öppnar eget i maj och ville ha kontaktuppgifterna.”',
        en: 'The user has been asked and answered: “I start my own practice in May, and wanted their contact details.”',
      },
    ],
    best: 'unjustified',
    right: [],
    why: {
      sv: 'Han vårdade dem alla, men skrev ut listan för sin egen verksamhet. Det är inte vård.',
      en: 'He had cared for them all, but printed the list for a business of his own. That is not care.',
    },
    look: {
      sv: 'Utskrifterna och svaret. En vårdrelation förklarar vård, inte allt annat.',
      en: 'The printing and the answer. A care relation explains care, not everything else.',
    },
    teaches: {
      sv: 'Frågan är alltid om uppgifterna behövdes i vården, inte bara om patienten var ens egen.',
      en: 'The question is always whether the data were needed for care, not only whether the patient was one’s own.',
    },
  },
]
