// npm run rules:lock: writes what each rule of the tool stands for into src/rules/rules.lock.json. A rule whose query or
// settings have changed without a new version is refused.
import { lockFault, readLock, writeLock } from '../src/rules/lock.ts'
import { toolLock, toolRules } from './tool-rules.ts'

const lock = readLock(toolLock)
const refused = toolRules().filter((rule) => ['changed', 'older'].includes(lockFault(rule, lock) ?? ''))
for (const { id, version } of refused) {
  console.error(`${id}: its query or settings have changed; raise the version (${version})`)
}
if (refused.length > 0) process.exit(1)
writeLock(toolLock, {}, toolRules())
