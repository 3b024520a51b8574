/** What a text must not hold if ClickHouse is to read it as DuckDB does. */
export interface Trap {
  readonly construct: string
  readonly line: number
  readonly wayOut: string
}

const cuts: readonly { readonly construct: string; readonly pattern: RegExp; readonly wayOut: string }[] = [
  { construct: 'not in', pattern: /\bnot in\b/g, wayOut: 'anti join, not exists, or <> for each word' },
  { construct: 'arg_max', pattern: /\barg_(?:max|min)\(/g, wayOut: 'max_by or min_by, which both have' },
  { construct: 'bool_or', pattern: /\bbool_(?:or|and)\(/g, wayOut: 'max(x::integer) = 1, or min' },
  { construct: 'range interval', pattern: /\brange between interval\b/g, wayOut: 'a join by days, or rows' },
  {
    construct: 'ordered list',
    pattern: /\b(?:string_agg|array_agg|list)\([^()]*(?:\([^()]*\)[^()]*)*\border by\b/g,
    wayOut: 'array_agg without an order; whoever reads it sorts',
  },
  { construct: 'quantile_cont', pattern: /\bquantile_cont\(/g, wayOut: 'median' },
  { construct: '//', pattern: /\/\//g, wayOut: 'floor(a / b)' },
  { construct: 'dayofweek', pattern: /\bdayofweek\(/g, wayOut: 'extract(isodow from day)' },
  {
    construct: 'date - date',
    pattern: /(?:\b(?:\w*_)?(?:day|date)\b|::date)\s*-\s*(?:\w+\.)?(?:\w*_)?(?:day|date)\b(?! ')/g,
    wayOut: "date_diff('day', a, b)",
  },
  { construct: 'far date', pattern: /'(?:2[3-9]|[3-9]\d)\d\d-\d\d-\d\d/g, wayOut: 'an open end is 2200-01-01' },
  {
    construct: 'text function',
    pattern: /\b(?:lower|upper|length|strlen|substring|substr|left|right|lpad|rpad|reverse|translate)\(/g,
    wayOut: 'let a preparing query fold the text: ClickHouse counts and folds bytes, not å, ä and ö',
  },
  { construct: 'regular expression', pattern: /\bregexp_\w+\(/g, wayOut: 'let a preparing query read the text' },
  { construct: 'lateral', pattern: /\blateral\b/g, wayOut: 'write the expression where it is used' },
  { construct: 'from first', pattern: /(?:\(|\ball)\s*from\b/g, wayOut: 'select * from' },
  { construct: 'macro', pattern: /\bmacro\b/g, wayOut: 'write it out, in a preparing query' },
  {
    construct: 'generate_series',
    pattern: /\bgenerate_series\(/g,
    wayOut: 'a table of days, made by a preparing query',
  },
  { construct: 'hash', pattern: /\bhash\(/g, wayOut: 'user_no and person_no, which are made before' },
]

/** Finds what ClickHouse reads in another way, or not at all: most of it without an error, and with other answers. */
export function findTraps(sql: string): Trap[] {
  const bare = withoutComments(sql)
  const lineOf = (at: number): number => bare.slice(0, at).split('\n').length
  const cut = cuts.flatMap(({ construct, pattern, wayOut }) =>
    [...bare.matchAll(pattern)].map(({ index }) => ({ construct, line: lineOf(index), wayOut })),
  )
  const read = [
    ...laggards(bare).map((at) => ({ at, construct: 'lag without default', wayOut: 'lag(x, 1, default)' })),
    ...countsOfOthers(bare).map((at) => ({ at, construct: 'correlated count', wayOut: 'a join with a grouped count' })),
    ...aliases(bare),
  ]
  return [...cut, ...read.map(({ at, construct, wayOut }) => ({ construct, line: lineOf(at), wayOut }))].toSorted(
    (a, b) => a.line - b.line,
  )
}

/** Comments as blanks of the same length, so that lines and places stay. */
function withoutComments(sql: string): string {
  return sql.replace(/--[^\n]*/g, (comment) => ' '.repeat(comment.length))
}

/** `lag(x)` gives NULL before the first row, and ClickHouse the default of the type. */
function laggards(sql: string): number[] {
  return [...sql.matchAll(/\b(?:lag|lead)\(/g)]
    .filter(({ index, 0: head }) => items(inside(sql, index + head.length - 1).text).length < 3)
    .map(({ index }) => index)
}

/** A count in brackets of its own that speaks of a table outside: where there is none, ClickHouse says NULL. */
function countsOfOthers(sql: string): number[] {
  return [...sql.matchAll(/\(\s*select count\(/g)].flatMap(({ index }) => {
    if (/\b(?:from|join|exists|in|as)\s*$/.test(sql.slice(0, index))) return []
    const { text } = inside(sql, index)
    const own = new Set([...text.matchAll(/\b(?:from|join)\s+(\w+)(?:\s+(\w+))?/g)].flatMap(([, a, b]) => [a, b]))
    const outside = [...text.matchAll(/\b([a-z_]\w*)\./g)].some(([, name]) => !own.has(name))
    return outside ? [index] : []
  })
}

interface Found {
  readonly at: number
  readonly construct: string
  readonly wayOut: string
}

const keywords = /^(?:end|null|true|false|day|month|year|hour|minute|second)$/

/** What the items of each select are called. */
function aliases(sql: string): Found[] {
  return [...sql.matchAll(/\bselect\b(?:\s+distinct\b)?/g)].flatMap(({ index, 0: head }) => {
    const start = index + head.length
    return items(untilFrom(sql.slice(start))).flatMap(({ text, at }): Found[] => {
      const place = start + at + text.search(/\S/)
      const [, expression, name] = /^([\s\S]*?)\s+as\s+(\w+)\s*$/.exec(text) ?? []
      if (expression !== undefined && name !== undefined) {
        const self = new RegExp(`(?<![.\\w$'])${name}\\b(?!\\s*[(.'])`)
        if (expression.trim() === name || !self.test(withoutUnits(expression))) return []
        return [
          { at: place, construct: 'alias like a column', wayOut: `qualify the column ${name}, or call it otherwise` },
        ]
      }
      const [, last] = /[\w)'](?:\s+)([a-z_]\w*)\s*$/.exec(text) ?? []
      if (last === undefined || keywords.test(last) || /\b(?:is|not|and|or|distinct)\s+\w+\s*$/.test(text)) return []
      return [{ at: place, construct: 'alias without as', wayOut: `as ${last}` }]
    })
  })
}

/** Without what is no column: texts, and the units of `interval 1 day` and `extract(hour from …)`. */
function withoutUnits(expression: string): string {
  return expression.replaceAll(/'[^']*'|\binterval \d+ \w+|\bextract\(\w+ from\b/g, ' ')
}

/** The text within the bracket that opens at a place. */
function inside(sql: string, open: number): { text: string } {
  let depth = 0
  for (let at = open; at < sql.length; at++) {
    if (sql[at] === '(') depth++
    if (sql[at] === ')' && --depth === 0) return { text: sql.slice(open + 1, at) }
  }
  return { text: sql.slice(open + 1) }
}

/** The list of a select, to the `from` of the same depth or its end. */
function untilFrom(sql: string): string {
  let depth = 0
  for (let at = 0; at < sql.length; at++) {
    if (sql[at] === '(') depth++
    if (sql[at] === ')' && --depth < 0) return sql.slice(0, at)
    const next = sql.slice(at, at + 6)
    if (depth === 0 && (next.startsWith(';') || (/^(?:from|union)\b/.test(next) && /\s/.test(sql[at - 1] ?? '')))) {
      return sql.slice(0, at)
    }
  }
  return sql
}

/** The parts of a list between commas of its own depth. */
function items(list: string): { text: string; at: number }[] {
  const parts: { text: string; at: number }[] = []
  let [depth, from] = [0, 0]
  for (let at = 0; at <= list.length; at++) {
    if (list[at] === '(') depth++
    if (list[at] === ')') depth--
    if (at < list.length && !(list[at] === ',' && depth === 0)) continue
    parts.push({ text: list.slice(from, at), at: from })
    from = at + 1
  }
  return parts
}
