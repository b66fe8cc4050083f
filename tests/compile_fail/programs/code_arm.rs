use intune_connector_catalogue::DiagnosticCode;

fn is_about_certificates(code: DiagnosticCode) -> bool {
    match code {
        DiagnosticCode::Success | DiagnosticCode::UnknownError => false,
        DiagnosticCode::PkcsIssueCaUnavailable | DiagnosticCode::RevokeCertAccessDenied => false,
        DiagnosticCode::SymantecClientAuthCertNotFound => true,
        DiagnosticCode::CertThumbprintNotFound | DiagnosticCode::CertificateNotFound => true,
        DiagnosticCode::CertificateExpired => true,
        DiagnosticCode::CrpScepCertNotFound | DiagnosticCode::CrpScepSigningCertNotFound => true,
        DiagnosticCode::CrpScepDeserializeFailed => false,
    }
}

fn main() {
    is_about_certificates(DiagnosticCode::Success);
}
