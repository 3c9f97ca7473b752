SELECT last FROM counter WHERE name = :name
