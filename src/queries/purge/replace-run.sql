update kept_store.audit_run set document = $document where run_id = $run_id
