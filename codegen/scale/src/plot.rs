//! How the costs grow, both axes logarithmic: a straight line that rises as fast as it goes right is linear.

use std::error::Error;
use std::path::Path;

use plotters::prelude::*;

use crate::compile::Cost;
use crate::{Row, Shape};

pub fn write(path: &Path, title: &str, rows: &[Row], value: fn(&Cost) -> f64) -> Result<(), Box<dyn Error>> {
    let points = |shape: usize| -> Vec<(f64, f64)> {
        let point = |row: &Row| Some((row.entries as f64, value(row.shapes[shape].costs[1].as_ref()?)));
        rows.iter().filter_map(point).collect()
    };
    let all: Vec<f64> = (0..Shape::ALL.len()).flat_map(points).map(|(_, value)| value).collect();
    let most = all.iter().copied().fold(1.0, f64::max);
    let least = all.iter().copied().fold(most, f64::min);
    let (first, last) = (rows.first().map_or(1, |row| row.entries), rows.last().map_or(1, |row| row.entries));

    let area = SVGBackend::new(path, (760, 420)).into_drawing_area();
    area.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&area)
        .caption(title, ("sans-serif", 18))
        .margin(12)
        .x_label_area_size(40)
        .y_label_area_size(60)
        .build_cartesian_2d(
            (first as f64 * 0.9..last as f64 * 1.1).log_scale(),
            (least * 0.8..most * 1.25).log_scale(),
        )?;
    chart.configure_mesh().x_desc("entries").draw()?;
    for (at, (shape, color)) in Shape::ALL.into_iter().zip([BLUE, BLACK, RED, GREEN]).enumerate() {
        let line = LineSeries::new(points(at), color.stroke_width(2)).point_size(3);
        chart
            .draw_series(line)?
            .label(shape.name())
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 18, y)], color.stroke_width(2)));
    }
    chart.configure_series_labels().position(SeriesLabelPosition::UpperLeft).border_style(BLACK).draw()?;
    area.present()?;
    Ok(())
}
