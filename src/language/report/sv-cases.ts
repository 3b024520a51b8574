import { numbersIn } from './numbers.ts'

const { count, many } = numbersIn('sv-SE', 'av')

/** The cases, what was not selected, and the protected persons, in Swedish. */
export const svCases = {
  cases: {
    heading: 'Granskningsfall',
    means:
      'Fallen står i den ordning som poängen ger, och mer avgör den inte. Prioriteten, från 1 (allvarligast) till 5, är den högsta bland fallets iakttagelser.',
    none: 'Inga granskningsfall är utvalda i den här kontrollen.',
    place: (place: number) => `Granskningsfall ${count(place)}`,
    record: (whose: string) => `journalen för ${whose}`,
    severalUsers: 'Flera användare',
    severalPatients: 'journaler för flera patienter',
    wholeUnit: 'uppslag utan förklaring på enheten',
    noUser: 'Användare som loggen inte anger',
    noPatient: 'patient som loggen inte anger',
    noUnit: 'Enhet som loggen inte anger',
    protectedPerson: 'skyddade personuppgifter',
    unit: 'Enhet',
    day: 'Dag',
    dayHeads: 'Dagar',
    days: (amount: number) => many(amount, 'dag', 'dagar'),
    lookups: 'Uppslag',
    events: (amount: number) => many(amount, 'händelse', 'händelser'),
    relation: 'Vårdrelation',
    priority: (priority: number) => `Prioritet ${priority}`,
    priorityHead: 'Prioritet',
    state: 'Läge',
    score: 'Poäng',
    scoreSum: (score: number, parts: string) => `${count(score)}: ${parts}`,
    scorePart: (words: string, points: number) => `${words} ${count(points)}`,
    evidenceFor: 'Varför frågan ställs',
    evidenceAgainst: 'Vad som kan förklara öppningen',
    noEvidence: 'Inget i inlästa uppgifter.',
    noEvidenceAtAll: 'Inget underlag för eller emot finns i inlästa uppgifter.',
    evidenceAbove: 'Övrigt underlag om uppslaget står ovan.',
    source: 'Källa',
    ask: 'Fråga medarbetaren',
    explanations: 'Vanliga förklaringar',
    finding: 'Iakttagelse',
    lookup: 'Uppslag',
    more: (amount: number) => `Ytterligare ${many(amount, 'iakttagelse', 'iakttagelser')}`,
    moreElsewhere: (amount: number) =>
      `Dessutom ${many(amount, 'iakttagelse', 'iakttagelser')} som visas med loggkoll audit --format csv.`,
    protectedElsewhere: (amount: number) =>
      `${many(amount, 'iakttagelse', 'iakttagelser')} rör personer med skyddade personuppgifter och står på egen sida.`,
    notShown: (amount: number) =>
      `${many(amount, 'iakttagelse', 'iakttagelser')} i fallet ingår inte i den här rapporten.`,
    onOwnPage: 'Fallet rör en person med skyddade personuppgifter och står på egen sida.',
    toOwnPage: 'Gå till granskningsfall',
    unitAdvice:
      'Så många uppslag på enheten saknar förklaring att uppgifterna om vårdkontakter troligen är ofullständiga. Kontrollera inläsningen först. Fråga ingen medarbetare innan det är gjort.',
    when: 'När',
    who: 'Vem öppnade',
    whose: 'Vems journal',
    known: 'Vad som är känt',
    judgement: 'Bedömning',
    note: 'Anteckning',
    date: 'Datum',
    signature: 'Underskrift',
  },
  notSelected: {
    heading: 'Vad som inte har valts ut',
    cases: (kept: number, budget: number) =>
      `${many(kept, 'granskningsfall är inte utvalt', 'granskningsfall är inte utvalda')}. Högst ${count(budget)} per enhet väljs ut i varje kontroll.`,
    noCases: 'Kontrollen har inte gett några granskningsfall.',
    noneShown: 'Inget granskningsfall har någon iakttagelse som ska visas.',
    time: (minutes: number) => `De utvalda tar uppskattningsvis ${many(minutes, 'minut', 'minuter')} att läsa.`,
    none: (budget: number) =>
      `Alla granskningsfall är utvalda. Högst ${count(budget)} per enhet väljs ut i varje kontroll.`,
    caption: 'Granskningsfall som inte är utvalda, per enhet',
    adding: (amount: number) =>
      `${many(amount, 'iakttagelse', 'iakttagelser')} av frågor som bara kompletterar ett granskningsfall hör inte till något utvalt fall. De räknas här och visas inte var för sig.`,
    addingCaption: 'Kompletterande iakttagelser utanför utvalda fall, per kontrollfråga',
    amount: 'Antal',
  },
  protected: {
    heading: 'Personer med skyddade personuppgifter',
    means:
      'Sidan ska hanteras för sig och bara läsas av den som behöver den. Varje uppslag bland iakttagelserna visas, även de som vården förklarar. Personerna står under pseudonym.',
    none: 'Inga iakttagelser rör personer med skyddade personuppgifter.',
    unanswered: 'Kontrollfrågan om skyddade personuppgifter är obesvarad. Att listan är tom säger därför inget.',
    cases: 'Granskningsfall som rör dem',
    casesMean: 'Numren är desamma som i listan över granskningsfall.',
    lookups: 'Alla uppslag',
    patient: (person: string) => `Uppslag i journalen för ${person}`,
    user: (person: string) => `Uppslag av ${person}`,
  },
}
