use intune_connector_catalogue::EventId;

fn main() {
    let _ = EventId::UploadFailure == 20302;
}
