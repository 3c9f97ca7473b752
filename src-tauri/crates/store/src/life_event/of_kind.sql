SELECT life_event.id, life_event.node_id
FROM node JOIN life_event ON life_event.node_id = node.id
WHERE node.plan_id = :plan AND life_event.kind = :kind
    AND (life_event.kind <> 'continuing' OR life_event.year_text IS NOT NULL)
