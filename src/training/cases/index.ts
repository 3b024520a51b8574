import type { StudySource } from '../../model/study.ts'
import { everyday } from './everyday.ts'
import { patterns } from './patterns.ts'
import { ties } from './ties.ts'
import { work } from './work.ts'

/** Every case of the self-study, written by hand after what has happened or is asked about; everyone is made up. */
export const studyCases: readonly StudySource[] = [...everyday, ...work, ...ties, ...patterns]
