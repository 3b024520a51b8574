import process from 'node:process'

/** What this process has taken, for measure.ts: the last line of what it prints. */
export function spent(): string {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  const took = { peak_mb: Math.round(maxRSS / 1024), cpu_seconds: (userCPUTime + systemCPUTime) / 1e6 }
  return `${JSON.stringify(took)}\n`
}
