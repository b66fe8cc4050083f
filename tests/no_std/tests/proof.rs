//! It works, too.

use intune_connector_catalogue::{EventId, OrUnknown};
use no_std_proof::{Buffer, count, explain, read};

#[test]
fn numbers_and_names_are_read() {
    assert_eq!(read("20300"), Some(OrUnknown::from(EventId::UploadSuccess)));
    assert_eq!(read("upload_success"), Some(OrUnknown::from(EventId::UploadSuccess)));
    assert_eq!(read("20301"), Some(OrUnknown::from(20301)));
    assert_eq!(read("Upload"), None);
}

#[test]
fn records_are_explained_in_a_buffer() {
    let mut text = Buffer::<400>::new();
    explain(EventId::LOG_NAME, 20302, &mut text).unwrap();
    assert!(text.as_str().starts_with("error 20302 Upload_Failure: "), "{}", text.as_str());
    let mut text = Buffer::<20>::new();
    assert!(explain(EventId::LOG_NAME, 20302, &mut text).is_err());
    let mut text = Buffer::<20>::default();
    explain("Security", 4624, &mut text).unwrap();
    assert_eq!(text.as_str(), "of something else");
}

#[test]
fn messages_are_scanned() {
    assert_eq!(count(b"Upload_Failure: 0x00000400 (0x800706BA, 0x405)"), [2, 1, 1]);
}
