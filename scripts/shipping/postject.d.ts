declare module 'postject' {
  /** Writes a resource into an executable, and turns on what says that it has one. */
  export function inject(
    executable: string,
    name: string,
    content: Buffer,
    options: { readonly sentinelFuse: string },
  ): Promise<void>
}
