SELECT DISTINCT substr(at, 1, 10) AS day FROM step ORDER BY day DESC
