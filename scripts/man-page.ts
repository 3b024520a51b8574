import type { Command, Option } from 'commander'
import { environment } from '../src/commands/environment.ts'
import type { Io } from '../src/commands/io.ts'
import { buildProgram } from '../src/commands/program.ts'
import { examplesOf } from '../src/commands/usage/shape.ts'
import { en } from '../src/language/help/en.ts'
import { sv } from '../src/language/help/sv.ts'
import { Exit, exitMeaning } from '../src/model/exit.ts'
import type { Language } from '../src/model/language.ts'
import { toolVersion } from '../src/model/version.ts'

const help = { sv, en }

/** What no command says of itself. */
const words = {
  en: {
    section: 'User Commands',
    name: 'NAME',
    synopsis: 'SYNOPSIS',
    description: 'DESCRIPTION',
    options: 'GLOBAL OPTIONS',
    commands: 'COMMANDS',
    exit: 'EXIT STATUS',
    environment: 'ENVIRONMENT',
    files: 'FILES',
    examples: 'EXAMPLES',
    more: 'SEE ALSO',
    what: 'who opened which patient record, and why',
    choices: 'one of',
    byDefault: 'default',
    about: [
      'Reads access logs of health records and reference data into a workspace, attaches to every lookup the care relation that explains it, and puts questions to what remains. What it finds are criteria for selection, not suspicions: a person decides.',
      'It uses no network. Results go to standard output, everything else to standard error.',
    ],
    precedence: 'An option goes before its variable, a variable before loggkoll.yaml.',
    inFolder: 'A workspace is a directory that only its owner can open:',
    paths: {
      'loggkoll.yaml': 'settings; docs/schema/config-1.schema.json describes them',
      'loggkoll.duckdb': 'the store',
      'loggkoll.key': 'the key of ids, pseudonyms and chains; without it they cannot be made again',
      'trail.ndjson': 'what the tool has been used for, a chain of lines',
      'review.ndjson': 'what was planned, handed out, judged and signed, a chain of lines',
      'suppressions.yaml': 'what is not handed out for a time, and why',
      'profiles/': 'mapping profiles of its own',
      'rules/': 'rules of its own',
    },
    example: [
      [
        'A control of a month, from the logs to the protocol:',
        [
          'loggkoll init kontroll',
          'loggkoll -w kontroll ingest inkommet/',
          'loggkoll -w kontroll audit --month 2026-03',
          'loggkoll -w kontroll review plan --month 2026-03',
          'loggkoll -w kontroll report protocol -o protokoll.pdf',
        ],
      ],
      [
        'Every night:',
        ['loggkoll -w kontroll --wait 600 audit --fail-on high --format ocsf -o nya.ndjson --metrics loggkoll.prom'],
      ],
    ] as const,
  },
  sv: {
    section: 'Användarkommandon',
    name: 'NAMN',
    synopsis: 'SYNOPSIS',
    description: 'BESKRIVNING',
    options: 'ALLMÄNNA VÄLJARE',
    commands: 'KOMMANDON',
    exit: 'SLUTKODER',
    environment: 'MILJÖVARIABLER',
    files: 'FILER',
    examples: 'EXEMPEL',
    more: 'SE ÄVEN',
    what: 'vem som öppnat vilken patientjournal, och varför',
    choices: 'ett av',
    byDefault: 'förval',
    about: [
      'Läser journalsystemens åtkomstloggar och register in i en arbetsyta, knyter varje uppslag till den vårdrelation som förklarar det, och ställer kontrollfrågor till det som är kvar. En iakttagelse är ett urvalskriterium, inte en misstanke: en människa avgör.',
      'Verktyget använder inget nätverk. Resultat går till standard ut, allt annat till standard fel.',
    ],
    precedence: 'En väljare går före sin variabel, en variabel före loggkoll.yaml.',
    inFolder: 'En arbetsyta är en mapp som bara ägaren kan öppna:',
    paths: {
      'loggkoll.yaml': 'inställningar; docs/schema/config-1.schema.json beskriver dem',
      'loggkoll.duckdb': 'databasen',
      'loggkoll.key': 'nyckeln till id, pseudonymer och kedjor; utan den går de inte att göra om',
      'trail.ndjson': 'vad verktyget har använts till, en kedja av rader',
      'review.ndjson': 'vad som planerats, lämnats ut, bedömts och signerats, en kedja av rader',
      'suppressions.yaml': 'vad som inte lämnas ut under en tid, och varför',
      'profiles/': 'egna profiler',
      'rules/': 'egna kontrollfrågor',
    },
    example: [
      [
        'En månads kontroll, från loggar till protokoll:',
        [
          'loggkoll init kontroll',
          'loggkoll -w kontroll ingest inkommet/',
          'loggkoll -w kontroll audit --month 2026-03',
          'loggkoll -w kontroll review plan --month 2026-03',
          'loggkoll -w kontroll report protocol -o protokoll.pdf',
        ],
      ],
      [
        'Varje natt:',
        ['loggkoll -w kontroll --wait 600 audit --fail-on high --format ocsf -o nya.ndjson --metrics loggkoll.prom'],
      ],
    ] as const,
  },
} satisfies Record<Language, unknown>

/** A program of which only the help is asked: it hears nothing but what it prints. */
export function helpIo(out: (text: string) => void = () => undefined): Io {
  return { out, err: () => undefined, now: () => new Date(0), env: {}, osUser: '', input: process.stdin, columns: 80 }
}

/** The tree of commands, for what is made from it. */
export function commandTree(language: Language): Command {
  return buildProgram(helpIo(), [], help[language], () => undefined)
}

/** `loggkoll.1`: the manual page (man(7)), made from the tree of commands. */
export function manPage(language: Language): string {
  const { text } = help[language]
  const said = words[language]
  const program = commandTree(language)
  return [
    '.\\" Made by npm run docs from the commands; do not edit.',
    `.TH LOGGKOLL 1 "" "loggkoll ${toolVersion}" "${said.section}"`,
    `.SH ${said.name}`,
    `loggkoll \\- ${roff(said.what)}`,
    `.SH ${said.synopsis}`,
    '.B loggkoll',
    roff(help[language].usage('[options] [command]')),
    `.SH ${said.description}`,
    ...said.about.flatMap((paragraph, place) => [...(place > 0 ? ['.PP'] : []), roff(paragraph)]),
    `.SH ${said.options}`,
    ...program.options.flatMap((option) => optionLines(option, language)),
    `.SH ${said.commands}`,
    ...leaves(program).flatMap((command) => commandLines(command, language)),
    `.SH ${said.exit}`,
    ...Object.entries(Exit).flatMap(([name, code]) => item(String(code), text(exitMeaning[name as keyof typeof Exit]))),
    `.SH ${said.environment}`,
    roff(said.precedence),
    ...Object.entries(environment).flatMap(([name, what]) => item(name, text(what))),
    `.SH ${said.files}`,
    roff(said.inFolder),
    ...Object.entries(said.paths).flatMap(([path, what]) => item(path, what)),
    `.SH ${said.examples}`,
    ...said.example.flatMap(([what, lines], place) => [...(place > 0 ? ['.PP'] : []), roff(what), ...example(lines)]),
    `.SH ${said.more}`,
    roff('logger(1), systemd.timer(5), age(1)'),
    '',
  ].join('\n')
}

/** The commands that do something, in the order of the help. */
export function leaves(command: Command): Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap(leaves)
}

/** `rules show` of the command under the program. */
export function pathOf(command: Command): string {
  return command.parent?.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name()
}

function commandLines(command: Command, language: Language): string[] {
  const { text, usage } = help[language]
  return [
    `.SS "${roff(`${pathOf(command)} ${usage(command.usage())}`.trim())}"`,
    roff(text(command.description())),
    ...command.options.flatMap((option) => optionLines(option, language)),
    '.PP',
    ...example(examplesOf.get(command) ?? []),
  ]
}

function optionLines(option: Option, language: Language): string[] {
  if (option.hidden) return []
  const { choices, byDefault } = words[language]
  const more = [
    ...(option.argChoices ? [`${choices} ${option.argChoices.join(', ')}`] : []),
    ...(option.defaultValue !== undefined && !option.isBoolean()
      ? [`${byDefault} ${String(option.defaultValue)}`]
      : []),
  ]
  return item(option.flags, [help[language].text(option.description), ...more].join('; '))
}

function item(term: string, what: string): string[] {
  return ['.TP', `.B ${roff(term)}`, roff(what)]
}

function example(lines: readonly string[]): string[] {
  return ['.nf', '.RS 4', ...lines.map(roff), '.RE', '.fi']
}

/** Text in which no character is taken for an order of roff, and every hyphen is one that can be copied. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('"', '\\(dq')
    .replaceAll("'", '\\(aq')
    .replaceAll('^', '\\(ha')
    .replaceAll('~', '\\(ti')
    .replace(/^\./, '\\&.')
}
