//! Use-cases on files in memory and on disk.
