//! Steps of undo of an older schema, brought to the present one.
//!
//! A changeset tells of columns by their number. Where a migration takes columns of a table away,
//! the changesets that were stored before would no longer fit, and undo would skip them without a
//! word. So the steps are lived through once more, in memory, on the schema they were made with and
//! on the present one side by side, and what they change in the present one is what is kept.

use rusqlite::backup::Backup;
use rusqlite::config::DbConfig;
use rusqlite::session::ConflictAction;
use rusqlite::{Connection, Result, named_params, params_from_iter};

use super::{SCHEMA_VERSION, run};
use crate::file::connection;
use crate::step::changeset;

/// The schema whose nodes carried their life in columns of their own.
const FORMER: i32 = 1;

/// The history of a file before its migration.
pub(crate) struct History(Option<Result<Replay>>);

/// The programme before its first step, on the former schema and on the present one.
struct Replay {
    former: Connection,
    present: Connection,
}

impl History {
    /// Reads the history of a file of the schema found; to be called before the migration.
    pub(crate) fn of(conn: &Connection, found: i32) -> Self {
        Self((found == FORMER).then(|| Replay::of(conn)))
    }

    /// Writes the steps anew into the migrated file. A history that does not fit its own file is
    /// dropped: the copy beside the file still has it, and the programme is whole without it.
    pub(crate) fn rewrite(self, conn: &Connection) -> Result<()> {
        let Some(replay) = self.0 else { return Ok(()) };
        match replay.and_then(|replay| replay.rewrite(conn)) {
            Ok(()) => Ok(()),
            Err(_) => conn.execute("DELETE FROM step", []).map(drop),
        }
    }
}

impl Replay {
    fn of(conn: &Connection) -> Result<Self> {
        let former = copy(conn)?;
        former.execute("DELETE FROM step", [])?;
        for step in steps(conn, "SELECT id FROM step WHERE undone = 0 ORDER BY id DESC")? {
            changeset::apply(&former, &changeset::inverted(&stored(conn, step)?)?)?;
        }
        let present = copy(&former)?;
        present.execute_batch("CREATE TEMP TABLE former_node AS SELECT * FROM node WHERE false")?;
        run(&present, FORMER, SCHEMA_VERSION)?;
        Ok(Self { former, present })
    }

    fn rewrite(&self, conn: &Connection) -> Result<()> {
        // Steps that were undone stand behind all others and follow from them.
        for step in steps(conn, "SELECT id FROM step ORDER BY id")? {
            let bytes = self.again(&stored(conn, step)?)?;
            let wanted = named_params! { ":id": step, ":changeset": bytes };
            conn.execute("UPDATE step SET changeset = :changeset WHERE id = :id", wanted)?;
        }
        Ok(())
    }

    /// Does a step on both schemas; gives what it changes in the present one.
    fn again(&self, bytes: &[u8]) -> Result<Vec<u8>> {
        changeset::apply(&self.former, bytes)?;
        let mut session = changeset::record(&self.present)?;
        let others = Some(|table: &str| table != "node");
        self.present.apply_strm(&mut &*bytes, others, |_, _| ConflictAction::SQLITE_CHANGESET_ABORT)?;
        for node in changeset::keys_in(bytes, "node")? {
            self.carry(node)?;
        }
        let mut changed = Vec::new();
        session.changeset_strm(&mut changed)?;
        Ok(changed)
    }

    /// Makes a node of the present schema what it is in the former one.
    fn carry(&self, node: i64) -> Result<()> {
        let id = named_params! { ":id": node };
        for sql in [
            "DELETE FROM former_node",
            "DELETE FROM life_event WHERE id = :id",
            "DELETE FROM former_item WHERE node_id = :id",
            "DELETE FROM node WHERE id = :id",
        ] {
            let mut statement = self.present.prepare_cached(sql)?;
            if statement.parameter_count() > 0 {
                statement.execute(id)?
            } else {
                statement.execute([])?
            };
        }
        let mut row = self.former.prepare_cached("SELECT * FROM node WHERE id = :id")?;
        let width = row.column_count();
        let mut rows = row.query(id)?;
        let Some(row) = rows.next()? else { return Ok(()) };
        let values =
            (0..width).map(|column| row.get::<_, rusqlite::types::Value>(column)).collect::<Result<Vec<_>>>()?;
        let places = vec!["?"; width].join(", ");
        self.present
            .prepare_cached(&format!("INSERT INTO former_node VALUES ({places})"))?
            .execute(params_from_iter(values))?;
        self.present.execute_batch(include_str!("carry_node.sql"))
    }
}

/// The whole of a file in memory. Cascades rest: a changeset holds the rows they took.
fn copy(conn: &Connection) -> Result<Connection> {
    let mut memory = connection::memory()?;
    Backup::new(conn, &mut memory)?.step(-1)?;
    memory.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, false)?;
    Ok(memory)
}

fn steps(conn: &Connection, sql: &str) -> Result<Vec<i64>> {
    conn.prepare(sql)?.query_map([], |row| row.get("id"))?.collect()
}

fn stored(conn: &Connection, step: i64) -> Result<Vec<u8>> {
    conn.query_row("SELECT changeset FROM step WHERE id = :id", named_params! { ":id": step }, |row| {
        row.get("changeset")
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use rusqlite::session::Session;

    use super::*;

    /// A file of the former schema with a plan and two items.
    fn former() -> Connection {
        let conn = connection::memory().unwrap();
        run(&conn, 0, FORMER).unwrap();
        conn.execute_batch(
            "INSERT INTO plan (id, position, name, first_text, last_text, evaluation_level, note, related)
             VALUES (1, 0, '計画', '令和3年度', '令和6年度', 0, '', '[]');
             INSERT INTO node VALUES
                 (1, 1, NULL, 0, 0, '1', '窓口', NULL, '[]', 'continuing', NULL, NULL, '', NULL, 0, NULL),
                 (2, 1, NULL, 1, 0, '2', '広報', NULL, '[]', 'new', '令和4年度', '2022', '（新規）', NULL, 0, 1);",
        )
        .unwrap();
        conn
    }

    /// Does a step as the former program did it.
    fn step(conn: &Connection, sql: &str) {
        let mut session = Session::new(conn).unwrap();
        session.attach(None::<&str>).unwrap();
        conn.execute_batch(sql).unwrap();
        let mut bytes = Vec::new();
        session.changeset_strm(&mut bytes).unwrap();
        drop(session);
        conn.execute(
            "INSERT INTO step (at, who, op, args, undone, cells, changeset) VALUES ('', '', '', '{}', 0, 1, ?1)",
            [bytes],
        )
        .unwrap();
    }

    /// The tables that carry a life, row by row.
    fn told(conn: &Connection) -> Vec<String> {
        let mut told = Vec::new();
        for table in ["node", "life_event", "former_item"] {
            let mut rows = conn.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2")).unwrap();
            let width = rows.column_count();
            let line = |row: &rusqlite::Row<'_>| {
                let cells = (0..width).map(|at| format!("{:?}", row.get_ref(at).unwrap()));
                Ok(format!("{table} {}", cells.collect::<Vec<_>>().join(" ")))
            };
            told.extend(rows.query_map([], line).unwrap().map(Result::unwrap));
        }
        told
    }

    fn migrated(conn: &Connection) -> Connection {
        let copy = copy(conn).unwrap();
        let history = History::of(&copy, FORMER);
        run(&copy, FORMER, SCHEMA_VERSION).unwrap();
        history.rewrite(&copy).unwrap();
        copy
    }

    const STEPS: [&str; 5] = [
        "UPDATE node SET life_kind = 'ended', life_words = '※終了', life_year_text = '令和5年度' WHERE id = 1",
        "UPDATE node SET continues_id = NULL, title = '広報の見直し', life_uncounted = 1 WHERE id = 2",
        "INSERT INTO node VALUES (3, 1, NULL, 2, 0, '3', '再掲', NULL, '[]', 'relisted', NULL, NULL, '', 1, 0, 2)",
        "UPDATE node SET life_kind = 'continuing', life_words = '', life_year_text = NULL WHERE id = 1",
        "DELETE FROM node WHERE id = 2; UPDATE node SET continues_id = NULL WHERE id = 3",
    ];

    #[test]
    fn every_step_of_the_former_schema_is_taken_back_and_done_again() {
        let conn = former();
        let mut states = vec![told(&migrated(&conn))];
        for sql in STEPS {
            step(&conn, sql);
            states.push(told(&migrated(&conn)));
        }
        // The last step was undone when the program was closed.
        let last = stored(&conn, 5).unwrap();
        changeset::apply(&conn, &changeset::inverted(&last).unwrap()).unwrap();
        conn.execute("UPDATE step SET undone = 1 WHERE id = 5", []).unwrap();
        let present = migrated(&conn);
        assert_eq!(told(&present), states[4]);
        changeset::apply(&present, &stored(&present, 5).unwrap()).unwrap();
        assert_eq!(told(&present), states[5], "redo");
        for id in (1..=5).rev() {
            changeset::apply(&present, &changeset::inverted(&stored(&present, id).unwrap()).unwrap()).unwrap();
            assert_eq!(told(&present), states[id as usize - 1], "undo of step {id}");
        }
    }

    #[test]
    fn a_history_that_does_not_fit_is_dropped_and_the_programme_stays() {
        let conn = former();
        step(&conn, STEPS[0]);
        conn.execute_batch("UPDATE node SET title = '別', life_kind = 'merged' WHERE id = 1").unwrap();
        let present = migrated(&conn);
        let left: i64 = present.query_row("SELECT count(*) FROM step", [], |row| row.get(0)).unwrap();
        assert_eq!(left, 0);
        assert_eq!(told(&present).iter().filter(|row| row.starts_with("life_event")).count(), 2);
    }
}
