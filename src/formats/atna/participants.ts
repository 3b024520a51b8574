import { children, type XmlElement } from '../xml/element.ts'
import { codedValue } from './codes.ts'

interface Participant {
  readonly element: XmlElement
  readonly isRequestor: boolean
  readonly isHuman: boolean
  readonly isSource: boolean
}

export interface Actor {
  readonly isRequestorSaid: boolean
  readonly fields: Readonly<Record<string, string | undefined>>
}

/** Roles that programs have (DICOM PS3.16 CID 402): application, launcher, destination, source, media. */
const programRole = /^11015\d$/

/** Who did it: a human who asked, a human, a program that asked, else the first that there is. */
export function findActor(message: XmlElement): Actor {
  const all = children(message, 'ActiveParticipant').map(participantOf)
  const user =
    all.find((one) => one.isRequestor && one.isHuman) ??
    all.find((one) => one.isHuman) ??
    all.find((one) => one.isRequestor) ??
    all[0]
  const network = networkOf(user?.element) ?? networkOf(all.find((one) => one.isSource)?.element)
  return {
    isRequestorSaid: all.every(({ element }) => 'UserIsRequestor' in element.attributes),
    fields: { ...(user ? userFields(user) : {}), ...network, actor_kind: user?.isHuman ? kindOf(user) : 'system' },
  }
}

function participantOf(element: XmlElement): Participant {
  const { attributes } = element
  const roles = rolesOf(element)
  const isPerson = attributes['UserTypeCode'] === '1' || Boolean(attributes['UserName']?.trim())
  const hasOwnRole = roles.some(({ code }) => !/^1101\d\d$/.test(code))
  return {
    element,
    isRequestor: attributes['UserIsRequestor']?.trim().toLowerCase() === 'true',
    isHuman: isPerson || hasOwnRole || xuaUser(attributes['UserID']) !== undefined,
    isSource: roles.some(({ code }) => code === '110153'),
  }
}

function rolesOf(element: XmlElement) {
  return children(element, 'RoleIDCode').flatMap((role) => codedValue(role) ?? [])
}

function userFields({ element }: Participant): Readonly<Record<string, string | undefined>> {
  const { attributes } = element
  const xua = xuaUser(attributes['UserID'])
  const role = rolesOf(element).find(({ code }) => !programRole.test(code))
  return {
    user_id: xua?.user ?? known(attributes['UserID']),
    user_name: plain(attributes['UserName']) ?? xua?.alias,
    user_title: role?.text ?? role?.code,
  }
}

/** Patients and their representatives read their own record; their roles are those of the Swiss extension. */
function kindOf({ element }: Participant): string {
  return rolesOf(element).some(({ code }) => code === 'PAT' || code === 'REP') ? 'citizen' : 'staff'
}

/** The user of a SAML token, written `alias<user@issuer>` (ITI TF-2: 3.40.4.2). */
function xuaUser(id: string | undefined): { alias: string | undefined; user: string } | undefined {
  const found = /^([^<]*)<([^<>@]+)@[^<>]*>$/.exec(id?.trim() ?? '')
  return found ? { alias: plain(found[1]), user: found[2]! } : undefined
}

function networkOf(element: XmlElement | undefined): Readonly<Record<string, string>> | undefined {
  const address = plain(element?.attributes['NetworkAccessPointID'])
  if (address === undefined) return undefined
  return element?.attributes['NetworkAccessPointTypeCode'] === '1'
    ? { workstation: address }
    : { network_address: address }
}

/** Programs that have no name to give write `unknown`. */
function known(value: string | undefined): string | undefined {
  return /^(?:unknown|none|anonymous|-)$/i.test(value?.trim() ?? '') ? undefined : plain(value)
}

function plain(value: string | undefined): string | undefined {
  return value?.trim() || undefined
}
