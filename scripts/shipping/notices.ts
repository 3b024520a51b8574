import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Part } from './parts.ts'

/** The licences of all that is shipped as one text: ours first, then each part with its own. */
export function licencesText(root: string, parts: readonly Part[]): string {
  const rule = '-'.repeat(100)
  const list = parts.map(({ name, version, licence }) => `  ${name} ${version} (${licence})`)
  const texts = parts.map(
    ({ name, version, licence, text }) => `${rule}\n${name} ${version}: ${licence}\n\n${text.trim()}\n`,
  )
  return [
    `loggkoll\n\n${readFileSync(join(root, 'LICENSE'), 'utf8').trim()}\n`,
    `loggkoll is shipped with:\n\n${list.join('\n')}\n`,
    'DuckDB holds parts of others, which https://github.com/duckdb/duckdb/tree/main/third_party lists with their licences.\n',
    ...texts,
  ].join('\n')
}

/**
 * What is shipped as a CycloneDX 1.6 document. It has no number and no time of its own, so the same parts give the same
 * bytes.
 */
export function billOfMaterials(root: string, parts: readonly Part[]): string {
  const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    string,
    string
  >
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': `pkg:npm/${name}@${version}`,
        name,
        version,
        licenses: [{ license: { id: license } }],
        purl: `pkg:npm/${name}@${version}`,
      },
    },
    components: parts.map(component),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

function component({ name, version, kind, licence, purl, cpe, sha512, within = {} }: Part): object {
  const [, group, plain] = /^(@[^/]+)\/(.+)$/.exec(name) ?? [undefined, undefined, name]
  const made = Object.entries(within)
  return {
    type: kind,
    'bom-ref': purl,
    ...(group && { group }),
    name: plain,
    version,
    ...(sha512 && { hashes: [{ alg: 'SHA-512', content: sha512 }] }),
    licenses: licence.includes(' ') ? [{ expression: licence }] : [{ license: { id: licence } }],
    ...(cpe && { cpe }),
    purl,
    ...(made.length > 0 && {
      components: made.map(([of, its]) => ({ type: 'library', 'bom-ref': `${purl}#${of}`, name: of, version: its })),
    }),
  }
}
