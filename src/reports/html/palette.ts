/** The colours of one scheme: paper and ink, one accent, and a warm tone for what must be read first. */
export interface Palette {
  readonly page: string
  readonly surface: string
  readonly ink: string
  readonly quiet: string
  readonly line: string
  readonly accent: string
  readonly soft: string
  readonly notice: string
  readonly warm: string
  readonly grave: string
  /** Fewest to most. */
  readonly heat: readonly [string, string, string, string, string, string]
}

export const light: Palette = {
  page: '#f6f5f1',
  surface: '#ffffff',
  ink: '#1c2327',
  quiet: '#566168',
  line: '#dcd9d1',
  accent: '#1d5a68',
  soft: '#e6eff0',
  notice: '#6b4300',
  warm: '#fbf1dc',
  grave: '#8f2f1f',
  heat: ['#eceeec', '#cfe0e2', '#a5c7cc', '#74a6af', '#417f8b', '#174b57'],
}

export const dark: Palette = {
  page: '#13181b',
  surface: '#1a2125',
  ink: '#e7e9e6',
  quiet: '#a6b1b6',
  line: '#364148',
  accent: '#86c8d4',
  soft: '#20343a',
  notice: '#f2cc85',
  warm: '#2d2616',
  grave: '#f0a193',
  heat: ['#232b30', '#23424a', '#2c5f6a', '#3f818e', '#62a9b6', '#a6dde6'],
}

/** The custom properties of a scheme. */
export function properties(palette: Palette): string {
  const { heat, ...colours } = palette
  return [
    ...Object.entries(colours).map(([name, colour]) => `--${name}: ${colour};`),
    ...heat.map((colour, level) => `--heat-${level}: ${colour};`),
  ].join(' ')
}
