import { join } from 'node:path'
import { build } from 'esbuild'

/** The pages that work by a script: with what file of `src/page` each begins, and what its module exports. */
const pages = {
  packet: { entry: 'open.ts', name: 'pageScript', says: "What the reviewer's page runs." },
  study: { entry: 'study.ts', name: 'studyScript', says: 'What the page of the self-study runs.' },
} as const

/**
 * The script of a page as a module that a report can import: made from `src/page`, not minified, so that a hospital can
 * read what it is given. Chrome 109 is the last one of the oldest machines in use.
 */
export async function pageScript(root: string, page: keyof typeof pages): Promise<string> {
  const { entry, name, says } = pages[page]
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'src/page', entry)],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: ['chrome109', 'firefox115', 'safari16.4'],
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  })
  const script = outputFiles[0]!.text
  if (/<\/script|<!--/i.test(script)) throw new Error('the script would end its own element')
  const literal = script.replace(/[\\`]|\$(?=\{)/g, '\\$&')
  return `// Made from src/page by npm run docs.\n\n/** ${says} */\nexport const ${name} = \`${literal}\`\n`
}
