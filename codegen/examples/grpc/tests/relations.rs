//! Codes of gRPC and statuses of HTTP, in both directions.

use grpc::{Code, HttpStatus};

#[test]
fn both_directions_of_each_relation_agree() {
    for &code in Code::ALL {
        assert!(code.http().codes().contains(&code), "{code}");
        for &status in code.read_from() {
            assert_eq!(status.read_as(), code, "{status}");
        }
    }
    for &status in HttpStatus::ALL {
        assert!(status.read_as().read_from().contains(&status), "{status}");
        for &code in status.codes() {
            assert_eq!(code.http(), status, "{code}");
        }
    }
}

#[test]
fn the_way_back_is_another_one() {
    assert_eq!(Code::NotFound.http(), HttpStatus::NotFound);
    assert_eq!(HttpStatus::NotFound.read_as(), Code::Unimplemented);
    assert_eq!(HttpStatus::Ok.read_as(), Code::Unknown, "an answer without a code is not OK");
    assert_eq!(HttpStatus::InternalServerError.codes(), [Code::Unknown, Code::Internal, Code::DataLoss]);
}

#[test]
fn codes_are_dense_and_texts_are_there() {
    let codes: Vec<i32> = Code::ALL.iter().map(|code| code.code()).collect();
    assert_eq!(codes, (0..=16).collect::<Vec<_>>());
    assert!(Code::ALL.iter().all(|code| code.description().ends_with('.')));
    assert!(HttpStatus::ALL.iter().all(|status| status.description().ends_with('.')));
}
