/** An element: its name, and its text or what it holds. */
export type Node = readonly [name: string, content: string | readonly Node[]]

export const patients = ['192501019216', '192501148437', '192502016773'] as const
const personOid = '1.2.752.129.2.1.3.1'

export const ii = (name: string, number: string): Node => [
  name,
  [
    ['root', personOid],
    ['extension', number],
  ],
]

export const resource = (patient: string = patients[0]): Node => [
  'resource',
  [
    ['resourceType', 'Journaltext'],
    ['patient', [ii('patientId', patient), ['patientName', 'Bo Provsson']]],
    [
      'careProvider',
      [
        ['careProviderId', 'SE5560000000-VG02'],
        ['careProviderName', 'Region Prov'],
      ],
    ],
    ['careUnit', [['careUnitId', 'SE5560000000-U120']]],
  ],
]

/** A log entry of version 2 that says all it can. */
export const entry: Node = [
  'log',
  [
    ['logId', '0b7a5c1e-2d4f-4c1a-9a55-0123456789ab'],
    [
      'system',
      [
        ['systemId', 'SE5560000000-SYS1'],
        ['systemName', 'Journalen'],
      ],
    ],
    [
      'activity',
      [
        ['activityType', 'Läsa'],
        ['activityLevel', '7f3e2d1c-aaaa-4bbb-8ccc-0123456789ab'],
        ['activityArgs', 'översikt & detalj <1>'],
        ['startDate', '2026-03-04T10:11:12.123'],
        ['purpose', 'Vård och behandling'],
      ],
    ],
    [
      'user',
      [
        ['userId', 'SE5560000000-S001'],
        ['name', 'Anna Testsson'],
        ii('personId', '192503239234'),
        ['assignment', 'Vård och behandling, medicin'],
        ['title', 'Läkare'],
        ['careProvider', [['careProviderId', 'SE5560000000-VG01']]],
        [
          'careUnit',
          [
            ['careUnitId', 'SE5560000000-U110'],
            ['careUnitName', 'Avdelning 1'],
          ],
        ],
      ],
    ],
    ['resources', [resource()]],
  ],
]

/** What it says, by our names. */
export const entryValues = {
  record_id: '0b7a5c1e-2d4f-4c1a-9a55-0123456789ab',
  occurred_at: '2026-03-04T10:11:12.123',
  user_id: 'SE5560000000-S001',
  user_name: 'Anna Testsson',
  user_title: 'Läkare',
  user_person_id: '192503239234',
  assignment: 'Vård och behandling, medicin',
  care_unit_id: 'SE5560000000-U110',
  care_provider_id: 'SE5560000000-VG01',
  patient_id: patients[0],
  patient_name: 'Bo Provsson',
  activity: 'Läsa',
  activity_level: '7f3e2d1c-aaaa-4bbb-8ccc-0123456789ab',
  activity_args: 'översikt & detalj <1>',
  purpose: 'Vård och behandling',
  resource_type: 'Journaltext',
  resource_id: '7f3e2d1c-aaaa-4bbb-8ccc-0123456789ab',
  owner_care_unit_id: 'SE5560000000-U120',
  owner_care_provider_id: 'SE5560000000-VG02',
  break_glass: 'false',
  source_system: 'SE5560000000-SYS1',
} as const

/** What is left of it when fields are absent. */
export const valuesBut = (...absent: readonly (keyof typeof entryValues)[]) =>
  Object.fromEntries(Object.entries(entryValues).filter(([field]) => !absent.some((gone) => gone === field)))

/** An entry of GetAccessLogsForPatient. */
export const accessEntry: Node = [
  'accessLog',
  [
    ['careProviderId', 'SE5560000000-VG01'],
    ['careProviderName', 'Region Prov'],
    ['careUnitId', 'SE5560000000-U110'],
    ['careUnitName', 'Avdelning 1'],
    ['accessDate', '2026-03-04T10:11:12.123'],
    ['userId', 'SE5560000000-S001'],
    ['userName', 'Anna Testsson'],
    ['userTitle', 'Läkare'],
    ['purpose', 'Vård och behandling'],
    ['resourceType', 'Journaltext'],
  ],
]

export const reportResult = (code: string, interval = true): Node => [
  'reportResult',
  [
    [
      'result',
      [
        ['resultCode', code],
        ['resultText', 'text av tjänsten'],
      ],
    ],
    ...(interval
      ? ([
          ['startInterval', '2024-09-01T00:00:01.000'],
          ['endInterval', '2026-03-05T03:00:00.000'],
        ] as const)
      : []),
  ],
]

/** The same in version 1: PascalCase, and numbers as plain text. */
export function pascal([name, content]: Node): Node {
  const big = name.charAt(0).toUpperCase() + name.slice(1)
  if (typeof content === 'string') return [big, content]
  const extension = content.find(([inner]) => inner === 'extension')
  return [big, extension ? extension[1] : content.map(pascal)]
}

/** The element again, each child that `change` knows another, or gone. */
export function edit([name, content]: Node, change: (node: Node) => Node | undefined): Node {
  if (typeof content === 'string') return [name, content]
  const kept = content.map(change).filter((node) => node !== undefined)
  return [name, kept.map((node) => edit(node, change))]
}

export const without = (node: Node, gone: string): Node =>
  edit(node, (inner) => (inner[0] === gone ? undefined : inner))
export const withText = (node: Node, name: string, text: string): Node =>
  edit(node, (inner) => (inner[0] === name ? [name, text] : inner))

export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export function xml([name, content]: Node, prefix = '', attributes = ''): string {
  const inner = typeof content === 'string' ? escape(content) : content.map((node) => xml(node, prefix)).join('\n')
  return `<${prefix}${name}${attributes}>${inner}</${prefix}${name}>`
}

/** A message with the namespace of its contract as the default one, or under a prefix. */
export function message(node: Node, namespace: string, prefix = ''): string {
  const declared = prefix === '' ? ` xmlns="${namespace}"` : ` xmlns:${prefix}="${namespace}"`
  return xml(node, prefix === '' ? '' : `${prefix}:`, declared)
}

export const soap = (body: string, version: '1.1' | '1.2' = '1.1'): string => {
  const uri =
    version === '1.1' ? 'http://schemas.xmlsoap.org/soap/envelope/' : 'http://www.w3.org/2003/05/soap-envelope'
  return `<?xml version="1.0" encoding="UTF-8"?>
<s:Envelope xmlns:s="${uri}"><s:Header><a:LogicalAddress xmlns:a="urn:riv:itintegration:registry:1">SE5560000000-1A2B</a:LogicalAddress></s:Header>
<s:Body>${body}</s:Body></s:Envelope>`
}
