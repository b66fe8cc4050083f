//! The table and the plot.

use std::path::Path;
use std::{fs, io};

use crate::measure::Comparison;
use crate::targets::target;

/// A line for each comparison: our time, and how many times as long each peer takes that was compared.
pub fn table(comparisons: &[Comparison]) -> String {
    let mut peers = Vec::new();
    for (name, _) in comparisons.iter().flat_map(|comparison| &comparison.times[1..]) {
        if !peers.contains(name) {
            peers.push(*name);
        }
    }
    let mut text = format!("| what | inputs | ours | {} |\n", peers.join(" | "));
    text += &format!("| --- | --- | ---: |{}\n", " ---: |".repeat(peers.len()));
    for comparison in comparisons {
        let ours = comparison.times[0].1;
        let cells: String = peers.iter().map(|peer| cell(comparison, peer)).collect();
        text += &format!("| {} | {} | {ours:.1} ns |{cells}\n", comparison.topic, comparison.case);
    }
    text
}

fn cell(comparison: &Comparison, peer: &str) -> String {
    let Some(ratio) = comparison.ratio(peer) else { return " |".to_owned() };
    match target(comparison, peer) {
        // What is measured twice is never quite the same.
        Some(target) if ratio < target * 0.97 => format!(" {ratio:.1} × (not {target}) |"),
        Some(target) => format!(" **{ratio:.1} ×** (≥ {target}) |"),
        None => format!(" {ratio:.1} × |"),
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

/// Bars of ratios, on a logarithmic scale, for the comparisons with targets.
pub fn plot(path: &Path, comparisons: &[Comparison]) -> io::Result<()> {
    let mut bars = Vec::new();
    for comparison in comparisons {
        for (peer, _) in comparison.times.iter().skip(1) {
            if let Some((target, ratio)) = target(comparison, peer).zip(comparison.ratio(peer)) {
                bars.push((
                    format!("{}: {}, {}", comparison.topic, comparison.case, peer.replace('&', "&amp;")),
                    ratio,
                    target,
                ));
            }
        }
    }
    let (left, height, scale) = (430.0, 18, 130.0);
    // The axis begins at a fifth.
    let place = |ratio: f64| left + (ratio.max(0.2) * 5.0).log10() * scale;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"860\" height=\"{}\" font-family=\"sans-serif\" font-size=\"12\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n",
        (bars.len() + 2) * height
    );
    for (at, (label, ratio, target)) in bars.iter().enumerate() {
        let top = (at + 1) * height;
        let (start, end) = (place(1.0).min(place(*ratio)), place(1.0).max(place(*ratio)));
        let color = if *ratio < target * 0.97 { "#c0392b" } else { "#2e86c1" };
        let (x, baseline, bottom) = (left - 8.0, top + 12, top + height - 4);
        let (width, mark, after) = (end - start, place(*target), place(ratio.max(*target)) + 6.0);
        svg += &format!(
            "<text x=\"{x}\" y=\"{baseline}\" text-anchor=\"end\">{label}</text>\
             <rect x=\"{start:.1}\" y=\"{top}\" width=\"{width:.1}\" height=\"{}\" fill=\"{color}\"/>\
             <line x1=\"{mark:.1}\" x2=\"{mark:.1}\" y1=\"{top}\" y2=\"{bottom}\" stroke=\"black\"/>\
             <text x=\"{after:.1}\" y=\"{baseline}\">{ratio:.1} ×</text>\n",
            height - 4
        );
    }
    fs::write(path, svg + "</svg>\n")
}
