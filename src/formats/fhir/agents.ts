import { codings, firstNode, isNode, type Node, nodes, textOf, wordsOf } from './nodes.ts'
import {
  chooseIdentifier,
  hsaSystem,
  identifierValue,
  nameOf,
  partsOf,
  personSystem,
  type References,
} from './references.ts'

/** An agent of an event, with what its reference stands for. */
interface Agent {
  readonly node: Node
  readonly who: Node | undefined
  readonly resource: Node | undefined
  readonly codes: ReadonlySet<string>
  /** Kind of resource that it is, as far as anything says so. */
  readonly kind: string | undefined
}

/** Who did it, as a log row says it. */
export interface Actor {
  readonly actor_kind: 'staff' | 'citizen' | 'system'
  readonly fields: Readonly<Record<string, string | undefined>>
  /** What the event says of why, by this agent. */
  readonly purposes: unknown
}

const humanTypes = ['IRCP', 'humanuser', 'UserSamlAgent', 'UserOauthAgent', 'AUT', 'INF']
const humanKinds = new Set(['Practitioner', 'PractitionerRole', 'RelatedPerson', 'Patient', 'Person'])
const humanRoles = ['PROV', 'PAT', 'HCP', 'ASS', 'REP']
const machineTypes = ['110150', '110152', '110153']
const organizationTypes = ['GRP', 'CST', 'CUST', 'custodian']

/** Finds the human behind an event: the direction of data (source, destination) says nothing of who read. */
export function findActor(event: Node, references: References): Actor {
  const agents = nodes(event['agent']).map((node) => agentOf(node, event, references))
  const scored = agents.map((agent) => ({ agent, score: scoreOf(agent) })).filter(({ score }) => score > 0)
  const humans = scored.map(({ agent }) => agent)
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (a, b) => (a && a.score >= b.score ? a : b),
    undefined,
  )
  // One who asked beats the one who is responsible: an assistant, not the physician behind.
  const asking = humans.filter(({ node }) => isTrue(node['requestor']))
  const user = best && !isTrue(best.agent.node['requestor']) && asking.length === 1 ? asking[0] : best?.agent
  const organization = agents.find((agent) => agent !== user && isOrganization(agent))
  const network = networkOf(user?.node) ?? networkOf(agents.find(({ codes }) => codes.has('110153'))?.node) ?? {}
  if (!user) {
    return { actor_kind: 'system', fields: { ...network, ...organizationFields(organization) }, purposes: undefined }
  }
  const isCitizen =
    ['Patient', 'RelatedPerson'].includes(user.kind ?? '') || user.codes.has('PAT') || user.codes.has('REP')
  return {
    actor_kind: isCitizen ? 'citizen' : 'staff',
    fields: {
      ...network,
      ...organizationFields(organization),
      ...placeFields(user, event, references),
      ...userFields(user, event, references),
      session_id: textOf(user.node['policy']),
    },
    purposes: user.node['purposeOfUse'] ?? user.node['authorization'],
  }
}

function agentOf(node: Node, event: Node, references: References): Agent {
  const who = firstNode(node['who'])
  const resource = references.resolve(who, event)
  const codes = new Set([...codings(node['type']), ...codings(node['role'])].map(({ code }) => code))
  const kind = textOf(resource?.['resourceType']) ?? partsOf(who).type
  return { node, who, resource, codes, kind }
}

function scoreOf({ node, who, codes, kind }: Agent): number {
  const has = (list: readonly string[]) => list.some((code) => codes.has(code))
  const hasNetwork = networkOf(node) !== undefined
  const isNamed = node['name'] !== undefined || who?.['display'] !== undefined
  const isMachine = has(machineTypes) && (who === undefined || kind === 'Device')
  let score = 0
  if (has(humanTypes)) score += 4
  if (humanKinds.has(kind ?? '') || has(humanRoles)) score += 3
  if (isTrue(node['requestor'])) score += 2
  if (isNamed && !hasNetwork) score += 1
  if (isMachine || kind === 'Device') score -= 3
  if (kind === 'Organization') score -= 4
  else if (has(organizationTypes)) score -= 2
  return score
}

function isOrganization({ kind, codes }: Agent): boolean {
  if (kind !== undefined) return kind === 'Organization'
  return codes.has('PROV') || organizationTypes.some((code) => codes.has(code))
}

function organizationFields(agent: Agent | undefined): Readonly<Record<string, string | undefined>> {
  if (!agent) return {}
  const { who, resource } = agent
  const id = identifierValue(firstNode(who?.['identifier'])) ?? chooseIdentifier(resource?.['identifier'], hsaSystem)
  return { care_provider_id: id ?? partsOf(who).id ?? textOf(who?.['display']) }
}

/** The unit of the user: that of the role, within the organization that it is part of. */
function placeFields({ node, resource }: Agent, event: Node, references: References) {
  const unit = firstNode(resource?.['organization'])
  const unitResource = references.resolve(unit, event)
  const parent = firstNode(unitResource?.['partOf'])
  const provider = references.resolve(parent, event)
  const location = firstNode(node['location'])
  const place = unit ?? location
  const care_unit_id = place && idOf(place, unitResource ?? references.resolve(place, event))
  const care_provider_id = parent && idOf(parent, provider)
  return {
    ...(care_unit_id === undefined ? {} : { care_unit_id }),
    ...(care_provider_id === undefined ? {} : { care_provider_id }),
  }
}

function userFields({ node, who, resource }: Agent, event: Node, references: References) {
  const practitioner = references.resolve(firstNode(resource?.['practitioner']), event)
  const said = firstNode(who?.['identifier'])
  const known = [...nodes(resource?.['identifier']), ...nodes(practitioner?.['identifier'])]
  const person = known.find((one) => personSystem.test(textOf(one['system']) ?? ''))
  const role = wordsOf(node['role'])
  return {
    user_id:
      identifierValue(said) ??
      chooseIdentifier(known, hsaSystem) ??
      partsOf(firstNode(resource?.['practitioner'])).id ??
      partsOf(who).id ??
      textOf(node['altId']) ??
      textOf(who?.['display']) ??
      textOf(node['name']),
    user_name: textOf(node['name']) ?? textOf(who?.['display']) ?? nameOf(practitioner) ?? nameOf(resource),
    user_title: role ?? undefined,
    user_person_id: person && identifierValue(person),
  }
}

/** What a reference names: by identifier, by what it stands for, or by its own words. */
export function idOf(reference: Node, resource: Node | undefined): string | undefined {
  return (
    identifierValue(firstNode(reference['identifier'])) ??
    chooseIdentifier(resource?.['identifier'], hsaSystem) ??
    partsOf(reference).id ??
    textOf(reference['display'])
  )
}

function networkOf(node: Node | undefined): { workstation?: string; network_address?: string } | undefined {
  const network = node?.['network']
  if (isNode(network)) {
    const address = textOf(network['address'])
    if (address === undefined) return undefined
    return textOf(network['type']) === '1' ? { workstation: address } : { network_address: address }
  }
  const address =
    textOf(node?.['networkString']) ?? textOf(node?.['networkUri']) ?? partsOf(firstNode(node?.['networkReference'])).id
  return address === undefined ? undefined : { network_address: address }
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true'
}
