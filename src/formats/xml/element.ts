/** An element with what it holds, by local names: which prefix a system chose says nothing. */
export interface XmlElement {
  readonly name: string
  /** By local name, `xmlns` declarations left out. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The text directly in it, as it stands. */
  readonly text: string
}

/** The first child of a name, whatever the case of its first letter: the older contracts write `LogId`, the newer `logId`. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one) => isNamed(one, name))
}

export function children(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((one) => isNamed(one, name)) ?? []
}

/** The text of the element at the end of a path, tidied; undefined when it is missing or empty. */
export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  let at = element
  for (const name of path) at = child(at, name)
  return at?.text.trim() || undefined
}

function isNamed(element: XmlElement, name: string): boolean {
  const own = element.name
  return own === name || (own.length === name.length && own.slice(1) === name.slice(1) && lower(own) === lower(name))
}

function lower(name: string): string {
  return name.charAt(0).toLowerCase()
}
