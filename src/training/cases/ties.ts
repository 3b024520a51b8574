import type { StudySource } from '../../model/study.ts'

/** People who know each other: kin, former partners, neighbours, colleagues, oneself. */
export const ties: readonly StudySource[] = [
  {
    id: 'former-partner',
    truth: 'unjustified',
    source: 'rules',
    priority: 1,
    who: { name: 'Mikael Stridh', title: { sv: 'sjuksköterska', en: 'nurse' } },
    whose: { name: 'Johanna Wiklund', number: '198001249286' },
    unit: { sv: 'Operationsavdelningen', en: 'Operating department' },
    rows: [
      { day: '2026-03-02', from: '21:14', to: '21:22', did: ['read'], events: 9, grade: 'E' },
      { day: '2026-03-09', from: '20:47', to: '20:55', did: ['read'], events: 7, grade: 'E' },
      { day: '2026-03-13', from: '22:03', to: '22:05', did: ['read'], events: 3, grade: 'E' },
      { day: '2026-03-27', from: '21:30', to: '21:41', did: ['read'], events: 12, grade: 'E' },
    ],
    asked: [
      {
        rule: 'own-family',
        facts: { tie: 'register_ended', relation_kind: 'partner', ended_day: '2025-08-31', relation_grade: 'E' },
      },
      { rule: 'repeated-lookup', facts: { occasions: 4, first_day: '2026-03-02', last_day: '2026-03-27' } },
    ],
    against: [],
    best: 'ask',
    right: ['unjustified'],
    why: {
      sv: 'Den tidigare partnern läste inför en vårdnadstvist. Loggen talar tydligt, men den som läste ska höras innan fallet bedöms. Säkra loggen först.',
      en: 'The former partner read ahead of a dispute over custody. The log speaks plainly, but whoever read is to be heard before the case is judged. Secure the log first.',
    },
    look: {
      sv: 'Fyra kvällar, bara läst, ingen vård på enheten och ett band som har upphört.',
      en: 'Four evenings, only read, no care at the unit, and a tie that has ended.',
    },
    teaches: {
      sv: 'De flesta obehöriga läsningar gäller någon man känner. Upprepning utan vård är det tydligaste tecknet.',
      en: 'Most unauthorised readings concern someone known. Repetition without care is the clearest sign.',
    },
  },
  {
    id: 'grown-daughter',
    truth: 'unjustified',
    source: 'rules',
    priority: 1,
    who: { name: 'Lena Torell', title: { sv: 'undersköterska', en: 'assistant nurse' } },
    whose: { name: 'Ebba Torell', number: '200005062385' },
    unit: { sv: 'Geriatrisk avdelning 1', en: 'Geriatric ward 1' },
    rows: [
      { day: '2026-03-08', from: '03:12', to: '03:34', did: ['read'], events: 21, grade: 'E' },
      { day: '2026-03-09', from: '03:40', to: '03:44', did: ['read'], events: 4, grade: 'E' },
    ],
    asked: [
      { rule: 'own-family', facts: { tie: 'register', relation_kind: 'child', relation_grade: 'E' } },
      { rule: 'age-mismatch', facts: { age: 25, unit_kind: 'geriatric' } },
    ],
    against: [
      {
        sv: 'Användaren har tillfrågats och svarat: ”Jag var orolig. Hon vill inte berätta hur hon mår.”',
        en: 'The user has been asked and answered: “I was worried. She does not want to tell me how she is.”',
      },
    ],
    best: 'unjustified',
    right: [],
    why: {
      sv: 'Oro är mänskligt men inget skäl. Dottern är myndig, och ingen vård på avdelningen krävde läsningen.',
      en: 'Worry is human, but no reason. The daughter is of age, and no care at the ward took the reading.',
    },
    look: {
      sv: 'Svaret: det nämner inget arbete. Den som läste är redan hörd, så fallet kan bedömas.',
      en: 'The answer: it speaks of no work. Whoever read has been heard already, so the case can be judged.',
    },
    teaches: {
      sv: 'Omtanke om en närstående ger ingen rätt att läsa. Säg det vänligt, och låt en andra granskare bedöma också.',
      en: 'Care for one’s kin gives no right to read. Say so kindly, and let a second reviewer judge too.',
    },
  },
  {
    id: 'sick-colleague',
    truth: 'unjustified',
    source: 'rules',
    priority: 2,
    who: { name: 'Karin Moberg', title: { sv: 'sjuksköterska', en: 'nurse' } },
    whose: { name: 'Annika Broström', number: '196707293467' },
    unit: { sv: 'Barnmottagningen', en: 'Children’s clinic' },
    rows: [
      { day: '2026-03-16', from: '12:31', to: '12:36', did: ['read'], events: 5, grade: 'E' },
      { day: '2026-03-20', from: '12:28', to: '12:33', did: ['read'], events: 6, grade: 'E' },
    ],
    asked: [
      { rule: 'colleague', facts: { level: 'unit' } },
      { rule: 'no-care-relation', facts: { relation_grade: 'E', incidental: false } },
    ],
    against: [],
    best: 'ask',
    right: ['unjustified'],
    why: {
      sv: 'Kollegan var sjukskriven, och någon ville veta varför. Det visade sig i samtalet: det kunde ha varit ett felval, men inte två gånger.',
      en: 'The colleague was on sick leave, and somebody wanted to know why. It came out in the talk: it could have been a wrong pick, but not twice.',
    },
    look: {
      sv: 'En vuxen patient på en barnmottagning, på lunchen, två gånger, utan att något skrevs.',
      en: 'A grown-up patient at a children’s clinic, at lunch, twice, and nothing was written.',
    },
    teaches: {
      sv: 'Kollegors journaler är den vanligaste frestelsen på jobbet. Medarbetare är patienter med samma rätt som andra.',
      en: 'The records of colleagues are the most common temptation at work. Staff are patients with the same rights as others.',
    },
  },
  {
    id: 'favour',
    truth: 'grey',
    source: 'rules',
    priority: 3,
    who: { name: 'Daniel Åhs', title: { sv: 'specialistläkare', en: 'specialist physician' } },
    whose: { name: 'Marie Lindh', number: '196501253063' },
    unit: { sv: 'Ortopedmottagningen', en: 'Orthopaedic clinic' },
    rows: [{ day: '2026-03-19', from: '10:05', to: '10:09', did: ['read'], events: 4, grade: 'E' }],
    asked: [{ rule: 'colleague', facts: { level: 'unit' } }],
    against: [
      {
        sv: 'Patienten arbetar i receptionen. Ett röntgensvar för patienten blev klart samma morgon.',
        en: 'The patient works at the reception. An X-ray result of the patient was ready the same morning.',
      },
    ],
    best: 'ask',
    right: ['unjustified', 'explained'],
    why: {
      sv: 'Kollegan bad om hjälp att tolka sitt svar. Var gränsen går beror på om läkaren tog emot henne som patient. Chefen måste avgöra det, och först efter ett samtal.',
      en: 'The colleague asked for help to read her result. Where the line goes depends on whether the doctor took her on as a patient. The head must settle that, and only after a talk.',
    },
    look: {
      sv: 'En kort öppning, nära i tid till svaret. Inget är skrivet, och det borde det vara om det var vård.',
      en: 'A brief lookup, close in time to the result. Nothing is written, as it should be if this was care.',
    },
    teaches: {
      sv: 'Väntjänster är en gråzon. Patientens önskan räcker inte: öppningen ska behövas i vården, och vård dokumenteras.',
      en: 'Favours are grey. That the patient wishes it is not enough: the lookup must be needed for care, and care is documented.',
    },
  },
  {
    id: 'own-record',
    truth: 'grey',
    source: 'rules',
    priority: 2,
    who: { name: 'Per Olof Hedin', title: { sv: 'arbetsterapeut', en: 'occupational therapist' } },
    whose: { name: 'Per Olof Hedin', number: '196009172336' },
    unit: { sv: 'Rehabiliteringsmottagningen', en: 'Rehabilitation clinic' },
    rows: [{ day: '2026-03-03', from: '16:40', to: '16:44', did: ['read'], events: 5, grade: 'E' }],
    asked: [{ rule: 'own-record', facts: { same_id: true } }],
    against: [],
    best: 'ask',
    right: ['unjustified', 'mistake'],
    why: {
      sv: 'Egen journal läses via 1177, inte i arbetet. Vad följden blir avgörs av de egna reglerna och av vad medarbetaren visste.',
      en: 'One’s own record is read as every patient reads it, not at work. What follows depends on the rules of the place and on what the employee knew.',
    },
    look: {
      sv: 'Samma person på båda sidor. Här finns inget att tolka, men något att fråga om: visste medarbetaren vad som gäller?',
      en: 'The same person on both sides. There is nothing to interpret, but something to ask: did the employee know the rules?',
    },
    teaches: {
      sv: 'Egen journal är inte undantagen: åtkomsten ges för arbetet. Jämför NJA 2014 s. 221, där en polis dömdes för sökningar på sig själv.',
      en: 'One’s own record is no exception: access is given for the work. Compare NJA 2014 p. 221, in which a police officer was convicted of searches for himself.',
    },
  },
  {
    id: 'same-surname',
    truth: 'justified',
    source: 'rules',
    priority: 4,
    who: { name: 'Gustav Ringqvist', title: { sv: 'fysioterapeut', en: 'physiotherapist' } },
    whose: { name: 'Astrid Ringqvist', number: '194906182284' },
    unit: { sv: 'Rehabiliteringsmottagningen', en: 'Rehabilitation clinic' },
    rows: [{ day: '2026-03-06', from: '13:00', to: '13:42', did: ['read', 'create'], events: 10, grade: 'A+' }],
    asked: [{ rule: 'own-family', facts: { tie: 'name', carriers: 4, relation_grade: 'A+' } }],
    against: [
      {
        sv: 'Användaren är ansvarig för besöket den 6 mars, bokat av receptionen tre veckor tidigare.',
        en: 'The user is responsible for the visit on 6 March, booked by the reception three weeks earlier.',
      },
    ],
    best: 'explained',
    right: [],
    why: {
      sv: 'Ett bokat besök hos just den här fysioterapeuten. De är inte släkt, och hade de varit det hade besöket ändå förklarat öppningen.',
      en: 'A booked visit with this very physiotherapist. They are no kin, and if they were the visit would explain the lookup all the same.',
    },
    look: {
      sv: 'Vårdrelationen är den starkaste som finns: användaren är namngiven i vården, och någon annan bokade.',
      en: 'The care relation is the strongest there is: the user is named in the care, and somebody else made the booking.',
    },
    teaches: {
      sv: 'Ett ovanligt efternamn är en svag ledtråd. Läs vad som talar emot innan du läser namnet.',
      en: 'A rare family name is a weak hint. Read what speaks against before you read the name.',
    },
  },
  {
    id: 'small-place',
    truth: 'justified',
    source: 'rules',
    priority: 3,
    who: { name: 'Maj Lis Kuoljok', title: { sv: 'distriktssköterska', en: 'district nurse' } },
    whose: { name: 'Olov Kuoljok', number: '196404153832' },
    unit: { sv: 'Sjukstugan i Norrfors', en: 'Norrfors cottage hospital' },
    rows: [{ day: '2026-03-21', from: '04:52', to: '06:10', did: ['read', 'create'], events: 26, grade: 'A+' }],
    asked: [{ rule: 'own-family', facts: { tie: 'register', relation_kind: 'sibling', relation_grade: 'A+' } }],
    against: [
      {
        sv: 'Patienten kom akut kl. 04:45. Ambulansen registrerade besöket.',
        en: 'The patient came as an emergency at 04:45. The ambulance registered the visit.',
      },
      {
        sv: 'Användaren var ensam i tjänst den natten.',
        en: 'The user was alone on duty that night.',
      },
    ],
    best: 'explained',
    right: ['ask'],
    why: {
      sv: 'Brodern fick en allergisk reaktion, och ingen annan fanns i tjänst. Hon skrev, larmade och lämnade över.',
      en: 'Her brother had an allergic reaction, and no one else was on duty. She wrote, called for help and handed over.',
    },
    look: {
      sv: 'Vem som registrerade besöket, när patienten kom, och att någon skrev under hela tiden.',
      en: 'Who registered the visit, when the patient came, and that there was writing all the time.',
    },
    teaches: {
      sv: 'Att vårda en närstående är ibland oundvikligt. Fråga om en kollega kunde ha gjort det, inte om de är släkt.',
      en: 'To care for one’s kin is sometimes unavoidable. Ask whether a colleague could have done it, not whether they are kin.',
    },
  },
  {
    id: 'neighbour',
    truth: 'justified',
    source: 'rules',
    priority: 4,
    who: { name: 'Susanne Palm', title: { sv: 'barnmorska', en: 'midwife' } },
    whose: { name: 'Fatima Yusuf', number: '198801082382' },
    unit: { sv: 'Barnmorskemottagningen', en: 'Midwifery clinic' },
    rows: [{ day: '2026-03-27', from: '09:10', to: '09:12', did: ['read'], events: 3, grade: 'C' }],
    asked: [{ rule: 'neighbour', facts: { relation_grade: 'C' } }],
    against: [
      {
        sv: 'Patienten gick hos enheten under graviditeten, till och med i höstas.',
        en: 'The patient was seen at the unit during her pregnancy, until last autumn.',
      },
      {
        sv: 'Patienten skrev ett meddelande till enheten kvällen innan.',
        en: 'The patient wrote a message to the unit the evening before.',
      },
    ],
    best: 'explained',
    right: ['ask'],
    why: {
      sv: 'Meddelandet gällde ett intyg. Barnmorskan läste det som behövdes för att svara.',
      en: 'The message was about a certificate. The midwife read what was needed to answer.',
    },
    look: {
      sv: 'Meddelandet kvällen innan, och att läsningen tog två minuter.',
      en: 'The message of the evening before, and that the reading took two minutes.',
    },
    teaches: {
      sv: 'På små orter är alla grannar. Adressen är ett skäl att titta, inte ett svar.',
      en: 'In small places all are neighbours. The address is a reason to look, not an answer.',
    },
  },
]
