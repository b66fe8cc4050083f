//! The table.

use std::path::Path;
use std::{fs, io};

use crate::compile::Cost;
use crate::{Row, Shape};

pub fn table(rows: &[Row]) -> String {
    let mut text = "| entries | written as | generate | check | | optimised | | size |\n| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n".to_owned();
    for row in rows {
        for (shape, measured) in Shape::ALL.into_iter().zip(&row.shapes) {
            let generated = measured.generated.map(|seconds| format!("{seconds:.2} s")).unwrap_or_default();
            let [check, optimised] = measured.costs.map(cells);
            let size = measured.size.map(|megabytes| format!("{megabytes:.2} MB")).unwrap_or_default();
            let name = shape.name();
            text += &format!("| {} | {name} | {generated} | {check} | {optimised} | {size} |\n", row.entries);
        }
    }
    text
}

fn cells(cost: Option<Cost>) -> String {
    match cost {
        Some(cost) => format!("{:.2} s | {:.0} MB", cost.seconds, cost.megabytes),
        None => "ended |".to_owned(),
    }
}

/// Puts the table where the last one is.
pub fn write(readme: &Path, table: &str) -> io::Result<()> {
    let text = fs::read_to_string(readme)?;
    let (start, end) = ("<!-- table -->\n", "<!-- end -->\n");
    let parts = text.split_once(start).and_then(|(before, rest)| Some((before, rest.split_once(end)?.1)));
    let (before, after) = parts.ok_or_else(|| io::Error::other("README.md has no place for the table"))?;
    fs::write(readme, format!("{before}{start}{table}{end}{after}"))
}
