INSERT INTO meeting (
    id, position, number, name, date_text, date_meaning, place
) VALUES (
    :id, coalesce(:position, (SELECT coalesce(max(position) + 1, 0) FROM meeting)), :number, :name,
    :date_text, :date_meaning, :place
)
ON CONFLICT (id) DO UPDATE SET
    position = coalesce(:position, meeting.position), number = excluded.number,
    name = excluded.name, date_text = excluded.date_text, date_meaning = excluded.date_meaning,
    place = excluded.place
WHERE (
    meeting.position, meeting.number, meeting.name, meeting.date_text, meeting.date_meaning,
    meeting.place
) IS NOT (
    coalesce(:position, meeting.position), excluded.number, excluded.name, excluded.date_text,
    excluded.date_meaning, excluded.place
)
