/** What a part of a header can mean; fields are known by the set of them (field-patterns.ts). */
export type Concept = keyof typeof words

/**
 * Parts of Swedish and English headers, without case and accents, as they stand in compounds. The first reading of a part
 * that stands under two concepts is the one written first; both are tried.
 */
const words = {
  user: `konto kontot account avsandare avsandarens sender utforarens anvandare anvandar anvandarens anv user users usr personal personalens vardpersonal medarbetare medarbetar
    medarbetarens anstalld anstallds anstallning inloggad inloggade login logon signatur sign signature sig employee staff
    operator operators handlaggare aktor aktors actor agent lasare utforare clinician practitioner behandlare vem who
    accessor worker kliniker anropare`,
  by: 'av by',
  patient: `patient patients patientens pat vardtagare brukare invanare subject omsorgstagare klient boende mrn`,
  person: 'person personens pers citizen medborgare befolkning',
  personal_number: `personnummer personnr persnr pnr pnummer personbeteckning ssn nationalid samordningsnummer personid
    personidentitet personalnumber personidentitetsnummer personalidentitynumber nid`,
  id: `uuid guid id ids ident nr num nummer no number identitet identity identifier identifierare beteckning nyckel key identitetsnummer`,
  hsa: 'hsa hsaid',
  code: 'kod koder code codes',
  name: 'namn namnet name names fullname klartext benamning displayname visningsnamn fullstandigt fullt full display',
  given: 'fornamn givenname firstname tilltalsnamn given first forename',
  family: 'efternamn familyname lastname surname family last slaktnamn',
  title: `behorighet behorighets kompetens titel title yrke yrkestitel befattning yrkesroll profession roll role yrkeskategori personalkategori jobtitle
    yrkesgrupp`,
  assignment: 'uppdragets medarbetaruppdragets medarbetaruppdrag uppdrag uppdrags assignment assignments commission',
  unit: `enhet enheten enhetens enhets vardenhet vardenhets vardenheten avdelning avdelnings avd klinik kliniken klinikens
    mottagning unit ward department dept clinic arbetsplats arbetsstalle facility organisationsenhet orgenhet careunit
    departement sektion var where`,
  provider: `vardgivare vardgivar vardgivarens vg huvudman provider organisation organisations organization org
    caregiver region careprovider vardorganisation`,
  owner: `kall informationsagare agare agarens agande owner owning owned dokumentagare journalagare informationsagande
    informationsagarens producerande custodian kallenhet dokumenterande`,
  parent: 'overordnad overordnat parent moderenhet moder overliggande tillhor',
  other_end: 'motpart motpartens remitterande mottagande annan andra other remittent',
  time: `tid tids tidpunkt tidpunkten tidsstampel tidstampel timestamp time datetime datumtid klockslag klockan kl when nar
    stampel`,
  date: 'datum datumet date dag day dat',
  activity: `utskriven utskrivet utskrift utskrifts utskrivande handelsens handelse handelsen atgard atgarder aktivitet aktiviteten aktivitets action actions activity event events
    operation atkomst atkomster access accesstype aktion handling logghandelse transaktion vad what utfort atkomsttyp verb last lasning oppnad
    oppnat oppning visad visat visning accessed read viewed opened sett`,
  type: 'typ type slag kategori category sort kind metod method',
  level: 'niva level',
  detail: `detalj detaljer argument args parameter parametrar detail details beskrivning description info tillaggsinfo
    tillaggsinformation fritext extra`,
  purpose: 'syfte syftet andamal andamalet purpose purposeofuse anvandningsandamal',
  reason: `orsak orsaken anledning anledningen motivering motiv skal reason justification kommentar comment angiven angivet
    declared angett varfor why`,
  resource: `informationstyp journaltyp dokument dokumentet dokumenttyp informationsmangd resurs resource objekt object
    document journal journalen  anteckningstyp anteckning mall blankett formular journaldel
    informationsdel record journalmall information informations`,
  view: 'vy view flik fonster window modul module layout skarmbild formulartyp',
  emergency: `nodoppning nodoppnad nodoppnat nodatkomst nod nodlage breakglass breaktheglass btg emergency akutatkomst
    akutoppning nodfall glass break`,
  outcome: 'utfall utfallet resultat outcome result lyckad lyckades success',
  status: 'status tillstand state',
  system: `system systemet kallsystem kalla source sourcesystem applikation application app program journalsystem tjanst
    itsystem kallsystemet itsystemet`,
  workstation: `arbetsstation arbetsstationen dator datornamn datorn computer computername workstation klient klienten
    client terminal pc maskin machine device hostname host klientdator`,
  network: 'ip ipadress ipaddress ipnummer natverksadress networkaddress natverk network natadress ipnr',
  address: 'adress address gatuadress utdelningsadress street gata bostadsadress',
  postal: 'postnummer postnr postalcode zip zipcode postal',
  city: 'postort ort city stad town',
  session: 'session sessions sessionsid sessionid',
  record: `logg loggpost loggposten logg logid loggid log logrecord post posten lopnummer lopnr rad radnr radnummer sekvens
    sekvensnummer sekvensnr uuid guid row rowid entry seq sequence transaktionsid recordid`,
  list: 'listvisning incidental massvisning listvy',
  kind_of_actor: 'aktorstyp actorkind anvandartyp usertype kontotyp accounttype',
  consent: 'samtycke samtyckes samtyckestyp consent',
  birth: 'fodelsedatum fodd fodelse fodelsedag birth dob birthdate dateofbirth fodelsear alder age kon sex gender',
  death: 'avliden avlidendatum dod dods dodsdatum deceased death deathdate',
  protection:
    'folkbokforing skydd skyddad sekretess sekretessmarkering sekretessmarkerad skyddade protection protected skyddsniva',
  test: 'test testpatient testperson',
  from: `startar borjan from fran giltigfran validfrom fom startdatum start borjar galler gallerfran begin starts starttid gallande
    ikrafttradande fromdate`,
  to: `slutade to till tom giltigtill validto slutdatum slut end stop gallertill upphor ends sluttid stopp stopptid slutar todate`,
  valid: 'giltig valid giltighet giltigt gallande',
  contact: `bokad bokat kontakt kontakter vardkontakt vardkontakts besok besoks bokning boknings contact visit encounter appointment
    vardtillfalle vardtillfalles vardhandelse`,
  responsible: 'ansvarig ansvarige responsible pal',
  registered: 'registrerande registrerad registrerat registrering registrerings registered registeredat skapad created',
  opening: 'oppettider oppettid opening openinghours',
  block: 'sparrad sparrat sparrande sparr sparrar sparrens block blocked',
  override: 'havd havning havs upphavd override',
  relation: 'relaterad relaterade relation relationstyp related narstaende anhorig anhorigs slakting',
  alias: 'reservnummer reservnr alias gammalt tidigare ersatt hanvisning',
  shift: 'passets arbetspassets pass arbetspass schema schemalagd shift tjanstgoring arbetstid arbets',
  absence: 'franvarande franvaro franvarotyp franvaroorsak absence ledighet',
  watch: 'bevakning bevakad bevakningslista watchlist watch',
  reviewer: 'granskare granskar reviewer granskande loggkontrollant',
  function: 'funktion function',
  filler: `med bokade middle i for appen av by target care s den det de i pa for of the och and or at on a en ett vid med as was this till fran uppgift varde value text
    falt field column kolumn nu is lokal local gallande aktuell current`,
} as const

const folded = new Map<string, Concept[]>()
for (const [concept, parts] of Object.entries(words) as [Concept, string][]) {
  for (const part of parts.split(/\s+/)) {
    const known = folded.get(part)
    if (known === undefined) folded.set(part, [concept])
    else if (!known.includes(concept)) known.push(concept)
  }
}

/** What a part of a header may mean, the likelier first. */
export const conceptsOf: ReadonlyMap<string, readonly Concept[]> = folded
/** The longest part, in letters. */
export const longestPart = Math.max(...[...folded.keys()].map((part) => part.length))
