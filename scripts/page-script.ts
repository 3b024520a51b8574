import { join } from 'node:path'
import { build } from 'esbuild'

/**
 * The script of the reviewer's page as a module that a report can import: made from `src/page`, not minified, so that
 * a hospital can read what it is given. Chrome 109 is the last one of the oldest machines in use.
 */
export async function pageScript(root: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'src/page/open.ts')],
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
  return `// Made from src/page by npm run docs.\n\n/** What the reviewer's page runs. */\nexport const pageScript = \`${literal}\`\n`
}
