import { z } from 'zod'
import { severities } from '../model/severity.ts'
import { rules } from '../rules/index.ts'
import { Settings } from '../workspace/config.ts'

/** The JSON Schema of `loggkoll.yaml` for editors: the settings, and the parameters of each rule of the tool. */
export function configSchema(): string {
  const { properties, ...schema } = z.toJSONSchema(Settings, { io: 'input' })
  const ofRules = Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)]))
  const about = { title: 'loggkoll.yaml', description: 'Settings of a workspace of loggkoll' }
  const known = { ...(properties?.['rules'] as object), properties: ofRules }
  return `${JSON.stringify({ ...about, ...schema, properties: { ...properties, rules: known } }, null, 2)}\n`
}

function ruleSchema({ parameters, words, on }: (typeof rules)[number]): object {
  const { $schema: _, properties, ...schema } = z.toJSONSchema(parameters, { io: 'input' })
  return {
    description: words.en.question,
    ...schema,
    properties: {
      on: { type: 'boolean', default: on, description: 'Is it asked?' },
      severity: { enum: severities, description: 'The severity of all its findings, in place of its own' },
      ...properties,
    },
  }
}
