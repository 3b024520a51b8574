import { Exit } from '../model/exit.ts'
import { Fault } from '../model/fault.ts'
import { type Language, languages } from '../model/language.ts'
import type { Io } from './io.ts'

/** The variables that are read, most of them in place of options, and what `--help` says of them. */
export const environment = {
  LOGGKOLL_WORKSPACE: 'as --workspace',
  LOGGKOLL_LANG: 'as --lang (else loggkoll.yaml, then the locale)',
  LOGGKOLL_AS: 'as --as',
  LOGGKOLL_WAIT: 'as --wait',
  LOGGKOLL_PASSPHRASE: 'the passphrase to seal and unseal with, and of the packet that is handed out',
  LOGGKOLL_NATIVE_DIR: 'where the executable keeps DuckDB’s library',
  NO_COLOR: 'as --no-color',
} as const

/** Options as the environment gives them; an empty variable gives none. */
interface FromEnvironment {
  lang?: Language
  as?: string
  wait?: number
}

/** @throws {Fault} 64 for a value that the option would not take */
export function fromEnvironment(env: Io['env']): FromEnvironment {
  const { LOGGKOLL_LANG: lang, LOGGKOLL_AS: as, LOGGKOLL_WAIT: wait } = env
  const given: FromEnvironment = {}
  if (lang) given.lang = languageOf(lang)
  if (as) given.as = as
  if (wait) {
    if (!/^\d+$/.test(wait)) throw wrong('LOGGKOLL_WAIT', 'a number of seconds')
    given.wait = Number(wait)
  }
  return given
}

function languageOf(text: string): Language {
  const known = languages.find((language) => language === text)
  if (!known) throw wrong('LOGGKOLL_LANG', languages.join(' or '))
  return known
}

function wrong(name: string, wanted: string): Fault {
  return new Fault(Exit.usage, `${name} is not what it should be`, `it is ${wanted}`)
}

/** The language of the system; undefined for another than ours. */
export function localeLanguage(env: Io['env']): Language | undefined {
  const locale = (env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '').toLowerCase()
  return languages.find((language) => locale.startsWith(language))
}

/** In which language help is given, before the command line has been read: English, unless another is asked for. */
export function helpLanguage(words: readonly string[], env: Io['env']): Language {
  const place = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  const asked = place < 0 ? env['LOGGKOLL_LANG'] : (words[place]!.split('=')[1] ?? words[place + 1])
  return languages.find((language) => language === asked) ?? localeLanguage(env) ?? 'en'
}
