import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../harness/paths.ts'

const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Readonly<Record<string, string>> }
const pages = [...globSync('*.md', { cwd: root }), ...globSync('docs/**/*.md', { cwd: root })]

it.each(pages)('%s names no script that there is not', (page) => {
  const named = [...textOf(page).matchAll(/npm run (?:-s )?([a-z][\w:-]*)/g)].map((match) => match[1]!)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

it('every script runs a file that there is', () => {
  for (const [name, command] of Object.entries(scripts)) {
    for (const [path] of command.matchAll(/\b(?:scripts|src|test)\/[\w./-]+\.(?:ts|cjs)\b/g)) {
      expect(globSync(path, { cwd: root }), `${name}: ${path}`).toHaveLength(1)
    }
  }
})
