/** Every exit code of the program, in one place (after sysexits.h, and `--help` prints this list). */
export const Exit = {
  done: 0,
  partly: 2,
  findings: 3,
  usage: 64,
  data: 65,
  fault: 70,
  cannotWrite: 73,
  io: 74,
  busy: 75,
  notAllowed: 77,
  config: 78,
  interrupted: 130,
} as const

export type Exit = (typeof Exit)[keyof typeof Exit]

export const exitMeaning: Record<keyof typeof Exit, string> = {
  done: 'done (findings are a normal result)',
  partly: 'done in part: a rule failed, the rest is kept',
  findings: 'done, and there are findings at or above --fail-on',
  usage: 'wrong usage',
  data: 'unreadable or wrong data; nothing of that file is stored',
  fault: 'a fault in the tool',
  cannotWrite: 'cannot write',
  io: 'read or write failed',
  busy: 'the store is in use by another process',
  notAllowed: 'not allowed',
  config: 'wrong configuration',
  interrupted: 'interrupted (Ctrl-C)',
}
