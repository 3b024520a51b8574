/** Whether the machine failed and not the file: such errors name a call of the system. */
export function isOfTheMachine(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
