import type { Language } from '../model/language.ts'

/** A paragraph that a rule rests on. */
export interface LegalBasis {
  readonly act: string
  readonly place: string
  readonly heading: Record<Language, string>
}

const patientDataAct = 'Patientdatalag (2008:355)'
const sharedRecordsAct = 'Lag (2022:913) om sammanhållen vård- och omsorgsdokumentation'

/** Each paragraph once. */
export const law = {
  innerSecrecy: {
    act: patientDataAct,
    place: '4 kap. 1 §',
    heading: {
      sv: 'Den som arbetar hos en vårdgivare får ta del av uppgifter om en patient bara om det behövs i vården eller av annat skäl för arbetet',
      en: 'Staff may read about a patient only when they take part in the care or need the data for their work',
    },
  },
  leastAccess: {
    act: patientDataAct,
    place: '4 kap. 2 §',
    heading: {
      sv: 'Behörighet begränsas till vad som behövs för arbetsuppgifterna i vården',
      en: 'Authorisation is limited to what is needed for the work in care',
    },
  },
  innerBlock: {
    act: patientDataAct,
    place: '4 kap. 4 §',
    heading: {
      sv: 'Patienten kan spärra uppgifter för andra vårdenheter hos samma vårdgivare',
      en: 'The patient can block data from other units of the same provider',
    },
  },
  outerBlock: {
    act: sharedRecordsAct,
    place: '2 kap.',
    heading: {
      sv: 'Patienten kan motsätta sig att uppgifter görs tillgängliga för andra vårdgivare',
      en: 'The patient can object to data being made available to other providers',
    },
  },
  sharedRecords: {
    act: sharedRecordsAct,
    place: '3 kap.',
    heading: {
      sv: 'En annan vårdgivares uppgifter får läsas bara vid en aktuell patientrelation, när det behövs, och med samtycke eller vid fara för liv eller hälsa',
      en: "Another provider's data may be read only within a current patient relation, when needed, and with consent or in danger to life or health",
    },
  },
  accessControl: {
    act: patientDataAct,
    place: '4 kap. 3 §',
    heading: {
      sv: 'Åtkomst ska dokumenteras, och vårdgivaren ska göra systematiska och återkommande kontroller',
      en: 'Access is documented, and the provider makes systematic and recurring checks',
    },
  },
  logReview: {
    act: 'HSLF-FS 2016:40',
    place: '4 kap. 9 §',
    heading: {
      sv: 'Loggar ska visa åtgärd, vårdenhet, tid, användare och patient, och kontrolleras',
      en: 'Logs show action, unit, time, user and patient, and are checked',
    },
  },
  dataIntrusion: {
    act: 'Brottsbalk (1962:700)',
    place: '4 kap. 9 c §',
    heading: { sv: 'Dataintrång', en: 'Unlawful access to data' },
  },
  secrecyOfProtected: {
    act: 'Offentlighets- och sekretesslag (2009:400)',
    place: '21 kap. 3 §',
    heading: {
      sv: 'Sekretess för uppgifter om förföljda personer',
      en: 'Secrecy of data about persons who are persecuted',
    },
  },
} as const satisfies Record<string, LegalBasis>
