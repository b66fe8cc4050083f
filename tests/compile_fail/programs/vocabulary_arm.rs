use intune_connector_catalogue::{Channel, Outcome};

fn main() {
    match Channel::Admin {
        Channel::Admin => {}
    }
    match Outcome::Success {
        Outcome::Success | Outcome::Failure | Outcome::Progress => {}
    }
}
