import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes long and stands in short files, which come last otherwise: at the end one core would wait for the other. */
const long = ['nightly/year', 'rules/every-rule']

/** The order of the test files on a fresh machine, where nobody knows yet how long each takes. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = (file: TestSpecification): boolean => long.some((name) => file.moduleId.endsWith(`${name}.test.ts`))
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}
