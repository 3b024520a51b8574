export interface PracticeFacts {
  readonly title: string
  readonly brief: string
  readonly minutes: number
  readonly month: string
  readonly log: string
  readonly tables: string
}

export interface MadeFacts {
  readonly folder: string
  readonly file: string
  readonly seed: number
  readonly key: string
}

/** What a trainee reads first. */
export const sv = {
  file: 'LÄS-FÖRST.md',
  workspace: 'kontroll',
  made: ({ folder, file, seed, key }: MadeFacts) =>
    `Övningen ${folder} är gjord (frö ${seed}). Börja med ${file}. Facit: ${key}. Ge inte facit till den som övar.`,
  instructions: ({ title, brief, minutes, month, log, tables }: PracticeFacts) => `# ${title}

En övning i loggkontroll. Allt är påhittat: ingen av personerna finns, och alla personnummer är testnummer eller omöjliga.
Räkna med ungefär ${minutes} minuter.

## Bakgrund

${brief}

## Din uppgift

Gå igenom de granskningsfall som delas ut för ${month}. Bedöm varje fall: är öppningen förklarad, behöver du fråga den
anställde, eller är det något annat? En logg visar vad en inloggning gjorde, inte varför. Att fråga är nästan aldrig fel.
Det kan vara många fall, ett par eller inget alls som inte går att förklara.

## Så här gör du

Öppna ett kommandofönster i den här mappen.

1. Läs in register och logg. Loggen har den form som ett journalsystem lämnar ut.

       loggkoll -w kontroll ingest ${tables}
       loggkoll -w kontroll ingest ${log} --profile cosmic-draft

2. Gör kontrollen, och läs varningarna överst innan du läser fallen.

       loggkoll -w kontroll audit --month ${month}

3. Läs ett fall i taget. Numret står vid iakttagelsen.

       loggkoll -w kontroll explain F-…

4. Dela ut fallen till dig själv, bedöm dem på granskningssidan och läs in dina svar.

       loggkoll -w kontroll review plan --help
       loggkoll -w kontroll review --help

Du är klar när varje utdelat fall har en bedömning. Lämna mappen till den som leder övningen, som har facit.
`,
}
