use intune_connector_catalogue::DiagnosticCode;

fn main() {
    match DiagnosticCode::Success {
        DiagnosticCode::Success => {}
        DiagnosticCode::UnknownError => {}
    }
}
