select coalesce(sum(events), 0) as untimed from quality_period_hour where hour is null
