import type { sv } from './sv.ts'

export const en: typeof sv = {
  file: 'READ-FIRST.md',
  workspace: 'kontroll',
  made: ({ folder, file, seed, key }) =>
    `The exercise ${folder} is made (seed ${seed}). Begin with ${file}. Answer key: ${key}. Do not give it to the trainee.`,
  instructions: ({ title, brief, minutes, month, unit, log, citizens, tables, rules }) => `# ${title}

An exercise in log control. All of it is made up: none of the persons exists, and all personal numbers are test numbers or
impossible. It takes about ${minutes} minutes.

## Background

${brief}

## Your task

Go through the cases that are handed out for ${month}. Judge each: is the opening explained, do you have to ask the
employee, or is it something else? A log shows what a login did, not why. To ask is hardly ever wrong. There may be many
cases, a few, or none at all that cannot be explained.

## What to do

Open a command window in this folder.

1. Read registers and log. The log has the form in which a journal system hands it out. The last file is what patients have
   read in their own records: it is no part of the control, but is counted.

       loggkoll -w kontroll ingest ${tables}
       loggkoll -w kontroll ingest ${log} --profile cosmic-draft
       loggkoll -w kontroll ingest ${citizens} --profile 1177-journalen

2. Make the control, and read the notices at the top before you read the cases.

       loggkoll -w kontroll audit --month ${month}${rules.map((rule) => ` --rule ${rule}`).join('')}

3. Read one case at a time. The number stands with the finding.

       loggkoll -w kontroll explain F-…

4. Hand the cases out to yourself. The tool makes a passphrase and shows it only once: note it. The
   page opens in the browser.

       loggkoll -w kontroll review plan --month ${month}
       loggkoll -w kontroll review export --unit ${unit} -o review.html

5. Judge each case on the page, save the answers, and read them in.

       loggkoll -w kontroll review import svar-….json

You are done when each case that was handed out has a judgement. Hand the folder to the trainer, who has the key.
`,
}
