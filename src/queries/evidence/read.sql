select lookup_no, to_json(evidence) as evidence from lookup_evidence order by lookup_no
