//! The office itself: one row.

use chrono::NaiveDateTime;
use domain::{Failure, Profile, index_number};
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value as Json;

use crate::error::Result;
use crate::schema::Step;
use crate::{Store, time};

pub(crate) const STEPS: &[Step] = &[Step {
    version: 1,
    sql: "
CREATE TABLE office (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    profile TEXT NOT NULL,
    saved_at TEXT NOT NULL
) STRICT;
",
}];

impl Store {
    /// The office, or `None` before the first run is through.
    ///
    /// # Errors
    /// `database.damaged` where the row cannot be read; those of SQLite.
    pub fn profile(&self) -> std::result::Result<Option<Profile>, Failure> {
        Ok(read(&self.db)?)
    }

    /// Keeps the office.
    ///
    /// # Errors
    /// `profile.index_pattern` for a pattern that cannot number anything; those of SQLite.
    pub fn save_profile(
        &mut self,
        profile: &Profile,
        now: NaiveDateTime,
    ) -> std::result::Result<(), Failure> {
        index_number::check_pattern(&profile.index_pattern).map_err(wrong_pattern)?;
        let json = serde_json::to_string(profile).map_err(|e| unreadable(&e))?;
        let sql = "INSERT INTO office (id, profile, saved_at) VALUES (1, ?1, ?2)
                   ON CONFLICT (id) DO UPDATE SET profile = ?1, saved_at = ?2";
        Ok(self
            .db
            .execute(sql, params![json, time::stamp(now)])
            .map(|_| ())
            .map_err(crate::error::Error::from)?)
    }
}

/// What a file of an earlier version does not hold comes from the defaults.
pub(crate) fn read(db: &Connection) -> Result<Option<Profile>> {
    let json: Option<String> = db.query_row("SELECT profile FROM office", [], |row| row.get(0)).optional()?;
    let Some(json) = json else { return Ok(None) };
    let whole = || -> serde_json::Result<Profile> {
        let mut whole = serde_json::to_value(Profile::default())?;
        if let (Some(whole), Json::Object(kept)) = (whole.as_object_mut(), serde_json::from_str(&json)?) {
            whole.extend(kept);
        }
        serde_json::from_value(whole)
    };
    Ok(Some(whole().map_err(|e| unreadable(&e))?))
}

/// The failure for a pattern of the 索引号 that does not work, from the sentence that says why.
pub(crate) fn wrong_pattern(why: String) -> Failure {
    let fields = [("index_pattern".to_owned(), why.clone())].into();
    Failure::new("profile.index_pattern", why, "请在设置里改正索引号格式").with_fields(fields)
}

fn unreadable(e: &serde_json::Error) -> Failure {
    Failure::new("database.damaged", format!("单位资料读不出来（{e}）"), "请在设置里重新填写单位资料")
}
