use intune_connector_catalogue::EventId;

fn wakes_someone(event: EventId) -> bool {
    match event {
        EventId::StartedConnectorService | EventId::StoppedConnectorService => false,
        EventId::CertificateRenewalSuccess => false,
        EventId::CertificateRenewalFailure => true,
        EventId::RetrieveCertificateWarning | EventId::RetrieveCertificateError => true,
        EventId::PkcsCertIssueSuccess | EventId::RevokeCertSuccess => false,
        EventId::PkcsCertIssueFailure => true,
        EventId::UploadSuccess | EventId::DownloadSuccess => false,
        EventId::UploadFailure | EventId::DownloadFailure => false,
        EventId::CrpVerifyMetricSuccess | EventId::CrpNotifyMetricSuccess => false,
        EventId::CrpVerifyMetricWarning | EventId::CrpVerifyMetricFailure => false,
        EventId::CrpNotifyMetricFailure => false,
    }
}

fn main() {
    wakes_someone(EventId::UploadFailure);
}
