select min(least(first_day, tested_from))::varchar as first_day, max(greatest(last_day, tested_to))::varchar as last_day from quality_reach
