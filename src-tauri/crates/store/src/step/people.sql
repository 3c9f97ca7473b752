SELECT who FROM step GROUP BY who ORDER BY max(id) DESC
