import { child, children, textAt, type XmlElement } from '../xml/element.ts'
import { type GiveRow, rivReference } from './contract.ts'
import { numberAt } from './directory.ts'
import { earlierDay, isoDay, lastDay } from './times.ts'

/** Blocks and the times they are lifted: informationsecurity:authorization:blocking, and ehr:blocking before it. */
export const blocks = rivReference({
  id: 'blocks',
  description: 'Blocks and temporary overrides (GetBlocks…, GetExtendedBlocks…)',
  based_on: 'RIV-TA informationsecurity:authorization:blocking 4.0, ehr:blocking 2.0',
  kind: 'block',
  messages: /^Get(?:All|Extended)?Blocks\w*Response$/,
  domain: /authorization:blocking|ehr:blocking/i,
  records: ['blocks', 'block'],
  give: giveBlock,
})

/** Consents, and emergencies in their place: informationsecurity:authorization:consent. */
export const consents = rivReference({
  id: 'consents',
  description: 'Consents to shared records (GetConsents…, GetExtendedConsents…)',
  based_on: 'RIV-TA informationsecurity:authorization:consent 1.0 and 2.0',
  kind: 'consent',
  messages: /^Get(?:All|Extended)?(?:Consents|Assertions)\w*Response$/,
  domain: /authorization:consent|ehr:consent/i,
  records: ['pdlAssertions', 'assertions', 'pDLAssertions'],
  give: giveConsent,
})

function giveBlock(block: XmlElement, row: GiveRow): void {
  // The older contract has a list around them, by the name that the newer one gives each.
  const inner = children(block, 'block')
  if (inner.length > 0) {
    for (const one of inner) giveBlock(one, row)
    return
  }
  const at = (name: string) => textAt(block, name)
  const patient_id = numberAt(block, 'patientId')
  // A block of a time says which information it is of; how long it holds is said by how it ended.
  const ended = endOf(block, ['permanentRevokedInfo', 'deletionInfo'])
  row('block', {
    block_id: at('blockId'),
    patient_id,
    kind: at('blockType')?.toLowerCase(),
    care_provider_id: at('informationCareProviderId'),
    care_unit_id: at('informationCareUnitId'),
    valid_from: isoDay(textAt(block, 'registrationInfo', 'requestDate')),
    valid_to: ended,
  })
  for (const lifted of children(block, 'temporaryRevokes')) {
    const reason = textAt(lifted, 'revocationReason')
    row('block_override', {
      patient_id,
      care_unit_id: textAt(lifted, 'revokedForCareUnitId'),
      user_id: textAt(lifted, 'revokedForEmployeeId'),
      reason: reason === undefined ? undefined : /emergency/i.test(reason) ? 'emergency' : 'consent',
      valid_from: isoDay(textAt(lifted, 'registrationInfo', 'requestDate')),
      valid_to: earlierDay(lastDay(textAt(lifted, 'endDate')), endOf(lifted, ['cancellationInfo'])),
    })
  }
}

function giveConsent(element: XmlElement, row: GiveRow): void {
  const consent = child(element, 'pDLAssertion') ?? child(element, 'pdlAssertion') ?? element
  row('consent', {
    patient_id: numberAt(consent, 'patientId'),
    care_provider_id: textAt(consent, 'careProviderId'),
    care_unit_id: textAt(consent, 'careUnitId'),
    user_id: textAt(consent, 'employeeId'),
    kind: textAt(consent, 'assertionType')?.toLowerCase(),
    valid_from: isoDay(textAt(consent, 'startDate')),
    valid_to: earlierDay(lastDay(textAt(consent, 'endDate')), endOf(element, ['cancellationInfo', 'deletionInfo'])),
  })
}

/** The day on which something was ended before its time: it held that day still. */
function endOf(element: XmlElement, names: readonly string[]): string | undefined {
  const days = names.map((name) => isoDay(textAt(element, name, 'requestDate')))
  return days.reduce((a, b) => earlierDay(a, b), undefined)
}
