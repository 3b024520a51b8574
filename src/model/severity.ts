/** From least to most. For a reviewer they are *prioritet* 5 (info) to 1 (critical). */
export const severities = ['info', 'low', 'medium', 'high', 'critical'] as const
export type Severity = (typeof severities)[number]

/** Reviewer's priority, 1 (first) to 5. */
export function priorityOf(severity: Severity): number {
  return severities.length - severities.indexOf(severity)
}

export function atLeast(severity: Severity, floor: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(floor)
}

/** The next lower severity; `info` has none below it. */
export function oneLower(severity: Severity): Severity {
  return severities[Math.max(0, severities.indexOf(severity) - 1)] ?? 'info'
}
