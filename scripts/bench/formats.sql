-- The log of the bench in the forms of the standards, one record a line; `$rows` of it.
create view bench_log as select row_number() over () as n, * from read_csv('{{log}}', all_varchar = true) limit $rows;
copy (from (select * exclude (n) from bench_log)) to '{{folder}}/log.csv' (header);
copy (from (select * exclude (n) from bench_log)) to '{{folder}}/log.parquet' (format parquet, compression zstd);
copy (from (select * exclude (n) from bench_log)) to '{{folder}}/log.csv.gz' (header, compression gzip);
copy (from (select * exclude (n) from bench_log)) to '{{folder}}/log.ndjson' (format json);
copy (
  select '<ns2:StoreLog xmlns:ns2="urn:riv:informationsecurity:auditing:StoreLogResponder:2" xmlns="urn:riv:informationsecurity:auditing:log:2">'
  union all
  select printf('<ns2:log><logId>%s</logId><system><systemId>SE5560000000-SYS1</systemId><systemName>%s</systemName></system><activity><activityType>%s</activityType><startDate>%s</startDate><purpose>%s</purpose></activity><user><userId>%s</userId><name>%s</name><assignment>%s</assignment><title>%s</title><careProvider><careProviderId>%s</careProviderId><careProviderName>Regionen</careProviderName></careProvider><careUnit><careUnitId>%s</careUnitId><careUnitName>Mottagningen</careUnitName></careUnit></user><resources><resource><resourceType>%s</resourceType><patient><patientId><root>1.2.752.129.2.1.3.1</root><extension>%s</extension></patientId></patient><careProvider><careProviderId>%s</careProviderId></careProvider></resource></resources></ns2:log>',
    record_id, source_system, activity, occurred_at, purpose, user_id, user_name, assignment, user_title, care_provider_id, care_unit_id, resource_type, patient_id, care_provider_id)
  from bench_log
  union all
  select '</ns2:StoreLog>'
) to '{{folder}}/riv.xml' (format csv, header false, quote '', escape '', delimiter E'\x01');
create macro audit_event(record_id, occurred_at, user_id, user_name, user_title, care_provider_id, patient_id, resource_type, workstation) as
  printf('{"resourceType":"AuditEvent","id":"%s","type":{"system":"http://terminology.hl7.org/CodeSystem/audit-event-type","code":"rest","display":"Restful Operation"},"subtype":[{"system":"http://hl7.org/fhir/restful-interaction","code":"read","display":"read"}],"action":"R","recorded":"%s+01:00","outcome":"0","purposeOfEvent":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActReason","code":"TREAT"}]}],"agent":[{"type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ParticipationType","code":"IRCP"}]},"role":[{"text":"%s"}],"who":{"identifier":{"system":"urn:oid:1.2.752.129.2.1.4.1","value":"%s"},"display":"%s"},"requestor":true,"network":{"address":"%s","type":"1"}},{"type":{"coding":[{"system":"http://dicom.nema.org/resources/ontology/DCM","code":"110152"}]},"who":{"reference":"Device/journal"},"requestor":false}],"source":{"site":"%s","observer":{"reference":"Device/journal"}},"entity":[{"what":{"reference":"Patient/%s","identifier":{"system":"urn:oid:1.2.752.129.2.1.3.1","value":"%s"}},"type":{"system":"http://terminology.hl7.org/CodeSystem/audit-entity-type","code":"1"},"role":{"system":"http://terminology.hl7.org/CodeSystem/object-role","code":"1"}},{"what":{"reference":"DocumentReference/%s"},"type":{"code":"2"},"role":{"code":"4"}}]}',
    record_id, occurred_at, user_title, user_id, user_name, workstation, care_provider_id, patient_id, patient_id, resource_type);
copy (select audit_event(record_id, occurred_at, user_id, user_name, user_title, care_provider_id, patient_id, resource_type, workstation) from bench_log)
  to '{{folder}}/fhir.ndjson' (format csv, header false, quote '', escape '', delimiter E'\x01');
copy (
  select '{"resourceType":"Bundle","type":"searchset","entry":['
  union all
  select if(n = 1, '', ',') || '{"fullUrl":"urn:uuid:' || record_id || '","resource":' || audit_event(record_id, occurred_at, user_id, user_name, user_title, care_provider_id, patient_id, resource_type, workstation) || '}' from bench_log
  union all
  select ']}'
) to '{{folder}}/fhir-bundle.json' (format csv, header false, quote '', escape '', delimiter E'\x01');
copy (
  select '<Bundle xmlns="http://hl7.org/fhir"><type value="collection"/>'
  union all
  select printf('<entry><resource><AuditEvent><id value="%s"/><type><system value="http://terminology.hl7.org/CodeSystem/audit-event-type"/><code value="rest"/></type><subtype><system value="http://hl7.org/fhir/restful-interaction"/><code value="read"/></subtype><action value="R"/><recorded value="%s+01:00"/><outcome value="0"/><agent><type><coding><system value="http://terminology.hl7.org/CodeSystem/v3-ParticipationType"/><code value="IRCP"/></coding></type><who><identifier><system value="urn:oid:1.2.752.129.2.1.4.1"/><value value="%s"/></identifier><display value="%s"/></who><requestor value="true"/><network><address value="%s"/><type value="1"/></network></agent><source><site value="%s"/><observer><reference value="Device/journal"/></observer></source><entity><what><identifier><system value="urn:oid:1.2.752.129.2.1.3.1"/><value value="%s"/></identifier></what><type><code value="1"/></type><role><code value="1"/></role></entity></AuditEvent></resource></entry>',
    record_id, occurred_at, user_id, user_name, workstation, care_provider_id, patient_id) from bench_log
  union all
  select '</Bundle>'
) to '{{folder}}/fhir.xml' (format csv, header false, quote '', escape '', delimiter E'\x01');
copy (
  select printf('<85>1 %s+01:00 host.example journal 1234 IHE+RFC-3881 - <?xml version="1.0" encoding="UTF-8"?><AuditMessage><EventIdentification EventActionCode="R" EventDateTime="%s+01:00" EventOutcomeIndicator="0"><EventID csd-code="110110" codeSystemName="DCM" originalText="Patient Record"/></EventIdentification><ActiveParticipant UserID="%s" UserName="%s" UserIsRequestor="true" NetworkAccessPointID="%s" NetworkAccessPointTypeCode="1"><RoleIDCode csd-code="NURSE" codeSystemName="local" originalText="%s"/></ActiveParticipant><AuditSourceIdentification AuditSourceID="%s" AuditEnterpriseSiteID="%s"/><ParticipantObjectIdentification ParticipantObjectID="%s^^^&amp;1.2.752.129.2.1.3.1&amp;ISO" ParticipantObjectTypeCode="1" ParticipantObjectTypeCodeRole="1"><ParticipantObjectIDTypeCode csd-code="2" codeSystemName="RFC-3881" originalText="Patient Number"/></ParticipantObjectIdentification></AuditMessage>',
    occurred_at, occurred_at, user_id, user_name, workstation, user_title, source_system, care_provider_id, patient_id) from bench_log
) to '{{folder}}/atna.log' (format csv, header false, quote '', escape '', delimiter E'\x01');
