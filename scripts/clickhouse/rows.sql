select {{columns}} from {{table}}
