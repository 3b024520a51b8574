#!/usr/bin/env node
import { userInfo } from 'node:os'
import process from 'node:process'
import { askSecret } from './commands/ask-secret.ts'
import { runProgram } from './commands/program.ts'
import { Exit } from './model/exit.ts'
import { leastNode, toolVersion } from './model/version.ts'

// A reader that closes the pipe early (head, less) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  process.stderr.write(`loggkoll: the result cannot be written (${error.code})\n  check the disk, and run it again\n`)
  process.exit(Exit.io)
})
// Nor is one that closes the other: the work goes on unheard.
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.exit(Exit.io)
})

// What a command had not finished is undone when the store is next opened.
process.once('SIGINT', () => process.exit(130))

// npm only warns of an older Node, and what that lacks would be taken for a fault in the tool.
if (isOlder(process.versions.node, leastNode)) {
  process.stderr.write(
    `loggkoll ${toolVersion} needs Node ${leastNode} or later, and this is Node ${process.versions.node}\n` +
      '  install a newer one (https://nodejs.org), or take the executable, which brings its own\n',
  )
  process.exit(Exit.config)
}

// What it is if the program ends without having said.
process.exitCode = Exit.fault
void runProgram(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  outBytes: (bytes) => void process.stdout.write(bytes),
  outTaken: () => new Promise((taken) => void process.stdout.write('', () => taken())),
  err: (text) => void process.stderr.write(`${text}\n`),
  now: () => new Date(),
  env: process.env,
  input: process.stdin,
  columns: process.stdout.isTTY ? process.stdout.columns : undefined,
  terminal: process.stderr.isTTY ? process.stderr : undefined,
  askSecret:
    process.stdin.isTTY && process.stderr.isTTY
      ? (question) => askSecret(process.stdin, process.stderr, question)
      : undefined,
  osUser: osUser(),
}).then((code) => (process.exitCode = code))

/** The user's name; the number where none is known, as in a container. */
function osUser(): string {
  try {
    return userInfo().username
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`
  }
}

/** By hand: to make ready for comparing texts with numbers in them takes 20 ms, a seventh of the time to start. */
function isOlder(version: string, least: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [leastMajor = 0, leastMinor = 0] = least.split('.').map(Number)
  return major < leastMajor || (major === leastMajor && minor < leastMinor)
}
