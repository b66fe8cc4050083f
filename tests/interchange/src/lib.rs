//! Only tests: what other libraries read of what the catalogue writes, and the other way round.
