/** The files of a new rule of a workspace, by their path in its folder: a whole small rule, to be changed. */
export function newRuleFiles(id: string): Readonly<Record<string, string>> {
  return {
    'rule.yaml': rule(id),
    'rule.sql': query,
    'cases/near-miss/access-log.csv': log,
    'cases/near-miss/care_contact.csv': contacts,
    'cases/near-miss/covers.txt': '2026-01-01..2026-06-30\n',
  }
}

const rule = (
  id: string,
) => `# A rule is one question to the log. The log answers yes, no, or that it cannot tell; a person decides.
id: ${id}
# Raise it when the query or anything here but the words changes: a decision says which version it was made on.
version: 1
# Paragraphs that it rests on: an own one has act, place and heading.
law: [innerSecrecy, accessControl]
# Each group is a choice: one table of each must hold rows, or the rule is not applicable.
needs: [[care_contact]]
# info, low, medium, high or critical; the first step whose \`when\` holds.
severity:
  - { when: { relation_grade: E }, is: medium }
  - { is: low }
# Does a finding open a case (true), or only add to one that other rules open (false)?
opens: true
# Settings of loggkoll.yaml, in the query as $events.
parameters:
  events:
    type: integer
    default: 1
    min: 1
    unit: events
    means:
      sv: Så många händelser minst
      en: At least so many events
# Columns of the query beside lookup_no, flagged and cause: integer, number, text, day, time, boolean, grade, or a list of words.
facts:
  relation_grade: grade
words:
  sv:
    title: Utskrift utan vårdrelation
    question: Skrevs uppgifter ut eller exporterades utan att något förklarar öppningen?
    why: Det som skrivits ut har lämnat systemet, och ingen logg följer det vidare.
    ask: Vad användes utskriften till, och var finns den nu?
    explanations:
      - En kallelse eller ett intyg som inte är inläst
    misses: Den som läser på skärmen och skriver av.
    # The first whose \`when\` holds; {fact} is filled in.
    finding:
      - say: Uppgifter skrevs ut eller exporterades, och inget förklarar öppningen.
  en:
    title: Output without a relation
    question: Was anything printed or exported while nothing explains the lookup?
    why: What has been printed has left the system, and no log follows it.
    ask: What was the print-out for, and where is it now?
    explanations:
      - A call or a certificate that is not loaded
    misses: Whoever reads on the screen and copies by hand.
    finding:
      - say: Data were printed or exported, and nothing explains the lookup.
`

const query = `-- One row for each lookup that the rule looks at: lookup_no, flagged (true, false, or NULL for cannot tell), cause (a word for
-- why it cannot be told), and the facts. What may be read: graded_lookup (the lookups of the period) and window_lookup (with
-- the days that the rule looks back on), and the reference tables without names and addresses.
select
  lookup_no,
  case
    when not has_output or event_count < $events::integer then false
    when relation_grade in ('C', 'E') then true
    when relation_grade in ('A+', 'A', 'B+', 'B', 'P') then false
  end                                         as flagged,
  coalesce(relation_cause, 'not_settled')     as cause,
  relation_grade
from graded_lookup
`

const log = `occurred_at,user_id,care_unit_id,patient_id,activity,expect,severity,because
2026-03-10T10:00:00,SE5560000000-1A01,SE5560000000-U100,191212121212,print,flag,medium,The record was printed and nothing explains it.
2026-03-10T10:05:00,SE5560000000-1A02,SE5560000000-U100,191212121212,read,clear,,Nothing explains it but nothing was printed.
2026-03-10T10:10:00,SE5560000000-1A01,SE5560000000-U100,201701012393,export,clear,,The patient visited the unit that day.
2025-12-10T10:00:00,SE5560000000-1A01,SE5560000000-U100,191212121212,print,unknown,,The contacts do not speak for that day.
`

const contacts = `contact_id,patient_id,care_unit_id,kind,start_time
K1,201701012393,SE5560000000-U100,visit,2026-03-10 09:00
`
