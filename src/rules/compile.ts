import { z } from 'zod'
import type { RelationGrade } from '../model/grade.ts'
import { relationGrades } from '../model/grade.ts'
import { languages, type Language } from '../model/language.ts'
import { atLeast, oneLower, type Severity } from '../model/severity.ts'
import { law } from './law.ts'
import type { OwnQuery, Rule, RuleWords, Values } from './rule.ts'
import type { FactType, ParameterFile, RuleFile, When, WordsFile } from './rule-file.ts'
import { namedIn, sentence } from './sentence.ts'

/**
 * Makes a rule of what its file says. The file has passed its shape; what is left to check is that its parts agree.
 * @param own the query of a workspace's own rule; undefined for the tool's
 * @throws {Error} in words, when a name is used that the rule does not have
 */
export function compileRule(file: RuleFile, own?: OwnQuery): Rule {
  checkNames(file)
  const steps = typeof file.severity === 'string' ? [{ is: file.severity }] : file.severity
  const severity = (facts: Values, grade: RelationGrade | null): Severity => {
    const found = steps.find(({ when }) => holds(when, { ...facts, grade }))?.is ?? 'info'
    return grade !== null && file.lowered_at.includes(grade) ? oneLower(found) : found
  }
  return {
    id: file.id,
    version: file.version,
    on: file.on,
    law: file.law.map((basis) => (typeof basis === 'string' ? law[basis] : basis)),
    needs: file.needs,
    prepares: file.prepares.map((one) => (typeof one === 'string' ? { query: one, of: file.id } : one)),
    subject: file.subject,
    gathers: file.gathers,
    each_lookup: file.each_lookup,
    case_by: file.case_by,
    pairs: file.pairs,
    looks_back: (parameters) =>
      typeof file.looks_back === 'number' ? file.looks_back : Number(parameters[file.looks_back] ?? 0),
    parameters: z.strictObject(
      Object.fromEntries(Object.entries(file.parameters).map(([name, one]) => [name, parameterShape(one)])),
    ),
    facts: z.object(Object.fromEntries(Object.entries(file.facts).map(([name, type]) => [name, factShape(type)]))),
    severity,
    opens: (facts, found) => opensCase(file.opens, facts, found),
    words: { sv: speaker(file.words.sv, 'sv'), en: speaker(file.words.en, 'en') },
    file,
    own,
  }
}

function parameterShape({ type, min, max, default: standard, unit, means }: ParameterFile) {
  let shape = type === 'integer' ? z.int() : z.number()
  if (min !== undefined) shape = shape.min(min)
  if (max !== undefined) shape = shape.max(max)
  return shape.default(standard).meta({ unit, means })
}

/** A fact may be missing: a run keeps what its rule knew then. */
function factShape(type: FactType): z.ZodType {
  if (Array.isArray(type))
    return z
      .enum(type as [string, ...string[]])
      .nullable()
      .default(null)
  switch (type) {
    case 'integer':
    case 'number':
      return z.number().nullable().default(null)
    case 'boolean':
      return z.boolean().nullable().default(null)
    case 'grade':
      return z.enum(relationGrades).nullable().default(null)
    case 'text':
    case 'day':
    case 'time':
      return z.string().nullable().default(null)
  }
}

/** Does every value stand among those named? Without any it always does. */
function holds(when: When | undefined, values: Values): boolean {
  return Object.entries(when ?? {}).every(([name, wanted]) =>
    (Array.isArray(wanted) ? wanted : [wanted]).some((one) => one === (values[name] ?? null)),
  )
}

function opensCase(opens: RuleFile['opens'], facts: Values, severity: Severity): boolean {
  if (typeof opens === 'boolean') return opens
  if ('from' in opens) return atLeast(severity, opens.from)
  return [opens.when].flat().some((when) => holds(when, facts))
}

function speaker({ finding, values, ...words }: WordsFile, language: Language): RuleWords {
  return {
    ...words,
    finding: (facts, parameters) => {
      const all = { ...parameters, ...facts }
      const chosen = finding.find(({ when }) => holds(when, all)) ?? finding.at(-1)!
      return sentence(chosen.say, all, values, language)
    },
  }
}

/** Names that a rule may use in its conditions and sentences. @throws {Error} naming the first that it does not have */
function checkNames(file: RuleFile): void {
  const facts = new Set([...Object.keys(file.facts), 'grade'])
  const known = new Set([...facts, ...Object.keys(file.parameters)])
  const conditions = [
    ...(typeof file.severity === 'string' ? [] : file.severity.map(({ when }) => when)),
    ...(typeof file.opens === 'object' && 'when' in file.opens ? [file.opens.when].flat() : []),
    ...languages.flatMap((language) => file.words[language].finding.map(({ when }) => when)),
  ]
  const inConditions = conditions.flatMap((when) => Object.keys(when ?? {}))
  const inWords = languages.flatMap((language) => file.words[language].finding.flatMap(({ say }) => namedIn(say)))
  const unknown =
    [...inConditions, ...languages.flatMap((language) => Object.keys(file.words[language].values))].find(
      (name) => !facts.has(name),
    ) ??
    inWords.find((name) => !known.has(name)) ??
    (file.case_by !== undefined && !facts.has(file.case_by) ? file.case_by : undefined)
  if (unknown !== undefined) throw new Error(`there is no fact ${unknown}`)
  if (typeof file.looks_back === 'string' && !Object.hasOwn(file.parameters, file.looks_back)) {
    throw new Error(`there is no parameter ${file.looks_back}`)
  }
}
