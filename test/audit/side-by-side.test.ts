import { expect, it } from 'vitest'
import { sideBySide } from '../../src/audit/side-by-side.ts'
import type { Store } from '../../src/store/store.ts'

// Nothing is asked of them here: they only stand for what is free.
const [one, other] = [{ name: 'one' }, { name: 'other' }] as unknown as [Store, Store]

/** A task that is done when it is told to be. */
function held<T>(answer: T) {
  const begun = Promise.withResolvers<Store>()
  const ended = Promise.withResolvers<T>()
  return {
    begun: begun.promise,
    end: () => ended.resolve(answer),
    fail: (error: Error) => ended.reject(error),
    task: (store: Store) => {
      begun.resolve(store)
      return ended.promise
    },
  }
}

it('gives the answers in the order of the tasks, whichever is ready first', async () => {
  const [first, second, third] = [held('a'), held(2), held('c')]
  const all = sideBySide([one, other], [first.task, second.task, third.task])
  expect(await Promise.all([first.begun, second.begun])).toEqual([one, other])
  second.end()
  expect(await third.begun).toBe(other)
  third.end()
  first.end()
  expect(await all).toEqual(['a', 2, 'c'])
})

it('asks one after the other where there is one connection', async () => {
  const asked: string[] = []
  const task = (name: string) => async () => {
    asked.push(`${name} begins`)
    await Promise.resolve()
    asked.push(`${name} ends`)
  }
  await sideBySide([one], [task('a'), task('b')])
  expect(asked).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
})

it('begins nothing more when one has failed, and says so when what was begun has ended', async () => {
  const [first, second, third] = [held('a'), held('b'), held('c')]
  let isSaid = false
  const all = sideBySide([one, other], [first.task, second.task, third.task]).finally(() => (isSaid = true))
  await Promise.all([first.begun, second.begun])
  const refused = expect(all).rejects.toThrow('it fails')
  second.fail(new Error('it fails'))
  await new Promise((done) => setTimeout(done, 5))
  expect(isSaid).toBe(false)
  first.end()
  await refused
  expect(await Promise.race([third.begun, Promise.resolve('not begun')])).toBe('not begun')
})
