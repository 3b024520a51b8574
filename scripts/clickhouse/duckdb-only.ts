/**
 * The tables that only DuckDB makes, and why: they read words and numbers as people write them. ClickHouse gets them ready
 * made. One that ClickHouse can make after all is a failure of `npm run test:clickhouse`, so that this list stays true.
 */
export const duckdbOnly: Readonly<Record<string, string>> = {
  person_key:
    'who is one person: a recursion that ends when it finds nothing new (union); ClickHouse has union all only',
  staff_member: 'titles are folded by regular expressions with flags',
  period_lookup:
    'a number of one digit repeated is told by trimming it of its first digit; ClickHouse trims of a constant',
  contact_window: 'persons and units are known by the numbers that DuckDB’s hash gives them',
  postal_area: 'postal codes are read by regular expressions, in macros',
  dweller: 'addresses are read by regular expressions, in macros',
  home_part: 'addresses are read by regular expressions, in macros',
  shared_home: 'addresses are read by regular expressions, in macros',
  name_part: 'family names are folded by regular expressions, in macros',
  family_answer: 'family names are compared as lists',
  person_birth: 'birth dates are read from personal numbers, in a macro',
}
