//! Entries of all files are there.

use built::{Fault, Part};

#[test]
fn all_files_are_read() {
    assert_eq!(Fault::ALL, [Fault::NoWater, Fault::NoBeans, Fault::Stuck]);
    assert_eq!(Part::Mill.faults(), [Fault::NoBeans, Fault::Stuck]);
    assert_eq!("2 No_Beans".parse(), Ok(Fault::NoBeans));
}
