/** What each option does, by the English text. */
export const optionTexts: Readonly<Record<string, string>> = {
  'display help for command': 'visa hjälp',
  'print the version': 'skriv ut versionen',
  'the workspace (default: $LOGGKOLL_WORKSPACE, then this directory)':
    'arbetsytan (förval: $LOGGKOLL_WORKSPACE, sedan den här mappen)',
  'language of help and of what a reviewer sees': 'språk i hjälpen och i det som en granskare ser',
  'table, json, ndjson or csv; lists: arrow too, audit: junit and ocsf; reports: html, csv or json, most of them pdf, md and xlsx too':
    'table, json, ndjson eller csv; listor: även arrow, audit: junit och ocsf; rapporter: html, csv eller json, de flesta även pdf, md och xlsx',
  'write the result to a file that only you can read': 'skriv resultatet till en fil som bara du kan läsa',
  'seal the file of -o with age: to a public key (may be repeated), or with a passphrase that is asked for (the word passphrase)':
    'försegla filen i -o med age: till en publik nyckel (får upprepas), eller med en lösenfras som frågas efter (ordet passphrase)',
  'say nothing but results and errors': 'säg inget utom resultat och fel',
  'say more': 'säg mer',
  'no colours': 'inga färger',
  'no progress': 'visa inte hur långt det har kommit',
  'how long to wait for another process that uses the store':
    'hur många sekunder att vänta på en annan process som använder databasen',
  'who you say you are, for the trail': 'vem du uppger dig vara, för spårloggen',
  // Periods, persons, runs
  'first day (default: the first in the store)': 'första dagen (förval: den första i databasen)',
  'first day (default: the first of the loaded logs)': 'första dagen (förval: den första i de inlästa loggarna)',
  'first day': 'första dagen',
  'the day after the last one': 'dagen efter den sista',
  'a whole month': 'en hel månad',
  'a calendar year (default: this one)': 'ett kalenderår (förval: det här)',
  'controls whose period begins on this day or later': 'kontroller vars period börjar den här dagen eller senare',
  'and before this day': 'och före den här dagen',
  'show protected persons (asks for --reason)': 'visa skyddade personer (kräver --reason)',
  'show persons as they are (asks for --reason)': 'visa personer som de är (kräver --reason)',
  'why they are shown; it is written to the trail': 'varför de visas; det skrivs i spårloggen',
  'a run (default: the latest)': 'en körning (förval: den senaste)',
  'only these rules': 'bara de här kontrollfrågorna',
  'only this unit': 'bara den här enheten',
  'only this user': 'bara den här användaren',
  'only this patient': 'bara den här patienten',
  'only findings at or above': 'bara iakttagelser från den här prioriteten och uppåt',
  'only those that stand so': 'bara de som står så',
  'a user': 'en användare',
  'a patient': 'en patient',
  'the unit': 'enheten',
  // Ingest
  'derive the key from a seed: for samples only, ids can then be guessed':
    'gör nyckeln av ett frö: bara för exempel, id går då att gissa',
  'write the numbers of the run for the textfile collector of Prometheus':
    'skriv körningens siffror för Prometheus (textfile collector)',
  'write a line about the run to the system log, by the program logger':
    'skriv en rad om körningen i systemloggen, genom programmet logger',
  'what the files hold (default: recognised)': 'vad filerna innehåller (förval: känns igen)',
  'what the file holds (default: recognised)': 'vad filen innehåller (förval: känns igen)',
  'mapping profile or standard format (default: recognised from the content)':
    'profil eller standardformat (förval: känns igen på innehållet)',
  'a profile, a standard format, or the file of a draft (default: recognised)':
    'en profil, ett standardformat eller filen med ett utkast (förval: känns igen)',
  'the sheet of a workbook (default: the first that holds rows)':
    'bladet i en arbetsbok (förval: det första som har rader)',
  'whose log it is, for an answer that does not say': 'vems logg det är, för ett svar som inte säger det',
  'the source system, where the file does not say it': 'källsystemet, där filen inte säger det',
  'reference data: replace the kind, or only the rows with the same key (default: snapshot; upsert for the answers of services)':
    'register: ersätt allt av slaget, eller bara rader med samma nyckel (förval: snapshot; upsert för svar från tjänster)',
  'the days that reference data speak for': 'de dagar som registret gäller',
  'refuse a file with more unreadable rows (default: 100 or 1 %, whichever is more)':
    'avvisa en fil med fler oläsbara rader (förval: 100 eller 1 %, det som är mest)',
  'say what would happen, and store nothing': 'säg vad som skulle hända, och spara inget',
  'move each file there once it has been read; files still being written are left':
    'flytta varje fil dit när den är inläst; filer som ännu skrivs lämnas',
  'move each file there that was refused (default: it stays)':
    'flytta dit varje fil som avvisats (förval: den ligger kvar)',
  'leave files that were written later than that (default: 60 with --move-to)':
    'lämna filer som skrivits senare än så, i sekunder (förval: 60 med --move-to)',
  'the id of the profile (default: draft)': 'profilens id (förval: draft)',
  'show so many rows (default: 3)': 'visa så många rader (förval: 3)',
  'exit with 3 when there is a remark at or above, or nothing that can be told':
    'sluta med 3 om det finns en anmärkning från den här prioriteten, eller inget går att säga',
  // Control
  'ask again only the months that can have other answers since the last time, and say what is new':
    'fråga bara om de månader som kan få andra svar sedan sist, och säg vad som är nytt',
  'write what a night has changed, as JSON without persons (with --new)':
    'skriv vad natten har ändrat, som JSON utan personer (med --new)',
  'show only findings at or above': 'visa bara iakttagelser från den här prioriteten och uppåt',
  'exit with 3 when there is a finding at or above': 'sluta med 3 om det finns en iakttagelse från den här prioriteten',
  'hand out at most so many cases for each unit': 'lämna ut högst så många granskningsfall per enhet',
  'hand out at most so many cases of the rules for each unit':
    'lämna ut högst så många av kontrollfrågornas granskningsfall per enhet',
  'say how long each step took': 'säg hur lång tid varje steg tog',
  'a question of your own': 'en egen fråga',
  'the saved questions, and the views and columns that can be read':
    'de sparade frågorna, och de vyer och kolumner som kan läsas',
  'at most so many rows': 'högst så många rader',
  'stop after so long': 'avbryt efter så många sekunder',
  'head hashes that reports have printed': 'slutvärden som stått i rapporter',
  // Sample
  'users or rotation (a day each), lookups, patients, unit-days':
    'användare (users) eller rotation (en dag var), uppslag (lookups), patienter (patients), enhetsdagar (unit-days)',
  'a number or a share, rounded up: 12 or 10% (a rotation: a twelfth, and one)':
    'ett antal eller en andel, avrundad uppåt: 12 eller 10% (rotation: en tolftedel, och en till)',
  'draw by this number (default: a new one, printed and kept)':
    'dra med det här talet (förval: ett nytt, som skrivs ut och sparas)',
  'only these units, each by itself': 'bara de här enheterna, var för sig',
  'each unit by itself': 'varje enhet för sig',
  'into this control (default: the recurring one of the period)':
    'till den här kontrollen (förval: den återkommande för perioden)',
  'show what would be drawn, and keep nothing': 'visa vad som skulle dras, och spara inget',
  'print what is drawn from, and draw nothing (asks for --reveal)':
    'skriv ut vad man drar ur, och dra inget (kräver --reveal)',
  // Review
  'aimed at a member of staff': 'riktad mot en medarbetare',
  'aimed at the record of a patient, who has asked for it': 'riktad mot en patients journal, på patientens begäran',
  'aimed at a unit': 'riktad mot en enhet',
  'aimed at the persons on the watchlist': 'riktad mot personerna på bevakningslistan',
  'made on suspicion': 'gjord på förekommen anledning',
  'made since the patient has asked for it': 'gjord på patientens begäran',
  'why a targeted control is made; it stands in the protocol': 'varför en riktad kontroll görs; det står i protokollet',
  'the case number (diarienummer)': 'diarienummer',
  'the case number, printed on every page': 'diarienummer, skrivs på varje sida',
  "everyone's: a file for each reviewer in the folder of -o, and a list of them":
    'allas: en fil för varje granskare i mappen som -o anger, och en lista över dem',
  'of each unit, and of what the central reviewer got: a file each in the folder of -o':
    'för varje enhet, och för det som den centrala granskaren fick: en fil var i mappen som -o anger',
  'every unit with a lookup: a file each in the folder of -o':
    'alla enheter med uppslag: en fil för varje i mappen som -o anger',
  'what goes to the central reviewer, of every unit': 'det som går till den centrala granskaren, från alla enheter',
  'what another reviewer has found unjustified': 'det som en annan granskare bedömt som obefogat',
  'which control (default: the one planned last)': 'vilken kontroll (förval: den som planerades sist)',
  'who reviews (default: who the register says)': 'vem som granskar (förval: den som står i registret)',
  'take over what lies open with another reviewer, who is ill or concerned (with --reviewer)':
    'ta över det som ligger öppet hos en annan granskare, som är sjuk eller berörd (med --reviewer)',
  'what the case needs': 'vad granskningsfallet behöver',
  'what explains it (explained)': 'vad som förklarar det (explained)',
  'without names or personal numbers': 'utan namn eller personnummer',
  'when the employee is to have answered (ask; default: in 7 days)':
    'när medarbetaren ska ha svarat (ask; förval: om 7 dagar)',
  'what the employee answered (unjustified)': 'vad medarbetaren svarade (unjustified)',
  'why the employee was not asked (unjustified)': 'varför medarbetaren inte tillfrågades (unjustified)',
  'why; it is written to the trail and the journal': 'varför; det skrivs i spårloggen och journalen',
  'every row of the log behind the case': 'varje rad i loggen bakom granskningsfallet',
  'the part of the central reviewer': 'den centrala granskarens del',
  'what the protocol is to say beside the cases': 'vad protokollet ska säga utöver granskningsfallen',
  'what has been done': 'vad som är gjort',
  'when (default: today)': 'när (förval: i dag)',
  'when the controller became aware (default: the first judgement)':
    'när den personuppgiftsansvarige fick veta (förval: den första bedömningen)',
  // Reports
  'the patient; the log is searched under every id of the person': 'patienten; loggen söks under personens alla id',
  'show who read': 'visa vem som läst',
  'who asks for the extract': 'vem som begär utdraget',
  'why it may be given out, where that must be assessed; it is written to the trail':
    'varför det får lämnas ut, där det måste prövas; det skrivs i spårloggen',
  'who assessed it': 'vem som prövat det',
  'of one unit (default: of the whole control)': 'för en enhet (förval: för hela kontrollen)',
  'of what the central reviewer got': 'för det som den centrala granskaren fick',
  // Rules
  'shuffle the patients by this number': 'blanda patienterna med det här talet',
  'shuffle so many times, and take the mean': 'blanda så många gånger, och ta medelvärdet',
  'what should be found: a CSV file with rule, expect (flag, clear), user_id, patient_id, day':
    'vad som borde hittas: en CSV-fil med rule, expect (flag, clear), user_id, patient_id, day',
  // Retention
  'say what would go, and delete nothing': 'säg vad som skulle gallras, och gallra inget',
  'what is older than this day (default: by retention in loggkoll.yaml)':
    'det som är äldre än den här dagen (förval: enligt retention i loggkoll.yaml)',
  'why; it is written to the journal': 'varför; det skrivs i journalen',
  'the last day of the hold (default: until it is released)': 'sista dagen det sparas (förval: tills det släpps)',
  'hold it no longer': 'spara det inte längre',
  'files with identities, as age-keygen writes them (default: a passphrase)':
    'filer med nycklar, som age-keygen skriver dem (förval: en lösenfras)',
  'files with identities, for a sealed backup (default: a passphrase)':
    'filer med nycklar, för en förseglad säkerhetskopia (förval: en lösenfras)',
  'the trail of the workspace that is lost, to hear of purges after the backup':
    'spårloggen från arbetsytan som gått förlorad, för att få veta vad som gallrats efter säkerhetskopian',
  'restore it although its trail or journal is not whole': 'återställ den fast dess spårlogg eller journal inte är hel',
  // Training
  'the practice case (train scenarios lists them)': 'övningen (train scenarios listar dem)',
  'twelve cases for one person, in a page (-o .html) or for a learning platform (-o .zip, SCORM 1.2)':
    'tolv granskningsfall för en person, som en sida (-o .html) eller för en lärplattform (-o .zip, SCORM 1.2)',
  'the same number makes the same log (default: a new one, printed)':
    'samma tal ger samma logg (förval: ett nytt, som skrivs ut)',
  'how large the log is (default: as the practice case is made for)':
    'hur stor loggen är (förval: som övningen är gjord för)',
  'where the answer key goes; --seal passphrase seals it': 'var facit hamnar; --seal passphrase förseglar det',
  'the answer key; a sealed one asks for its passphrase': 'facit; ett förseglat frågar efter sin lösenfras',
  'the answers of one trainee (may be repeated)': 'en deltagares svar (får upprepas)',
  'make a page in the workspace to fill in with how you take out a log':
    'gör en sida i arbetsytan att fylla i med hur ni tar ut en logg',
}
