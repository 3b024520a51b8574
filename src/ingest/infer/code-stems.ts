/**
 * How a word of a log's own probably begins, as patterns over the word without case and accents: the first that fits gives
 * our word. Guesses, for a draft that a person reads.
 */
type Stems = readonly (readonly [word: string, stems: string])[]

const consentOrEmergency: Stems = [
  ['emergency', 'nod|akut|emergency'],
  ['consent', 'samtyck|medgiv|consent'],
]

const purposes: Stems = [
  ['registry', 'kvalitetsregister|registry|register'],
  ['quality', 'kvalit|quality|uppfolj|verksamhetsuppf|patientsakerhet'],
  ['patient_request', 'patientens (?:begaran|onskemal)|pa begaran|registerutdrag|patient request|journalkopia'],
  ['statutory', '.*enligt lag|rattslig|legal|intyg|statutory'],
  ['statistics', 'statisti'],
  ['research', 'forskn|research|studie|study'],
  ['administration', 'admin|fakturer|billing'],
  ['care', 'vard|behandl|care|treat|halso|klinisk|clinical|diagnos'],
  ['other', 'annat|annan|ovrig|other'],
]

/** By field, or by `kind.field` where a field of this name is another thing in another kind. */
export const codeStems: Readonly<Record<string, Stems>> = {
  activity: [
    ['emergency_access', 'nod|akutopp|akutatkomst|break.?(?:the.?)?glass|btg|emergency'],
    ['block_override', '(?:hav|forcer|bryt|brot|brut).*sparr|sparr.*hav|.*override|unblock'],
    ['consent', '.*samtyck|.*consent'],
    ['print', 'utskr|.*utskrift\\b|(?:skriv|skrev).* ut\\b|print'],
    ['export', 'export|(?:ladda|hamta).* ner\\b|nedladd|download|kopier|copy|copied'],
    ['logout', 'logga.* ut\\b|utlogg|log.?(?:ged.?)?(?:out|off)|sign.?(?:ed.?)?out'],
    ['login', 'logga.* in\\b|inlogg|log.?(?:ged.?)?(?:in|on)\\b|sign.?(?:ed.?)?in\\b'],
    ['acknowledge', 'vidim|kvitter|acknowledg|bekrafta|countersign'],
    ['sign', 'signer|sign|attest|godkann|loas'],
    ['delete', 'rader|bort|ta(?:git|s|gits|gen)? bort|tog.* bort|makuler|delet|remov|erase|annuller|borttag|slang'],
    [
      'update',
      'andr|and\\b|flytt|byt|tilldel|avslut|koppl|overlam|overfor|forsegl|uppdater|redig|korrig|ratta|updat|edit|modif|chang|amend',
    ],
    [
      'create',
      'skapa|skriv|skrev|ny\\b|nytt\\b|dokumenter|registrer|anteck|creat|insert|add|writ|wrote|new|diktera|inmat|bifog|besvar|upprat|ordin|vidarebe|start',
    ],
    ['search', 'sok|.*sokning\\b|search|find|found|query|list(?:a|ning|ade|at)\\b|slag.* upp|slog upp'],
    [
      'read',
      'las|oppn|visa|visn|vy\\b|titta|granska|ta del|tog del|tagit del|ga in|read|view|open|access|display|show|get\\b|atkomst|forhandsvis|preview|inspekt|se\\b|sett\\b|.*(?:visning|oppning|granskning|lasning)\\b',
    ],
    ['other', 'annat|annan|ovrig|other|misc'],
  ],
  purpose: purposes,
  outcome: [
    ['success', 'ok\\b|lycka|godkan|success|bevilj|grant|tillat|allow|genomford|pass'],
    ['serious', 'nek|den(?:y|ied)|misslyck|fail|avvis|fel\\b|error|ej |inte |reject|avbrut'],
    ['unknown', 'okan|unknown'],
  ],
  actor_kind: [
    ['robot', 'robot|rpa|batch|bot\\b|automat'],
    ['citizen', 'invanare|patient|ombud|citizen|vardnadshavare|foralder|privat'],
    ['system', 'system|tjanst|service|applikation|app\\b'],
    ['staff', 'personal|anstalld|medarbetare|staff|employee|user|anvandare|person|vard'],
  ],
  protection: [
    ['assumed_identity', 'finger|assumed|kvarskriv'],
    ['protected_registration', 'skyddad folk|folkbok|protected (?:reg|pop)|sfb'],
    ['confidentiality_flag', 'sekretess|confiden|skydd|protect|ja\\b|j\\b|yes\\b|s\\b|true|1'],
    ['none', 'ing|nej|no\\b|none|n\\b|false|0|utan|oskydd'],
  ],
  role: [
    ['deputy', 'ersatt|stallforetr|bitr|deputy|vikar'],
    ['second', 'andra|andre|second|2'],
    ['central', 'central|lokal ?samord|regional'],
    ['reviewer', 'gransk|reviewer|ansvarig|chef|logg'],
  ],
  reason: consentOrEmergency,
  'staff.kind': [
    ['robot', 'robot|rpa|bot\\b|batch'],
    ['shared', 'delad|gemensam|grupp|shared|funktion'],
    ['service', 'tjanst|service|system'],
    ['person', 'person|anstalld|medarbetare|ordinarie|human|fysisk|user|konsult|vikarie'],
  ],
  'relation.kind': [
    ['guardian', 'vardnad|guardian|v\\b'],
    ['representative', 'ombud|god man|forvaltare|represent|fullmakt'],
    ['parent', 'mor\\b|far\\b|mamma|pappa|forald|mother|father|parent|mo\\b|fa\\b|f\\b'],
    ['child', 'barn|son\\b|dotter|child|daughter|b\\b'],
    ['spouse', 'mak[ae]\\b|gift|spouse|hustru|man\\b|fru\\b|husband|wife|m\\b'],
    ['partner', 'sambo|partner|registrerad partner|p\\b'],
    ['sibling', 'syskon|bror|brod|syster|sibling|brother|sister'],
    ['household', 'hushall|household|samma adress'],
    ['other', 'annan|annat|ovrig|other|narstaende'],
  ],
  'care_contact.kind': [
    ['home_care', 'hemsjuk|hembesok|hemtjanst|asih|home'],
    ['waitlist', 'vantelist|ko\\b|wait'],
    ['booking', 'bokn|bokad|tidbok|booking|appointment|kallelse'],
    ['admission', 'slutenv|inskriv|inlagg|vardtillfalle|admission|inpatient'],
    ['phone', 'telefon|samtal|phone|tele'],
    ['visit', 'besok|mottagningsbesok|oppenvard|visit|outpatient|nybesok|aterbesok|video'],
    ['referral', 'remiss|referral'],
    ['lab_result', 'lab|provsvar|result'],
    ['order', 'bestall|order'],
    ['prescription', 'recept|ordination|prescri|lakemed'],
    ['message', 'medd|chat|chatt|brev|message|mejl'],
    ['consultation', 'konsult|consult'],
    ['conference', 'konferens|rond|mdk|confer'],
    ['certificate', 'intyg|certif'],
    ['listing', 'listn|listad|listing'],
    ['coordination', 'samordn|sip\\b|coord'],
    ['note', 'anteckn|journal|note'],
    ['other', 'annan|annat|ovrig|other'],
  ],
  'block.kind': [
    ['inner', 'inre|inner|i\\b|intern'],
    ['outer', 'yttre|outer|y\\b|extern'],
  ],
  'consent.kind': consentOrEmergency,
}
