//! Only tests: what holds of any text, number and source.
