// npm run build:npm: the package for those who have Node, build/loggkoll-<version>.tgz.
import { statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { packForNpm } from './shipping/npm-package.ts'

const root = resolve(import.meta.dirname, '..')
const archive = await packForNpm(root, join(root, 'build'))
console.log(`${relative(process.cwd(), archive)} ${(statSync(archive).size / 1e6).toFixed(1)} MB`)
