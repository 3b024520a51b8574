/** What each command does, and what stands around it, by the English text. */
export const commandTexts: Readonly<Record<string, string>> = {
  'Loggkontroll: who opened which patient record, and why.':
    'Loggkontroll: vem som öppnat vilken patientjournal, och varför.',
  // Logs
  'make a workspace': 'skapa en arbetsyta',
  'read access logs and reference data: files, directories, patterns, - (standard input)':
    'läs in loggar och register: filer, mappar, mönster, - (standard in)',
  'is the log fit for review? what it lacks, by source, unit and day':
    'duger loggen för granskning? vad den saknar, per källa, enhet och dag',
  'mapping profiles: which column is what': 'profiler: vilken kolumn som är vad',
  'the profiles': 'profilerna',
  'a profile': 'en profil',
  'a draft of a profile, with the reason beside each line': 'ett utkast till profil, med skälet vid varje rad',
  'what a file would become: its first rows, unknown codes, rejects; stores nothing':
    'vad en fil skulle bli: de första raderna, okända koder, avvisade rader; sparar inget',
  // Control
  "put the rules' questions to the lookups of a period": 'ställ kontrollfrågorna till en periods uppslag',
  'what speaks for and against a lookup, each sentence with its row':
    'vad som talar för och emot ett uppslag, varje mening med sin rad',
  'the findings of the latest run': 'iakttagelserna i den senaste körningen',
  'its cases, in the order in which they are handed out': 'dess granskningsfall, i den ordning de lämnas ut',
  'put one SELECT to masked views of the store, or a saved question; nothing is changed':
    'ställ en SELECT till maskerade vyer av databasen, eller en sparad fråga; inget ändras',
  "the tool's own audit trail": 'verktygets egen spårlogg',
  'what the tool has been used for': 'vad verktyget har använts till',
  'are the trail and the journal of the reviews whole?': 'är spårloggen och granskningsjournalen hela?',
  'draw by lot what is to be reviewed, so that another can draw it again':
    'dra lott om vad som ska granskas, så att någon annan kan göra om dragningen',
  // Review
  'a control is planned, handed out, judged, signed': 'en kontroll planeras, lämnas ut, bedöms, signeras',
  'plan a recurring control, or a targeted one with its reason':
    'planera en återkommande kontroll, eller en riktad med sitt skäl',
  'hand the cases of a unit to its reviewer: a page that a passphrase opens, or a workbook':
    'lämna en enhets granskningsfall till granskaren: en sida som öppnas med lösenfras, eller en arbetsbok',
  'take answers back: saved by the page, or a filled-in workbook':
    'ta tillbaka svaren: sparade av sidan, eller en ifylld arbetsbok',
  'one case at a time in the terminal': 'ett granskningsfall i taget i terminalen',
  'keep one judgement': 'spara en bedömning',
  'show the protected persons of one case, for a reason that is logged':
    'visa de skyddade personerna i ett granskningsfall, av ett skäl som loggas',
  'end a control in a unit, without or with remark': 'avsluta en kontroll på en enhet, utan eller med anmärkning',
  'how far every control has come, and what is due': 'hur långt varje kontroll har kommit, och vad som ska vara klart',
  'the follow-up of an unjustified opening: steps and deadlines':
    'uppföljning av en obefogad öppning: steg och tidsfrister',
  // Reports
  'write a report': 'skriv en rapport',
  'the report of a control, for a reviewer': 'rapporten från en kontroll, för en granskare',
  'who has read a patient’s record: the extract that the patient has a right to':
    'vem som läst en patients journal: det loggutdrag som patienten har rätt till',
  'which units and how many of the staff the controls have reached, and what is missing':
    'vilka enheter och hur stor del av personalen kontrollerna har nått, och vad som saknas',
  'the protocol of a control (kontrollprotokoll); a draft until it is signed':
    'kontrollprotokollet; ett utkast tills det är signerat',
  'what a head of unit needs of a control, on two pages; it names no one':
    'vad en enhetschef behöver från en kontroll, på två sidor; det nämner ingen',
  'what the controls came to, by month and rule; of no person, and no count under five':
    'vad kontrollerna gett, per månad och kontrollfråga; inte om någon person, och inga antal under fem',
  // Rules
  'the rule book': 'kontrollfrågorna',
  'the rules and their questions': 'kontrollfrågorna, en rad om var och en',
  'a rule: law, words, parameters, SQL': 'en kontrollfråga: lag, ord, inställningar, SQL',
  'an own rule that works, to be changed: rule, query, cases':
    'en egen kontrollfråga som fungerar, att ändra i: regel, SQL, fall',
  'do own rules answer their cases as expected? only then they are asked':
    'svarar egna kontrollfrågor på sina fall som väntat? först då ställs de',
  'a page for each rule, in Swedish and English': 'en sida för varje kontrollfråga, på svenska och engelska',
  'how well do the rules tell from chance, and from an answer key?':
    'hur väl skiljer kontrollfrågorna från slumpen, och hur står de sig mot ett facit?',
  // Retention and care
  'delete what has passed its retention time, but for open controls and held cases':
    'gallra det som passerat sin tid, utom öppna kontroller och granskningsfall som ska sparas',
  'keep a case and its lookups beyond their time; without a case, list those held':
    'spara ett granskningsfall och dess uppslag utöver tiden; utan fall: lista de sparade',
  'is this installation and this workspace sound? each line ok, a note or a fault, with what to do':
    'är installationen och arbetsytan i ordning? varje rad är bra, att notera eller fel, med vad man gör',
  'open a file that was sealed with --seal, or with age': 'öppna en fil som förseglats med --seal, eller med age',
  'words for a shell to complete commands, options and ids by':
    'ord som ett skal kan fylla i kommandon, väljare och id med',
  'copy the whole workspace, its key too, into the file of -o, or into a directory; seal it':
    'kopiera hela arbetsytan, nyckeln också, till filen i -o eller till en mapp; försegla den',
  'make a workspace of a backup, in a new or empty directory':
    'gör en arbetsyta av en säkerhetskopia, i en ny eller tom mapp',
  'the licences of the program and of all that it is made of': 'licenserna för programmet och allt det består av',
  // Training
  'practice: made-up logs with an answer key': 'övning: påhittade loggar med facit',
  'the practice cases: story, what there is to learn, size, minutes':
    'övningarna: berättelse, vad man lär sig, storlek, minuter',
  'an exercise: log, reference data, workspace, instructions; the answer key apart from it':
    'en övning: logg, register, arbetsyta, anvisningar; facit för sig',
  'mark what trainees have judged against the key of the exercise': 'rätta vad deltagarna bedömt mot övningens facit',
  'a short lesson: why we check, how to take out a log, or one of the rules':
    'en kort lektion: varför vi kontrollerar, hur man tar ut en logg, eller en av kontrollfrågorna',
  // Exit codes
  'done (findings are a normal result)': 'klart (iakttagelser är ett vanligt resultat)',
  'done in part: a rule failed, the rest is kept':
    'delvis klart: en kontrollfråga gick inte att ställa, resten är sparat',
  'done, and there are findings at or above --fail-on': 'klart, och det finns iakttagelser från --fail-on och uppåt',
  'wrong usage': 'fel i kommandoraden',
  'unreadable or wrong data; nothing of that file is stored':
    'data går inte att läsa eller är fel; inget av den filen är sparat',
  'a fault in the tool': 'fel i verktyget',
  'cannot write': 'det går inte att skriva',
  'read or write failed': 'läsning eller skrivning misslyckades',
  'the store is in use by another process': 'databasen används av en annan process',
  'not allowed': 'inte tillåtet',
  'wrong configuration': 'fel i inställningarna',
  'interrupted (Ctrl-C)': 'avbrutet (Ctrl-C)',
  // Environment
  'as --workspace': 'som --workspace',
  'as --lang (else loggkoll.yaml, then the locale)': 'som --lang (annars loggkoll.yaml, sedan systemets språk)',
  'as --as': 'som --as',
  'as --wait': 'som --wait',
  'the passphrase to seal and unseal with, and of the packet that is handed out':
    'lösenfrasen att försegla och öppna med, och den för underlaget som lämnas ut',
  'where the executable keeps DuckDB’s library': 'där den körbara filen lägger DuckDB:s bibliotek',
  'as --no-color': 'som --no-color',
}
