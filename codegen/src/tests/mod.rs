//! Tests of what is not public: the look-up that is written out with every catalogue, and its tables.

mod docs;
mod lookup;
mod perfect_hash;
