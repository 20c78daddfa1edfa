//! Maps that a reader brings: which areas are which, what they look like, and what is said of the rest.

use std::fmt::Write;
use std::sync::Arc;

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::base::problem::ProblemKind;
use minsheng_explorer::chart::palette::{DARK, LIGHT};
use minsheng_explorer::chart::svg::to_svg;
use minsheng_explorer::chart::{MapPlace, Scene, Size, map as drawn};
use minsheng_explorer::geo::{Atlas, MOST_FEATURES};
use minsheng_explorer::import::{Imported, Kind, Options};
use minsheng_explorer::plot::ChartFormat;
use minsheng_explorer::plot::map::{Ground, MapPlan, plan};
use minsheng_explorer::query::{Engine, Filter};
use minsheng_explorer::session::{self, Ask, FileColumn, Session};
use minsheng_explorer::state::{MapOptions, Maps};

use crate::charts::fault;
use crate::formats::{cells, open, stored};

fn read(name: &str, text: &str) -> Imported {
    open(name, text.as_bytes(), 1 << 12, &Options::default()).unwrap()
}

/// Squares of ten degrees in a row from 20° east on, each with properties.
fn squares(properties: &[String]) -> String {
    let feature = |(at, said): (usize, &String)| {
        let (west, east) = (20 + 10 * at, 30 + 10 * at);
        format!(
            r#"{{"type":"Feature","properties":{{{said}}},"geometry":{{"type":"Polygon","coordinates":[[[{west},30],[{east},30],[{east},40],[{west},40],[{west},30]]]}}}}"#
        )
    };
    let features: Vec<String> = properties.iter().enumerate().map(feature).collect();
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

fn named(names: &[&str]) -> String {
    let said = |name: &&str| format!(r#""kind":"made up","name":"{name}","pop":{}"#, name.len());
    squares(&names.iter().map(said).collect::<Vec<_>>())
}

fn atlas(text: &str) -> Atlas {
    read("areas.geojson", text).atlas.expect("a map")
}

fn ground(csv: &str, map: &str) -> Option<(Engine, Ground)> {
    let table = read("a.csv", csv).table;
    let ground = Ground::of(&table, &atlas(map), "areas.geojson", false)?;
    Some((Engine::new(Arc::new(table)), ground))
}

fn mapped(csv: &str, map: &str, options: &MapOptions) -> MapPlan {
    let (mut engine, ground) = ground(csv, map).expect("the areas are on the map");
    plan(&mut engine, Some(&ground), options, Lang::En).unwrap()
}

/// A file with figures of its own, as its reader sees it.
fn own(text: &str, options: &MapOptions) -> MapPlan {
    let Imported { table, atlas, .. } = read("own.geojson", text);
    let ground = Ground::of(&table, &atlas.unwrap(), "own.geojson", true).expect("its own map");
    plan(&mut Engine::new(Arc::new(table)), Some(&ground), options, Lang::En).unwrap()
}

fn scene(plan: &MapPlan, width: f64) -> Scene {
    let format = ChartFormat { lang: Lang::En, unit: String::new() };
    drawn(&plan.spec, Size::wide(width), &format)
}

fn labels<'a>(plan: &'a MapPlan, name: &str) -> Vec<&'a str> {
    let is_own = |at: u32| plan.spec.areas[at as usize].name == name;
    plan.spec.data.iter().filter(|d| is_own(d.area)).map(|d| d.label.as_str()).collect()
}

const CSV: &str = "area,rate (%)\nAld,12\nBrack,34\nCay,56\nDun,\nElsewhere,9\n";

#[test]
fn a_file_with_figures_is_a_table_and_its_own_map() {
    let opened = read("own.geojson", &named(&["Ald", "Brack", "Cay"]));
    assert_eq!(cells(&opened.table)[1], ["made up", "Brack", "5"]);
    assert_eq!(opened.told.format, "GeoJSON");
    let plan = own(&named(&["Ald", "Brack", "Cay"]), &MapOptions::default());
    assert_eq!(plan.spec.areas.len(), 3);
    assert_eq!(labels(&plan, "Brack"), ["5"]);
    assert!(
        plan.spec
            .areas
            .iter()
            .all(|area| matches!(&area.place, MapPlace::Shape(s) if s.rings.len() == 1))
    );
    assert!(plan.notes.iter().any(|note| note.contains("same file")), "{:?}", plan.notes);
    assert!(plan.unknown.is_empty() && plan.bare.is_empty());
    assert!(plan.targets.iter().all(Option::is_some), "an area is opened as a tile is");
}

#[test]
fn areas_go_with_a_table_by_name_and_what_is_left_on_either_side_is_listed() {
    let map = named(&["ALD", "brack", "Cay", "Dun", "Far"]);
    let plan = mapped(CSV, &map, &MapOptions::default());
    assert_eq!((labels(&plan, "Ald"), labels(&plan, "Cay")), (vec!["12"], vec!["56"]));
    assert_eq!(plan.unknown, ["Elsewhere"]);
    assert_eq!(plan.bare, ["Far"], "on the map, not in the table");
    assert_eq!(labels(&plan, "Dun"), [""], "in the table without a figure");
    assert_eq!(plan.spec.areas.len(), 5, "all of them are drawn");
    let note = &plan.notes.join(" ");
    assert!(note.contains("“areas.geojson”") && note.contains("“name”"), "{note}");
    assert!(note.contains("“area”") && note.contains("4 areas"), "{note}");
}

#[test]
fn the_property_whose_values_agree_most_is_taken() {
    let said =
        |(at, name): (usize, &str)| format!(r#""name":"{name}","area":"0{at}0","also":"Ald""#);
    let map =
        squares(&["Eins", "Zwei", "Drei"].into_iter().enumerate().map(said).collect::<Vec<_>>());
    let plan = mapped("area,n\n000,1\n010,2\n020,3\n", &map, &MapOptions::default());
    assert!(plan.notes.join(" ").contains("its “area” goes with"), "{:?}", plan.notes);
    let names: Vec<&str> = plan.spec.areas.iter().map(|area| area.name.as_str()).collect();
    assert_eq!(names, ["Eins", "Zwei", "Drei"], "a code is no name where the map has one");
    // By what a gazetteer knows, a code of the table is a name of the map.
    let map = named(&["中国", "日本", "Korea, Rep."]);
    let plan = mapped("geo,n\nCHN,1\nJPN,2\nKOR,3\n", &map, &MapOptions::default());
    assert!(plan.unknown.is_empty() && plan.bare.is_empty(), "{:?}", plan.bare);
}

#[test]
fn a_map_of_other_areas_does_not_go_with_a_table() {
    assert!(ground(CSV, &named(&["Xen", "Yon", "Zam"])).is_none());
    assert!(
        ground("area,n\nAld,1\nBrack,2\n", &named(&["Ald", "Yon", "Zam"])).is_none(),
        "one of two is chance"
    );
}

/// Three squares, each with what is said of it beside its geometry.
fn bare(members: [&str; 3]) -> String {
    let feature = |(at, said): (usize, &&str)| {
        let (west, east) = (20 + 10 * at, 30 + 10 * at);
        format!(
            r#"{{"type":"Feature",{said}"geometry":{{"type":"Polygon","coordinates":[[[{west},30],[{east},30],[{east},40],[{west},40],[{west},30]]]}}}}"#
        )
    };
    let features: Vec<String> = members.iter().enumerate().map(feature).collect();
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

#[test]
fn areas_without_properties_go_with_a_table_by_their_ids() {
    let by_name = mapped(CSV, &named(&["Ald", "Brack", "Cay"]), &MapOptions::default());
    for members in [
        [r#""id":"Ald","#, r#""id":"Brack","#, r#""id":"Cay","#],
        [
            r#""id":"Ald","properties":null,"#,
            r#""id":"Brack","properties":{},"#,
            r#""properties":null,"id":"Cay","#,
        ],
    ] {
        let plan = mapped(CSV, &bare(members), &MapOptions::default());
        for name in ["Ald", "Brack", "Cay"] {
            assert!(!labels(&plan, name).is_empty(), "{name}");
            assert_eq!(labels(&plan, name), labels(&by_name, name), "{name}");
        }
    }
}

#[test]
fn shapes_without_name_and_id_are_refused_in_words_that_say_what_is_expected() {
    for members in [[""; 3], [r#""properties":null,"#; 3], [r#""properties":{},"#; 3]] {
        let text = bare(members);
        let problem = match open("m.geojson", text.as_bytes(), 1 << 12, &Options::default()) {
            Err(problem) => problem,
            Ok(read) => panic!("{:?}", read.table),
        };
        assert_eq!(problem.kind, ProblemKind::OtherAreas);
        let told = minsheng_explorer::words::refusal(&problem, Lang::En);
        assert!(told.contains("neither names nor codes"), "{told}");
    }
}

#[test]
fn a_session_keeps_its_map_until_another_fits() {
    let Imported { table, .. } = read("a.csv", CSV);
    let mut session = Session::of_table(table, Vec::new());
    assert!(!session.head().has_map, "names that nobody knows have no tiles");
    assert!(session.lay_map(&atlas(&named(&["Ald", "Brack", "Cay"])), "m", false));
    assert!(session.head().has_map && !session.has_own_map());
    assert!(!session.lay_map(&atlas(&named(&["Xen", "Yon", "Zam"])), "m", false));
    assert!(session.head().has_map, "what was there stays");
    session.clear_map();
    assert!(!session.head().has_map);
    // A map of its own comes back once another is put away.
    assert!(session.lay_map(&atlas(&named(&["Ald", "Brack", "Cay"])), "own", true));
    assert!(session.lay_map(&atlas(&named(&["Ald", "Brack", "Cay", "Dun"])), "m", false));
    assert!(!session.has_own_map());
    session.clear_map();
    assert!(session.has_own_map());
}

/// Where every row has a code of its own, that numbers the rows and is no column by itself.
#[test]
fn codes_that_number_the_rows_are_areas_too() {
    let said = |(at, name): (usize, &str)| format!(r#""name":"{name}","fips":"0{at}001""#);
    let map =
        squares(&["Eins", "Zwei", "Drei"].into_iter().enumerate().map(said).collect::<Vec<_>>());
    let opened = read("a.csv", "fips,rate\n00001,1.5\n01001,2.5\n02001,4.5\n");
    assert!(opened.table.column("fips").is_none(), "ids of rows are no column");
    let layout = opened.plan.columns.iter().map(|column| FileColumn {
        key: column.key.clone(),
        name: column.name.clone(),
        is_key: column.kind == Kind::Key,
    });
    let mut session = Session::of_table(opened.table, Vec::new()).with_layout(layout.collect());
    assert!(session.lay_map(&atlas(&map), "m", false));
    let asked =
        session::Map { filter: Filter::default(), options: MapOptions::default(), lang: Lang::En };
    let plan = asked.answer(&mut session).unwrap();
    assert_eq!((labels(&plan, "Zwei"), plan.unknown.len()), (vec!["2.5"], 0));
}

/// The same four squares, as GeoJSON and as a topology of shared arcs.
#[test]
fn a_topology_is_the_same_map_as_its_geojson() {
    let topology = r#"{"type":"Topology","transform":{"scale":[10,10],"translate":[20,30]},
      "objects":{"areas":{"type":"GeometryCollection","geometries":[
        {"type":"Polygon","properties":{"kind":"made up","name":"Ald","pop":3},"arcs":[[0,1]]},
        {"type":"Polygon","properties":{"kind":"made up","name":"Brack","pop":5},"arcs":[[2,-1]]}]},
        "frame":{"type":"LineString","arcs":[0]}},
      "arcs":[[[1,0],[0,1]],[[1,1],[-1,0],[0,-1],[1,0]],[[1,0],[1,0],[0,1],[-1,0]]]}"#;
    let (one, other) = (read("m.topojson", topology), read("m.geojson", &named(&["Ald", "Brack"])));
    assert_eq!(one.told.format, "TopoJSON");
    assert_eq!(one.told.table.as_deref(), Some("areas"));
    let offered: Vec<&str> = one.told.tables.iter().map(|table| table.name.as_str()).collect();
    assert_eq!(offered, ["areas", "frame"]);
    assert_eq!(cells(&one.table), cells(&other.table));
    let places = |imported: Imported| -> Vec<Vec<[f64; 2]>> {
        let features = imported.atlas.unwrap().features.into_iter();
        let mut rings: Vec<Vec<[f64; 2]>> =
            features.flat_map(|f| f.geometry.rings).map(|ring| ring.points).collect();
        rings.iter_mut().for_each(|ring| {
            ring.sort_by(|a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])))
        });
        rings
    };
    assert_eq!(places(one), places(other));
}

#[test]
fn a_feature_by_itself_and_features_line_by_line_are_maps_too() {
    let feature = r#"{"type":"Feature","id":"A","properties":{"name":"Ald","n":3},"geometry":{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]]]}}"#;
    let one = read("one.geojson", feature);
    assert_eq!(cells(&one.table).len(), 1);
    assert_eq!(one.atlas.unwrap().features.len(), 1);
    let lines = format!("{feature}\n{}\n", feature.replace("Ald", "Brack"));
    assert_eq!(read("lines.geojson", &lines).atlas.unwrap().features.len(), 2);
}

#[test]
fn what_is_broken_is_left_out_and_said_and_the_table_stands() {
    let map = r#"{"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"name":"Ald","n":1},"geometry":{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,9],[0,0]]]}},
      {"type":"Feature","properties":{"name":"Brack","n":2},"geometry":{"type":"Polygon","coordinates":[[[10,0],[19,0],[NaN,9],[19,9],[10,9]]]}},
      {"type":"Feature","properties":{"name":"Cay","n":3},"geometry":{"type":"Polygon","coordinates":[[[1e12,0]]]}},
      {"type":"Feature","properties":{"name":"Dun","n":4},"geometry":{"type":"Polygon","coordinates":[[]]}},
      {"type":"Feature","properties":{"name":"Eld","n":5},"geometry":null},
      {"type":"Feature","properties":{"name":"Fro","n":6},"geometry":{"type":"Point","coordinates":[15,5]}},
      {"type":"Feature","properties":null,"geometry":{"type":"LineString","coordinates":[[0,0],[9,9]]}}]}"#;
    let plan = own(map, &MapOptions::default());
    assert_eq!(
        plan.unknown,
        ["Cay", "Dun", "Eld"],
        "rows whose shape is nothing are not on the map, and said"
    );
    assert_eq!(labels(&plan, "Brack"), ["2"]);
    assert_eq!(labels(&plan, "Fro"), ["6"]);
    assert!(plan.notes.iter().any(|note| note.contains("2 positions")), "{:?}", plan.notes);
    assert_eq!(plan.bare.len(), 1, "{:?}", plan.bare);
}

#[test]
fn nesting_without_an_end_and_text_that_is_no_map_never_stop_the_reader() {
    let deep = format!(
        r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{"name":"Ald","n":1}},"geometry":{{"type":"Polygon","coordinates":{}{}}}}}]}}"#,
        "[".repeat(50_000),
        "]".repeat(50_000)
    );
    let opened = read("deep.geojson", &deep);
    assert_eq!(opened.table.len, 1);
    assert!(opened.atlas.is_none(), "nothing of it can be drawn");
    for text in [r#"{"type":"Topology","arcs":3,"objects":{}}"#, r#"{"type":"Topology"}"#] {
        let refused = open("t.topojson", text.as_bytes(), 99, &Options::default()).unwrap_err();
        let kinds = [ProblemKind::DamagedFile, ProblemKind::NoTable];
        assert!(kinds.contains(&refused.kind), "{text}: {refused}");
    }
    for text in [
        "",
        "{",
        r#"{"type":"Topology","arcs":[],"objects":{}}"#,
        r#"{"type":"FeatureCollection","features":[]}"#,
    ] {
        let _ = open("t.geojson", text.as_bytes(), 3, &Options::default());
    }
}

#[test]
fn a_map_of_too_many_areas_is_refused_by_its_number_and_its_table_read() {
    let mut text = r#"{"type":"FeatureCollection","features":["#.to_owned();
    for at in 0..=MOST_FEATURES {
        let comma = if at > 0 { "," } else { "" };
        let _ = write!(
            text,
            r#"{comma}{{"type":"Feature","properties":{{"name":"a{at}"}},"geometry":{{"type":"Point","coordinates":[1,2]}}}}"#
        );
    }
    text += "]}";
    let opened = read("many.geojson", &text);
    assert_eq!(opened.table.len, MOST_FEATURES + 1);
    assert!(opened.atlas.is_none());
    let problem = opened.findings.first(ProblemKind::MapTooLarge).unwrap();
    assert_eq!((problem.found.as_str(), problem.expected.as_str()), ("20001", "20000"));
}

#[test]
fn an_area_across_the_antimeridian_is_drawn_in_one_piece_beside_its_neighbours() {
    let map = r#"{"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"name":"West","n":1},"geometry":{"type":"Polygon","coordinates":[[[170,-20],[180,-20],[180,-10],[170,-10],[170,-20]]]}},
      {"type":"Feature","properties":{"name":"Both","n":2},"geometry":{"type":"Polygon","coordinates":[[[175,-10],[-175,-10],[-175,0],[175,0],[175,-10]]]}},
      {"type":"Feature","properties":{"name":"East","n":3},"geometry":{"type":"Polygon","coordinates":[[[-180,-20],[-170,-20],[-170,-10],[-180,-10],[-180,-20]]]}}]}"#;
    let plan = own(map, &MapOptions::default());
    let (width, height) = plan.spec.extent;
    assert!(height > width * 0.7, "as high as wide, not a strip around the globe: {height}");
    let spread = |name: &str| {
        let area = plan.spec.areas.iter().find(|area| area.name == name).unwrap();
        let MapPlace::Shape(shape) = &area.place else { panic!() };
        let xs = || shape.rings.iter().flatten().map(|p| p.0);
        (xs().fold(f32::MAX, f32::min), xs().fold(f32::MIN, f32::max))
    };
    assert!(spread("West").1 <= spread("East").0 + 1.0);
    let both = spread("Both");
    assert!(both.0 > 100.0 && both.1 < 900.0, "{both:?}");
}

#[test]
fn the_picture_has_a_mark_an_area_names_that_do_not_overlap_and_holes_that_are_none() {
    let plan = own(&named(&["Ald", "Brack", "Cay"]), &MapOptions::default());
    for width in [160.0, 390.0, 1440.0] {
        let scene = scene(&plan, width);
        assert_eq!(scene.data_order().len(), 3);
        assert_eq!(fault(&scene), None, "{width}");
        assert_ne!(to_svg(&scene, &LIGHT), to_svg(&scene, &DARK));
    }
    let hole = r#"{"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"name":"Ring","n":1},"geometry":{"type":"Polygon","coordinates":[[[0,0],[30,0],[30,30],[0,30],[0,0]],[[10,10],[20,10],[20,20],[10,20],[10,10]]]}},
      {"type":"Feature","properties":{"name":"Core","n":2},"geometry":{"type":"Polygon","coordinates":[[[10,10],[20,10],[20,20],[10,20],[10,10]]]}}]}"#;
    let plan = own(hole, &MapOptions::default());
    let scene = scene(&plan, 700.0);
    let id = |name: &str| {
        plan.spec.data.iter().find(|d| plan.spec.areas[d.area as usize].name == name).unwrap().id
    };
    let core = scene.mark(id("Core")).unwrap().bounds();
    let middle = (core.x + core.width / 2.0, core.y + core.height / 2.0);
    assert_eq!(scene.hit(middle.0, middle.1, 1.0).and_then(|node| node.datum), Some(id("Core")));
    let ring = scene.mark(id("Ring")).unwrap();
    assert_eq!(ring.distance(core.x - 5.0, middle.1), 0.0);
    assert!(ring.distance(middle.0, middle.1) > 5.0, "a hole is no part of an area");
}

#[test]
fn periods_and_small_multiples_are_as_on_tiles() {
    let csv = "area,year,rate (%)\nAld,2019,1\nBrack,2019,2\nCay,2019,3\nAld,2020,4\nBrack,2020,5\nCay,2020,6\n";
    let map = named(&["Ald", "Brack", "Cay"]);
    let plan = mapped(csv, &map, &MapOptions::default());
    assert_eq!((plan.times.len(), labels(&plan, "Ald")), (2, vec!["4"]));
    let all = mapped(csv, &map, &MapOptions { maps: Maps::Times, ..MapOptions::default() });
    assert_eq!(all.spec.panels, ["2019", "2020"]);
    assert_eq!(labels(&all, "Ald"), ["1", "4"]);
    assert_eq!(scene(&all, 700.0).data_order().len(), 6);
}

#[test]
fn a_map_that_a_package_or_a_zip_brings_beside_its_table_is_the_tables() {
    let map = named(&["Ald", "Brack", "Cay", "Dun"]);
    let about = r#"{"resources":[{"name":"areas","path":"map/areas.geojson","format":"geojson"},{"name":"rates","path":"rates.csv"}]}"#;
    let package =
        stored(&[("datapackage.json", about), ("map/areas.geojson", &map), ("rates.csv", CSV)]);
    let zip = stored(&[("areas.geojson", map.as_str()), ("rates.csv", CSV)]);
    for bytes in [package, zip] {
        let opened = open("p.zip", &bytes, 1 << 12, &Options::default()).unwrap();
        assert_eq!(opened.table.len, 5, "the table is read, however large the map");
        let mut session = Session::of_table(opened.table, Vec::new());
        assert!(session.lay_map(&opened.atlas.expect("its map"), "p.zip", true));
    }
    let alone = open("m.zip", &stored(&[("areas.geojson", map.as_str())]), 99, &Options::default())
        .unwrap();
    assert_eq!(alone.table.len, 4, "a map alone is a table");
    let broken = stored(&[("areas.geojson", "{"), ("rates.csv", CSV)]);
    assert_eq!(open("p.zip", &broken, 99, &Options::default()).unwrap().table.len, 5);
}

/// Three thousand areas of a hundred positions and more each; what a million cost is in `geo::simplify`.
#[test]
fn a_fine_map_of_many_areas_is_drawn_with_few_positions() {
    let mut text = r#"{"type":"FeatureCollection","features":["#.to_owned();
    for at in 0..3000_u32 {
        let (x, y) = (f64::from(at % 60) * 0.9 + 80.0, f64::from(at / 60) * 0.6 + 20.0);
        let comma = if at > 0 { "," } else { "" };
        let _ = write!(
            text,
            r#"{comma}{{"type":"Feature","properties":{{"area":"A{at:04}","n":{at}}},"geometry":{{"type":"Polygon","coordinates":[["#
        );
        for step in 0..120_u32 {
            let angle = f64::from(step) / 120.0 * std::f64::consts::TAU;
            let r = 0.3 + 0.02 * (angle * 40.0).sin();
            let comma = if step > 0 { "," } else { "" };
            let _ = write!(
                text,
                "{comma}[{:.5},{:.5}]",
                angle.cos().mul_add(r, x),
                angle.sin().mul_add(r, y)
            );
        }
        text += "]]}}";
    }
    text += "]}";
    let plan = own(&text, &MapOptions::default());
    let positions: usize = plan
        .spec
        .areas
        .iter()
        .map(|area| match &area.place {
            MapPlace::Shape(shape) => shape.rings.iter().map(Vec::len).sum(),
            MapPlace::Tile { .. } => 0,
        })
        .sum();
    assert_eq!(plan.spec.areas.len(), 3000);
    assert!(positions < 60_000, "{positions}");
    assert_eq!(scene(&plan, 1100.0).data_order().len(), 3000);
}
