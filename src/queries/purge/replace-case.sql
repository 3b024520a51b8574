update kept_store.audit_case set document = $document where run_id = $run_id and case_id = $case_id
