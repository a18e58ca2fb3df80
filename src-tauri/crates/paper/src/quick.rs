//! A map by numbers that are packed from other things: what is asked once for every character of a long document
//! must not cost a cryptographic hash.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map by a packed number.
pub(crate) type QuickMap<V> = HashMap<u64, V, BuildHasherDefault<Mix>>;

/// Mixes one number. The keys come from our own documents' characters; nobody gains by making them meet.
#[derive(Default)]
pub(crate) struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0 ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}
