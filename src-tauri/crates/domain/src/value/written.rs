//! Words as a person wrote them, with what was understood of them.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A person's words kept to the letter, and what the program understood of them.
///
/// Output prints [`text`](Self::text); calculation uses [`meaning`](Self::meaning); a check of
/// the programme lists every value whose meaning is `None`. Serialised as `{ text, meaning }`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema, TS)]
pub struct Written<T> {
    /// The words to the letter, line breaks and full-width forms included.
    pub text: String,
    /// What was understood; `None` when the words could not be understood.
    pub meaning: Option<T>,
}

/// Something that can be understood from a person's words without any context.
pub trait Reading: Sized {
    /// Understands the words, or gives `None`; never guesses.
    fn read(text: &str) -> Option<Self>;
}

impl<T: Reading> Written<T> {
    /// Keeps the words and reads their meaning.
    pub fn read(text: impl Into<String>) -> Self {
        let text = text.into();
        let meaning = T::read(&text);
        Self { text, meaning }
    }
}

impl<T> Written<T> {
    /// Keeps the words with a meaning found elsewhere, for example one read with a hint.
    pub fn with_meaning(text: impl Into<String>, meaning: Option<T>) -> Self {
        Self { text: text.into(), meaning }
    }

    /// Whether the words were understood.
    pub fn is_understood(&self) -> bool {
        self.meaning.is_some()
    }

    /// Whether nothing but blanks was written.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl<T> fmt::Display for Written<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
