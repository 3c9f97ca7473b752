SELECT
    name, code, comma, negative
FROM city
