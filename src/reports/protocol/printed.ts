import { reviewWords } from '../../language/review/index.ts'
import type { ProtocolDocument, ProtocolPart } from '../../model/protocol-document.ts'
import {
  type Block,
  code,
  type FigureList,
  type Inline,
  type PrintedDocument,
  type Section,
  strong,
} from '../printed/document.ts'
import { casesTable, followUpSections } from './cases.ts'
import { rulesSection, selectionSection, sourcesSection } from './method.ts'
import { controlPeriod, momentText, personText, type ProtocolTelling, standingText, tellProtocol } from './telling.ts'

/** The protocol as pages; until every part is signed it says on each of them that it is a draft. */
export function protocolPages(document: ProtocolDocument): PrintedDocument {
  const telling = tellProtocol(document)
  const { own } = telling
  return {
    language: document.language,
    title: document.draft ? own.draftTitle : own.title,
    subtitle: own.subtitle(unitsText(telling), controlPeriod(telling)),
    caseNumber: document.case_number,
    archive: own.archive(document.archive_months),
    tool: document.tool,
    prepared: document.prepared,
    blocks: [
      ...draftNotice(telling),
      figures(telling),
      { is: 'paragraph', text: own.introduction },
      controlSection(telling),
      ...document.parts.map((part, place) => partSection(telling, part, place + 1)),
      ...followUpSections(telling),
      selectionSection(telling),
      rulesSection(telling),
      sourcesSection(telling),
      purposeSection(telling),
      ...signingSection(telling),
    ],
  }
}

function unitsText({ own, document }: ProtocolTelling): string {
  const [only, ...others] = document.parts
  if (!only) return own.nothingHandedOut
  return others.length === 0 ? only.unit : own.allUnits(document.parts.length)
}

function draftNotice({ own, document }: ProtocolTelling): Block[] {
  if (!document.draft) return []
  const unsigned = document.parts.filter(({ stage }) => stage !== 'signed')
  const items = document.parts.length === 0 ? [own.draft.nothing] : unsigned.map(({ unit }) => own.draft.unsigned(unit))
  return [{ is: 'notice', heading: own.draft.heading, items }]
}

function figures({ own, document }: ProtocolTelling): FigureList {
  const { figures: words } = own
  const cases = document.parts.flatMap((part) => part.cases)
  const sum = (of: (one: (typeof cases)[number]) => number): number => cases.reduce((all, one) => all + of(one), 0)
  // What is left of the log is not what was reviewed.
  const events = cases.some(({ first }) => first === '') ? 0 : sum((one) => one.events)
  return {
    is: 'figures',
    figures: [
      { name: words.outcome, value: outcomeText(own, document.parts) },
      {
        name: words.cases,
        value: own.count(cases.length),
        note: words.judged(cases.filter(({ status }) => status === 'closed').length),
      },
      {
        name: words.lookups,
        value: own.count(sum((one) => one.lookups)),
        ...(events > 0 ? { note: words.events(events) } : {}),
      },
      {
        name: words.outside,
        value: own.count(document.parts.reduce((all, { outside }) => all + outside, 0)),
        note: words.outsideMeans,
      },
    ],
  }
}

/** With remark if any part has one; known when every part is judged. */
function outcomeText({ figures: words }: ProtocolTelling['own'], parts: readonly ProtocolPart[]): string {
  if (parts.length === 0 || parts.some(({ outcome }) => outcome === null)) return words.notReady
  return words.outcomes[parts.some(({ outcome }) => outcome === 'remark') ? 'remark' : 'no_remark']
}

function controlSection(telling: ProtocolTelling): Section {
  const { own, document } = telling
  const { control } = own
  const providers = unique(document.parts.flatMap((part) => part.care_provider ?? part.care_provider_id ?? []))
  const units = document.parts.map(({ unit, care_unit_id }) =>
    care_unit_id === null ? unit : `${unit} (${care_unit_id})`,
  )
  const kind = document.cause ?? (document.draws.length > 0 ? 'sample' : 'recurring')
  const facts: (readonly [string, Inline])[] = [
    [control.id, code(document.control_id)],
    [control.provider, providers.length === 0 ? control.notUnit : providers.join('; ')],
    [control.unit, units.length === 0 ? own.nothingHandedOut : units.join('; ')],
    [control.kind, control.kinds[kind]],
    ...(document.reason === null ? [] : [[control.reason, document.reason] as const]),
    ...(document.target === null ? [] : [[control.target, document.target] as const]),
    [control.period, control.periodMeans(controlPeriod(telling))],
    [control.caseNumber, document.case_number ?? control.noCaseNumber],
    [control.planned, control.plannedBy(momentText(telling, document.planned.time), document.planned.by)],
    [control.prepared, momentText(telling, document.prepared)],
    [control.archive, own.keptFor(document.archive_months)],
    ...protectedFacts(telling),
    [control.trail, code(document.trail_head)],
  ]
  return { is: 'section', heading: control.heading, blocks: [{ is: 'facts', facts }] }
}

function protectedFacts({ own, document }: ProtocolTelling): (readonly [string, Inline])[] {
  const { control } = own
  if (document.revealed_for !== null) return [[control.masked, control.revealed(document.revealed_for)]]
  return document.masked === 0 ? [] : [[control.masked, control.maskedMeans(document.masked)]]
}

function secondText({ second_reviewers, cases }: ProtocolPart, words: ProtocolTelling['own']['part']): string {
  if (second_reviewers.length > 0) return second_reviewers.map(personText).join('; ')
  const waiting = cases.filter(({ status }) => status === 'second').length
  return waiting > 0 ? words.awaitsSecond(waiting) : words.noSecond
}

function partSection(telling: ProtocolTelling, part: ProtocolPart, place: number): Section {
  const { own } = telling
  const { part: words } = own
  const counted = Map.groupBy(part.cases, (one) => standingText(telling, one))
  const verdicts = [...counted].map(([name, group]) => `${name}: ${own.count(group.length)}`)
  const facts: (readonly [string, Inline])[] = [
    [words.outcome, [strong(outcomeText(own, [part]))]],
    ...(verdicts.length === 0 ? [] : [[words.verdicts, verdicts.join(', ')] as const]),
    [words.reviewer, reviewersText(own, part)],
    [words.second, secondText(part, words)],
    ...part.packets.flatMap((packet): (readonly [string, Inline])[] => [
      [
        words.packet,
        words.packetMeans(packet.packet_id, momentText(telling, packet.handed_at), packet.cases, packet.minutes),
      ],
      [
        words.declared,
        packet.declared_at === null ? words.notDeclared : words.isDeclared(momentText(telling, packet.declared_at)),
      ],
    ]),
    ...(part.population === null ? [] : [[words.population, own.count(part.population)] as const]),
    [words.outside, part.outside === 0 ? words.outsideNone : words.outsideMeans(part.outside)],
    [words.signed, signedText(telling, part)],
    ...(part.signed === null || part.signed.note === '' ? [] : [[words.note, part.signed.note] as const]),
  ]
  return {
    is: 'section',
    heading: words.heading(part.unit),
    blocks: [{ is: 'facts', facts }, casesTable(telling, part, place)],
  }
}

function reviewersText({ part: words }: ProtocolTelling['own'], { packets }: ProtocolPart): string {
  return unique(packets.map(({ reviewer, role }) => `${personText(reviewer)}, ${words.role[role]}`)).join('; ')
}

function signedText(telling: ProtocolTelling, { signed, stage }: ProtocolPart): string {
  const { own, document } = telling
  if (signed !== null) return own.part.signedBy(momentText(telling, signed.time), personText(signed.reviewer))
  return `${own.part.notSigned} (${reviewWords(document.language).stages[stage]})`
}

function purposeSection({ own }: ProtocolTelling): Section {
  return {
    is: 'section',
    heading: own.purpose.heading,
    blocks: [
      { is: 'paragraph', text: [strong(own.purpose.limit)] },
      { is: 'paragraph', text: own.purpose.means },
    ],
  }
}

/** A line for whoever signs each part, and for each second reviewer. */
function signingSection({ own, document }: ProtocolTelling): Section[] {
  const { signing } = own
  const several = document.parts.length > 1
  const signers = document.parts.flatMap(({ unit, packets, signed, second_reviewers }) => {
    const place = several ? `, ${unit}` : ''
    const last = packets.at(-1)
    const first = signed ?? (last && { reviewer: last.reviewer, role: last.role })
    const nameOf = ({ name, user_id }: { name: string | null; user_id: string }): string => name ?? user_id
    return [
      ...(first ? [{ role: `${signing[first.role ?? 'reviewer']}${place}`, name: nameOf(first.reviewer) }] : []),
      ...second_reviewers.map((second) => ({ role: `${signing.second}${place}`, name: nameOf(second) })),
    ]
  })
  if (signers.length === 0) return []
  return [{ is: 'section', heading: signing.heading, together: true, blocks: [{ is: 'signatures', signers }] }]
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
