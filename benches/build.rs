//! Writes the enums that are compared: those of a catalogue, and the same entries as other libraries want them.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use catalogue_codegen::model::{Code, Enum};
use catalogue_codegen::{Mode, check, generate};

const AREAS: [&str; 10] = [
    "Pkcs",
    "PkcsImport",
    "Scep",
    "RevokeCert",
    "Upload",
    "CertificateRenewal",
    "Connector",
    "CRPSCEP",
    "Profile",
    "Tenant",
];
const STEPS: [&str; 10] = [
    "Request",
    "Issue",
    "Download",
    "Install",
    "Verify",
    "Renew",
    "Delete",
    "Poll",
    "ThumbprintLookup",
    "Ack",
];
/// Id, name, variant, severity and text of an entry.
type Row<'a> = (i128, &'a str, &'a str, usize, &'a str);

const ENDS: [&str; 10] = [
    "_Success",
    "_Failure",
    "_Retry",
    "_Timeout",
    "_Denied",
    "_NotFound",
    "_Expired",
    "_Skipped",
    "",
    "_InvalidState",
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=../catalogue.yaml");
    let output = PathBuf::from(env::var_os("OUT_DIR").unwrap());
    let mut text = String::new();
    let real = check("../catalogue.yaml".as_ref()).unwrap();
    let legacy = real.enums.iter().find(|item| item.path() == "EventId").unwrap();
    text += &set("of_19", "pub use intune_connector_catalogue::EventId as Event;", legacy);
    for (module, areas, steps, ends) in [("of_80", 5, 4, 4), ("of_1000", 10, 10, 10)] {
        let folder = output.join(module);
        let catalogue = folder.with_extension("yaml");
        fs::write(&catalogue, synthetic(module, areas, steps, ends)).unwrap();
        generate(&catalogue, &folder, Mode::Write).unwrap();
        let item = check(&catalogue).unwrap().enums.remove(0);
        text += &set(module, &taken_in(&folder), &item);
    }
    fs::write(output.join("sets.rs"), text).unwrap();
}

/// A catalogue whose ids and names are spread as the real ones are.
fn synthetic(module: &str, areas: usize, steps: usize, ends: usize) -> String {
    let mut yaml = format!(
        "path: catalogue_benches::{module}\nversion: \"1\"\nlocales: [en]\nenums:\n  - name: Event\n    doc: An event.\n    \
         code: {{ type: u16, method: id }}\n    entries:\n"
    );
    // Ids are sparse, as real ones are: a gap behind each, the larger the rarer.
    let (mut id, mut state) = (999_u32, 1_u32);
    for area_name in AREAS.iter().take(areas) {
        for step_name in STEPS.iter().take(steps) {
            for (end, end_name) in ENDS.iter().take(ends).enumerate() {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                id += 1 + (state >> 24) * (state >> 16 & 0xFF) / 320;
                let severity = ["information", "error", "warning"][end % 3];
                let name = format!("{area_name}{step_name}{end_name}");
                writeln!(
                    yaml,
                    "      - {{ code: {id}, name: {name}, severity: {severity}, description: {{ en: \"The step {name} has come \
                     to an end with id {id}.\" }} }}"
                )
                .unwrap();
            }
        }
    }
    yaml
}

fn taken_in(folder: &Path) -> String {
    format!(
        "#[path = {:?}]\n#[allow(dead_code, unused_imports)]\nmod generated;\npub use generated::Event;",
        folder.join("mod.rs").display().to_string()
    )
}

/// A module with an enum of the catalogue and its peers.
fn set(module: &str, ours: &str, item: &Enum) -> String {
    let entries: Vec<Row> = item
        .entries
        .iter()
        .map(|entry| {
            let Some(Code::Number(id)) = entry.code else { panic!("ids are numbers") };
            let severity = entry.severity.map_or(0, |severity| severity as usize);
            (id, entry.name.as_str(), entry.variant.as_str(), severity, entry.description[0].as_str())
        })
        .collect();
    let each = |line: &dyn Fn(&Row) -> String| entries.iter().map(line).collect::<String>();
    format!(
        "pub mod {module} {{
    {ours}

    pub static IDS: [u16; {count}] = [{ids}];
    pub static NAMES: [&str; {count}] = [{names}];

    #[derive(Clone, Copy, PartialEq, Debug, num_enum::TryFromPrimitive, strum::FromRepr, strum::EnumString)]
    #[repr(u16)]
    pub enum Peer {{ {variants} }}

    #[derive(Clone, Copy, PartialEq, Debug, strum::EnumString)]
    #[strum(ascii_case_insensitive)]
    #[repr(u16)]
    pub enum AnyCase {{ {variants} }}

    pub static PHF_IDS: phf::Map<u16, Peer> = phf::phf_map! {{ {phf_ids} }};
    pub static PHF_NAMES: phf::Map<&str, Peer> = phf::phf_map! {{ {phf_names} }};

    pub fn match_id(id: u16) -> Option<Peer> {{ match id {{ {match_ids} _ => None }} }}
    pub fn match_name(name: &str) -> Option<Peer> {{ match name {{ {match_names} _ => None }} }}
    pub fn name(peer: Peer) -> &'static str {{ match peer {{ {name} }} }}
    pub fn severity(peer: Peer) -> u8 {{ match peer {{ {severity} }} }}
    pub fn text(peer: Peer) -> &'static str {{ match peer {{ {text} }} }}
}}
",
        count = entries.len(),
        ids = each(&|it| format!("{}, ", it.0)),
        names = each(&|it| format!("{:?}, ", it.1)),
        variants = each(&|it| format!("#[strum(serialize = {:?})] {} = {}, ", it.1, it.2, it.0)),
        phf_ids = each(&|it| format!("{}u16 => Peer::{}, ", it.0, it.2)),
        phf_names = each(&|it| format!("{:?} => Peer::{}, ", it.1, it.2)),
        match_ids = each(&|it| format!("{} => Some(Peer::{}), ", it.0, it.2)),
        match_names = each(&|it| format!("{:?} => Some(Peer::{}), ", it.1, it.2)),
        name = each(&|it| format!("Peer::{} => {:?}, ", it.2, it.1)),
        severity = each(&|it| format!("Peer::{} => {}, ", it.2, it.3)),
        text = each(&|it| format!("Peer::{} => {:?}, ", it.2, it.4)),
    )
}
