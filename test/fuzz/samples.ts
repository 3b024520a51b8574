import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { Table, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow'
import { frame, line, message } from '../formats/atna/messages.ts'
import { event } from '../formats/fhir/events.ts'
import { accessEntry, entry, message as riv } from '../formats/riv/messages.ts'
import { makeZip } from '../formats/archive/make-zip.ts'
import { makeWorkbook } from '../formats/table/make-workbook.ts'
import { root } from '../harness/paths.ts'
import type { Chance } from './chance.ts'

const files = join(root, 'samples/sources')
const namesOf = (ending: RegExp): string[] => readdirSync(files).filter((name) => ending.test(name))
const read = (name: string): Buffer => readFileSync(join(files, name))
const text = (content: string): Buffer => Buffer.from(content)
const log = 'record_id;occurred_at;user_id;care_unit_id;patient_id;activity\n1;2026-03-04T10:00;u;e;199001012385;read\n'
const rows =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>occurred_at</t></is></c><c r="B1" t="inlineStr"><is><t>user_id</t></is></c></row><row r="2"><c r="A2"><v>46000.5</v></c><c r="B2" t="s"><v>0</v></c></row>'
const fhirXml = `<Bundle xmlns="http://hl7.org/fhir"><type value="searchset"/><entry><resource><AuditEvent><id value="a"/><recorded value="2026-03-04T10:00:00Z"/><agent><who><identifier><value value="u"/></identifier></who></agent></AuditEvent></resource></entry></Bundle>`

/** Files as they should be, for each kind of file that `ingest` reads. */
export async function goodFiles(folder: string): Promise<Readonly<Record<string, readonly Buffer[]>>> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const parquet = join(folder, 'log.parquet')
  await connection.run(
    `copy (select '1' as record_id, timestamp '2026-03-04 10:00' as occurred_at, 'u' as user_id, 'e' as care_unit_id, '199001012385' as patient_id, 'read' as activity from range(50)) to '${parquet}' (format parquet)`,
  )
  connection.closeSync()
  instance.closeSync()
  const cells = {
    occurred_at: '2026-03-04T10:00',
    user_id: 'u',
    care_unit_id: 'e',
    patient_id: '199001012385',
    activity: 'read',
  }
  const table = new Table(
    Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, vectorFromArray([cell, cell], new Utf8())])),
  )
  const workbook = makeWorkbook({ sheets: { Blad1: rows }, texts: ['<t>läkare</t>'] })
  const events = [event(), event({ id: 'b' })]
  return {
    csv: namesOf(/\.(csv|tsv|txt|mer)$/).map(read),
    ndjson: [read('cosmic-nova.ndjson'), text(events.map((one) => JSON.stringify(one)).join('\n'))],
    json: [
      text(JSON.stringify(events)),
      text(JSON.stringify([{ occurred_at: '2026-03-04', user_id: 'u', activity: 'read' }])),
    ],
    fhir: [
      text(JSON.stringify({ resourceType: 'Bundle', entry: events.map((resource) => ({ resource })) })),
      text(JSON.stringify(event())),
      text(fhirXml),
    ],
    riv: [
      read('riv-auditing-log.xml'),
      text(riv(['StoreLog', [entry]], 'urn:riv:informationsecurity:auditing:log:StoreLogResponder:2')),
      text(riv(accessEntry, 'urn:riv:informationsecurity:auditing:log:GetAccessLogsForPatientResponder:2')),
    ],
    atna: [
      text(`${line(message())}\n${line(message())}`),
      text(frame(line(message())) + frame(line(message()))),
      text(message()),
    ],
    parquet: [readFileSync(parquet)],
    arrow: [Buffer.from(tableToIPC(table, 'stream')), Buffer.from(tableToIPC(table, 'file'))],
    xlsx: [read('sakerhetstjanster-excel.xlsx'), workbook],
    archive: [
      gzipSync(log),
      makeZip([{ name: 'log.csv', content: log }]),
      makeZip([
        { name: 'a/log.csv', content: log },
        { name: 'inner.zip', content: makeZip([{ name: 'x.csv', content: log }]) },
      ]),
    ],
    reference: readdirSync(join(root, 'test/store/kept/files'))
      .filter((name) => name !== 'access-log.csv')
      .map((name) => readFileSync(join(root, 'test/store/kept/files', name))),
  }
}

/** A store of the oldest schema, as a file. */
export const oldStore: Buffer = brotliDecompressSync(readFileSync(join(root, 'test/store/kept/schema-1.duckdb.br')))

const many = 60_000

/** Files that no change of bytes comes upon: bombs, depth, and what is right in form and wrong in all else. */
export const wicked: Readonly<Record<string, readonly ((chance: Chance) => Buffer)[]>> = {
  csv: [
    (chance) => text(`occurred_at;user_id;patient_id;activity\n${'x;'.repeat(chance.below(50_000))}\n`),
    (chance) => text(`${'a;'.repeat(chance.below(30_000))}\n1\n`),
    () => text(`user_id;occurred_at\n"${'y'.repeat(3 << 20)}";1\n`),
    () => Buffer.alloc(3 << 20, '\n'),
    () => text('user_id;user_id;USER_ID;"user_id"\n1;2;3;4\n'),
  ],
  ndjson: [
    () => text(`{"a":${'['.repeat(many)}`),
    () => text('{"a":1}\n'.repeat(many)),
    () => text(`{"${'k'.repeat(3 << 20)}":1}\n`),
  ],
  json: [
    () => text(`[${'['.repeat(many)}${']'.repeat(many)}]`),
    (chance) => text(`[{"resourceType":"AuditEvent","recorded":${chance.pick(['1', '{}', '[[]]', '"\\ud800"'])}}]`),
    () => text(`[${'{"__proto__":{"user_id":"x"},"constructor":1},'.repeat(500)}{}]`),
  ],
  fhir: [
    () => text(`<AuditEvent xmlns="http://hl7.org/fhir">${'<agent>'.repeat(many)}`),
    () =>
      text(`<!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}">]><AuditEvent xmlns="http://hl7.org/fhir">&a;</AuditEvent>`),
    () => text(`{"resourceType":"Bundle","entry":[${'{"resource":'.repeat(many)}`),
  ],
  riv: [
    () =>
      text(`<StoreLog xmlns="urn:riv:informationsecurity:auditing:log:StoreLogResponder:2">${'<log>'.repeat(many)}`),
    () => text(`<?xml version="1.0" encoding="UTF-16"?><StoreLog/>`),
    () => text(`<StoreLog ${'a="1" '.repeat(many)}/>`),
  ],
  atna: [() => text(`${'9'.repeat(400)} <`), () => text('99999999 <85>1 -'), () => text(frame('<85>1').repeat(many))],
  xlsx: [
    () => makeWorkbook({ sheets: { A: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' } }),
    () =>
      makeWorkbook({ sheets: { A: `<row>${'<c t="s"><v>99999999</v></c>'.repeat(many)}</row>` }, texts: ['<t>a</t>'] }),
    () => makeWorkbook({ sheets: { A: rows }, texts: [`<t>${'a'.repeat(40 << 20)}</t>`] }),
    () => makeWorkbook({ sheets: { A: '<row r="-1"><c r="A0"><v>1e999</v></c></row>' }, styles: ['[$-41D]åååå'] }),
  ],
  archive: [
    () => gzipSync(Buffer.alloc(300 << 20)),
    () => makeZip([{ name: 'log.csv', content: Buffer.alloc(300 << 20) }]),
    () => makeZip([{ name: '../../evil.csv', content: log }]),
    () => makeZip(Array.from({ length: 3000 }, (_, place) => ({ name: `${place}.csv`, content: '' }))),
    () => makeZip([{ name: 'log.csv', content: log, says: { size: 2 ** 32 - 1 } }]),
    () => gzipSync(gzipSync(gzipSync(log))),
  ],
  yaml: [
    () => text('zone: *a\nsuppressions: *a\nprofile: *a\nid: *a\n'),
    () =>
      text(
        `a: &a [${'x,'.repeat(100)}]\n${'bcdefgh'.replaceAll(/./g, (name) => `${name}: &${name} [${`*${String.fromCharCode(name.charCodeAt(0) - 1)},`.repeat(100)}]\n`)}zone: *h\nsuppressions: *h\n`,
      ),
    () => text('suppressions: &a [*a]\nzone: &b {c: *b}\n'),
    () => text(`zone: ${'['.repeat(20_000)}`),
    () => text('a: {'.repeat(5000)),
    () => text('zone: !!js/function "x"\nsuppressions: !!binary "////"\n'),
    () => text('zone: 1\nzone: 2\n? [a, b]\n: c\n'),
    () => text('%YAML 9.9\n---\nzone: x\n...\n---\nb\n'),
    () => text('- just\n- a list\n'),
    () => text('__proto__: {zone: x}\nconstructor: {prototype: 1}\n'),
    () => text(`suppressions:\n${'  - {rule: a}\n'.repeat(20_000)}`),
    () => text('<<: [{zone: a}, 1]\n<<: b\n'),
    () => Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x3a, 0x00]),
  ],
}
