export interface PracticeFacts {
  readonly title: string
  readonly brief: string
  readonly minutes: number
  readonly month: string
  /** The id of the unit whose cases are handed out. */
  readonly unit: string
  readonly log: string
  readonly citizens: string
  readonly tables: string
  /** Those of a targeted control; none where all are asked. */
  readonly rules: readonly string[]
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
  instructions: ({ title, brief, minutes, month, unit, log, citizens, tables, rules }: PracticeFacts) => `# ${title}

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

1. Läs in register och logg. Loggen har den form som ett journalsystem lämnar ut. Den sista filen är vad patienter har läst i
   sin egen journal: det ingår inte i kontrollen, men räknas.

       loggkoll -w kontroll ingest ${tables}
       loggkoll -w kontroll ingest ${log} --profile cosmic-draft
       loggkoll -w kontroll ingest ${citizens} --profile 1177-journalen

2. Gör kontrollen, och läs varningarna överst innan du läser fallen.

       loggkoll -w kontroll audit --month ${month}${rules.map((rule) => ` --rule ${rule}`).join('')}

3. Läs ett fall i taget. Numret står vid iakttagelsen.

       loggkoll -w kontroll explain F-…

4. Dela ut fallen till dig själv. Verktyget gör en lösenfras och visar den en enda gång: anteckna
   den. Sidan öppnas i webbläsaren.

       loggkoll -w kontroll review plan --month ${month}
       loggkoll -w kontroll review export --unit ${unit} -o granskning.html

5. Bedöm varje fall på sidan, spara svaren och läs in dem.

       loggkoll -w kontroll review import svar-….json

Du är klar när varje utdelat fall har en bedömning. Lämna mappen till den som leder övningen, som har facit.
`,
}
