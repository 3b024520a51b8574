/** The version of the tool; a test holds it equal to package.json. */
export const toolVersion = '0.1.0'

/** The oldest Node that the tool runs on; a test holds it equal to package.json. */
export const leastNode = '22.18.0'
