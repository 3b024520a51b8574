import type { Language } from '../../../src/model/language.ts'
import { markup } from '../../../src/reports/html/markup.ts'
import { code, type PrintedDocument, quiet, strong } from '../../../src/reports/printed/document.ts'

/** What tries to be something else than text, in every form that is written. */
export const hostile =
  '=HYPERLINK("http://x") <b>fet</b> | *stjärna* `kod` [länk](http://x) \u202e\u0007 &amp; $x$ @namn'

/** A document with one of everything, in which some data are hostile. */
export function everything(language: Language): PrintedDocument {
  return {
    language,
    title: 'Kontrollprotokoll mars 2026',
    subtitle: 'Vårdcentralen Eken, 2026-03-01–2026-03-31',
    caseNumber: 'VEK 2026/118 "A" \\ </style>',
    archive: 'Bevaras till och med 2031-12-31',
    tool: '0.1.0',
    prepared: '2026-06-01T08:00:00.000Z',
    blocks: [
      { is: 'paragraph', look: 'lead', text: 'Kontrollen avslutas utan anmärkning.' },
      {
        is: 'figures',
        figures: [
          { name: 'Uppslag', value: '12\u00a0345' },
          { name: 'Granskningsfall', value: '3', note: '1 färre än i februari' },
        ],
      },
      {
        is: 'notice',
        heading: 'Läs det här först',
        items: ['Bokningar saknas.', ['Ett fall väntar på ', strong('svar'), '.']],
      },
      {
        is: 'section',
        heading: 'Uppgifter om kontrollen',
        blocks: [
          {
            is: 'facts',
            facts: [
              ['Granskare', 'Maria Ek'],
              ['Spårloggens slutvärde', code('9d0f'.repeat(16))],
              ['Anmärkning', hostile],
            ],
          },
          {
            is: 'choices',
            question: 'Resultat',
            choices: [
              { text: 'Utan anmärkning', ticked: true },
              { text: 'Med anmärkning', ticked: false },
            ],
          },
        ],
      },
      {
        is: 'section',
        heading: 'Uppslag per enhet',
        blocks: [
          {
            is: 'plot',
            title: 'Andel förklarade uppslag',
            description: 'En liggande stapel: 87 procent är förklarade.',
            height: 50,
            picture: markup`<text x="0" y="14">${hostile}</text><rect class="track" x="0" y="21" width="100%" height="11"/><rect class="bar" x="0" y="21" width="87%" height="11"/>`,
            legend: [
              { look: 'bar', name: 'Förklarade' },
              { look: 'track', name: 'Utan förklaring' },
            ],
            numbers: {
              is: 'table',
              name: 'Enheter',
              caption: 'Uppslag per enhet',
              columns: [{ title: 'Enhet' }, { title: 'Uppslag', number: true }, { title: 'Andel', number: true }],
              rows: [
                ['Eken', 12_345, '87,0 %'],
                [hostile, 1, null],
              ],
              total: ['Alla', 12_346, '87,0 %'],
            },
          },
        ],
      },
      {
        is: 'section',
        heading: 'Granskningsfall',
        newPage: true,
        blocks: [
          {
            is: 'table',
            name: 'Fall',
            caption: 'Fallen i den ordning de granskades',
            columns: [{ title: 'Nr', number: true }, { title: 'Medarbetare' }, { title: 'Bedömning' }],
            rows: [
              { cells: [1, hostile, 'Förklarad'], notes: [] },
              { cells: [2, ['Per Åkesson ', quiet('läkare')], 'Felval'], notes: ['Sökte en annan.', hostile] },
            ],
          },
          { is: 'section', heading: 'Övrigt', blocks: [{ is: 'list', ordered: true, items: ['Ett', 'Två'] }] },
          {
            is: 'table',
            name: 'Tom',
            caption: 'Inget',
            columns: [{ title: 'A' }],
            rows: [],
            empty: 'Inga fall står kvar.',
          },
          { is: 'paragraph', look: 'small', text: '1. ingen lista' },
        ],
      },
      {
        is: 'section',
        heading: 'Underskrift',
        together: true,
        blocks: [
          {
            is: 'signatures',
            signers: [
              { role: 'Granskare', name: 'Maria Ek' },
              { role: 'Andra granskare', name: null },
            ],
          },
        ],
      },
    ],
  }
}

/** A protocol of so many cases, some with a comment below. */
export function protocol(cases: number): PrintedDocument {
  const names = ['Karin Lindqvist', 'Björn Åkesson', 'Per Bo Öberg']
  return {
    ...everything('sv'),
    blocks: [
      {
        is: 'section',
        heading: 'Granskningsfall',
        blocks: [
          {
            is: 'table',
            name: 'Fall',
            caption: 'Fallen i den ordning de granskades',
            columns: ['Nr', 'Medarbetare', 'Patient', 'Dag', 'Kontrollfråga', 'Bedömning'].map((title) => ({ title })),
            rows: Array.from({ length: cases }, (_, place) => ({
              cells: [
                `fall${place}`,
                `${names[place % 3]}, sjuksköterska`,
                'Tolvan Tolvansson, 19121212-1212',
                `2026-03-${String((place % 28) + 1).padStart(2, '0')}`,
                'Öppnades en journal utan att någon vårdrelation syns?',
                'Förklarad: vård av patienten',
              ],
              notes: place % 3 === 0 ? [`not${place} `.repeat(place % 40 === 0 ? 900 : 12)] : [],
            })),
          },
        ],
      },
      {
        is: 'section',
        heading: 'Underskrift',
        together: true,
        blocks: [{ is: 'signatures', signers: [{ role: 'Granskare', name: 'Maria Ek' }] }],
      },
    ],
  }
}
