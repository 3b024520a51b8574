import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findTraps } from './portable.ts'

// Rules and reasons keep to the SQL that ClickHouse reads too, with the same answers: a national log outgrows one machine.
// `npm run test:clickhouse` asks both engines; this finds most of what would come out otherwise before anyone does.

const queries = join(import.meta.dirname, '../../src/queries')
const rooms = ['rules', 'ages', 'grade', 'hours', 'information', 'places', 'robots', 'ties', 'volume']

/** What a preparing query needs all the same, and why. A rule may have none, and no line here may be more than is needed. */
const needed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ages/births': {
    macro: 'a personal number is read once, for three columns',
    'regular expression': 'it says whether the text is a personal number',
    'text function': 'personal numbers are digits',
  },
  'grade/contact-windows': {
    hash: 'the numbers that stand for persons, units and users are made here',
    'not in': 'a status that is missing is an empty text before it is compared with a list of words',
    'text function': 'a status is a word that people write; ClickHouse has lowerUTF8',
  },
  'grade/coverage-days': { generate_series: 'a day at a time; ClickHouse makes them from a range of numbers' },
  'grade/people': { hash: 'the numbers that stand for persons are made here' },
  'grade/period-lookups': {
    hash: 'the numbers that stand for users, persons and units are made here',
    'text function': 'a number of one digit repeated is no person; ClickHouse has leftUTF8',
  },
  'grade/staff': {
    hash: 'the numbers that stand for users are made here',
    'regular expression': 'one title is written in many ways',
    'text function': 'one title is written in many ways',
  },
  'grade/temp-tables': {
    macro: 'the ids of lookups, which reports need and rules do not',
    'text function': 'the ids of lookups, which reports need and rules do not',
  },
  'grade/user-persons': { hash: 'the numbers that stand for users and persons are made here' },
  'hours/intervals': { generate_series: 'a day at a time; ClickHouse makes them from a range of numbers' },
  'hours/lookup-hours': { generate_series: 'a day at a time; ClickHouse makes them from a range of numbers' },
  'places/switches': { 'text function': 'workstations are named by people; ClickHouse has lowerUTF8' },
  'ties/family': {
    macro: 'names are folded the same way for users and patients',
    'regular expression': 'names are written in many ways',
    'text function': 'names are written in many ways',
  },
  'ties/homes': {
    macro: 'addresses are read the same way for users and patients',
    'not in': 'a street that is missing has been left out before it is compared with a list of words',
    'regular expression': 'addresses are written in many ways',
    'text function': 'addresses are written in many ways',
  },
}

const names = rooms.flatMap((room) =>
  readdirSync(join(queries, room))
    .filter((file) => file.endsWith('.sql'))
    .map((file) => `${room}/${file.slice(0, -'.sql'.length)}`),
)

const trapsOf = (name: string) => findTraps(readFileSync(join(queries, `${name}.sql`), 'utf8'))

describe('ClickHouse reads it too', () => {
  it.each(names)('%s', (name) => {
    const found = trapsOf(name)
      .filter(({ construct }) => needed[name]?.[construct] === undefined)
      .map(({ construct, line, wayOut }) => `src/queries/${name}.sql:${line}: ${construct}; instead: ${wayOut}`)
    expect(found).toEqual([])
  })

  it('only preparing queries need more, and nothing stands in the list that none needs', () => {
    expect(Object.keys(needed).filter((name) => name.startsWith('rules/'))).toEqual([])
    const said = Object.entries(needed).flatMap(([name, all]) => Object.keys(all).map((one) => `${name} ${one}`))
    const found = new Set(names.flatMap((name) => trapsOf(name).map(({ construct }) => `${name} ${construct}`)))
    expect(said.filter((one) => !found.has(one))).toEqual([])
  })
})

describe('it bites', () => {
  it.each([
    ['not in', 'select a.x from a where a.x not in (select b.x from b)'],
    ['lag without default', 'select lag(a.x) over (order by a.y) as before from a'],
    ['lag without default', 'select lag(coalesce(a.x, 0), 1) over (order by a.y) as before from a'],
    ['correlated count', 'select a.x, (select count(*) from b where b.x = a.x) as others from a'],
    ['bool_or', 'select bool_or(a.x > 1) as any_x from a'],
    [
      'range interval',
      'select sum(a.x) over (order by a.t range between interval 1 day preceding and current row) as s from a',
    ],
    ['ordered list', "select string_agg(a.x, ', ' order by a.x) as all_x from a"],
    ['ordered list', 'select array_agg(coalesce(a.x, 0) order by a.y) as all_x from a'],
    ['quantile_cont', 'select quantile_cont(a.x, 0.5) as middle from a'],
    ['//', 'select a.x // 2 as half from a'],
    ['dayofweek', 'select dayofweek(a.day) as weekday from a'],
    ['date - date', 'select a.last_day - a.first_day as days from a'],
    ['date - date', 'select a.start_time::date - b.birth_date as days from a'],
    ['far date', "select coalesce(a.valid_to, date '9999-12-31') as to_day from a"],
    ['text function', 'select lower(a.place) as place_key from a'],
    ['text function', 'select substring(a.name, 1, 3) as begins from a'],
    ['alias like a column', 'select min(x) as x from a'],
    ['alias like a column', "select a.y, case when x = 'x' then 1 end as x from a"],
    ['alias without as', 'select a.x, count(*) n from a group by a.x'],
    ['alias without as', 'select a.x y from a'],
    ['arg_max', 'select arg_max(a.x, a.y) as x from a'],
    ['lateral', 'select f.n from a cross join lateral (select a.x + 1 as n) f'],
    ['from first', 'with b as (from a) select b.x from b'],
  ])('on %s', (construct, sql) => {
    expect(findTraps(`-- a comment: not in, //\nselect 1 as one;\n${sql}`)).toEqual([
      { construct, line: 3, wayOut: expect.any(String) },
    ])
  })

  it.each([
    'select a.x, lag(a.x, 1, a.x) over w as before from a window w as (order by a.y)',
    'select min(a.x) as x, count(*) filter (where a.y is null) as nameless from a group by all',
    'select x as x, a.y is not null as has_y from a',
    'select (select count(*) from b) as others, a.day - $days::integer as from_day from a',
    "select a.day - interval 1 day as day_before, extract(hour from a.t) as hour, date '2200-01-01' as open_end from a",
    "select case a.n when 2 then 'unit' else 'provider' end as level, a.day + 7 as later from a left join b on b.x = a.x",
  ])('and lets through %s', (sql) => expect(findTraps(sql)).toEqual([]))
})
