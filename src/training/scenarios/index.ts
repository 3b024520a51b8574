import type { Scenario } from '../scenario.ts'
import { behindSample } from './behind-sample.ts'
import { coveringNote } from './covering-note.ts'
import { exPartner } from './ex-partner.ts'
import { hiding } from './hiding.ts'
import { lentLogin } from './lent-login.ts'
import { mediaWeek } from './media-week.ts'
import { missingData } from './missing-data.ts'
import { nightCuriosity } from './night-curiosity.ts'
import { parent } from './parent.ts'
import { protectedPerson } from './protected-person.ts'
import { quietMonth } from './quiet-month.ts'
import { sharedRecord } from './shared-record.ts'
import { sickColleague } from './sick-colleague.ts'
import { slowReader } from './slow-reader.ts'
import { strayRobot } from './stray-robot.ts'

/** All practice cases, in the order in which they are best taken. */
export const scenarios: readonly Scenario[] = [
  quietMonth,
  exPartner,
  parent,
  slowReader,
  nightCuriosity,
  sickColleague,
  mediaWeek,
  protectedPerson,
  missingData,
  lentLogin,
  coveringNote,
  sharedRecord,
  strayRobot,
  behindSample,
  hiding,
]
