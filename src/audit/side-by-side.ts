import type { Store } from '../store/store.ts'

/** Something to be asked of the store, by whichever connection is free. */
export type Task<T> = (store: Store) => Promise<T>

type Answers<Tasks extends readonly Task<unknown>[]> = {
  -readonly [Place in keyof Tasks]: Awaited<ReturnType<Tasks[Place]>>
}

/**
 * Does tasks, as many at a time as there are connections: while one is planned or writes what it has found, which keeps one
 * core busy, another looks for more. Each connection takes the first task that waits.
 * @returns the answers in the order of the tasks, whichever was ready first
 * @throws what the first that failed has thrown, when those that were begun have ended
 */
export async function sideBySide<const Tasks extends readonly Task<unknown>[]>(
  connections: readonly Store[],
  tasks: Tasks,
): Promise<Answers<Tasks>> {
  const answers: unknown[] = []
  const waiting = [...tasks.entries()]
  const failures: unknown[] = []
  const take = async (store: Store): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [place, task] = next
      try {
        answers[place] = await task(store)
      } catch (error) {
        failures.push(error)
        waiting.length = 0
      }
    }
  }
  await Promise.all(connections.map(take))
  if (failures.length > 0) throw failures[0]
  return answers as Answers<Tasks>
}
