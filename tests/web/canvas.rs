//! Charts of many marks: drawn on canvas, pointed at and walked like those in SVG.

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::palette::{DARK, LIGHT, Rgb, Theme};
use minsheng_explorer::chart::{
    Category, ChartSpec, Datum, Extent, Fill, MarkKind, Scene, Size, compose,
};
use minsheng_explorer::plot::ChartFormat;
use minsheng_explorer::ui::SceneView;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{
    CanvasRenderingContext2d, Element, Event, HtmlCanvasElement, HtmlElement, PointerEvent,
    PointerEventInit,
};

use super::{press, sleep};

const WIDTH: u32 = 900;
const FORMAT: ChartFormat = ChartFormat { lang: Lang::En, unit: String::new() };

/// Five thousand points on a lattice, every tenth under way.
fn points(prefix: &str) -> ChartSpec {
    let point = |id: u32| Datum {
        id,
        across: f64::from(id % 100),
        extent: Extent::exact(f64::from(id / 100)),
        hue: 2,
        fill: if id % 10 == 5 { Fill::Hatched } else { Fill::Solid },
        tip: format!("point {id}"),
        ..Datum::default()
    };
    ChartSpec {
        prefix: prefix.into(),
        mark: MarkKind::Scatter,
        title: "Many points".into(),
        data: (0..5000).map(point).collect(),
        ..ChartSpec::default()
    }
}

/// So many rows of bars: higher than any canvas.
fn rows(prefix: &str, count: u32) -> ChartSpec {
    let bar = |id: u32| Datum {
        id,
        category: id,
        extent: Extent::exact(f64::from(id % 17 + 1)),
        tip: format!("row {id}"),
        ..Datum::default()
    };
    let category = |id: u32| Category { name: format!("row {id}"), ..Category::default() };
    ChartSpec {
        prefix: prefix.into(),
        categories: (0..count).map(category).collect(),
        data: (0..count).map(bar).collect(),
        ..ChartSpec::default()
    }
}

/// A chart in the page, gone when this is dropped.
struct Shown {
    place: HtmlElement,
    scene: Scene,
    opened: ArcRwSignal<Option<u32>>,
    _styles: Element,
    mounted: Option<Box<dyn std::any::Any>>,
}

impl Shown {
    async fn new(spec: ChartSpec) -> Self {
        let styles = document().create_element("style").unwrap();
        let sheets = [
            include_str!("../../src/ui/styles/tokens.css"),
            include_str!("../../src/ui/styles/marks.css"),
        ];
        styles.set_text_content(Some(&sheets.concat()));
        document().head().unwrap().append_child(&styles).unwrap();
        set_theme("light");
        let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
        place.set_attribute("style", &format!("width: {WIDTH}px")).unwrap();
        let body = document().body().unwrap();
        body.insert_before(&place, body.first_child().as_ref()).unwrap();
        let scene = compose(&spec, Size::wide(WIDTH.into()), &FORMAT);
        let opened = ArcRwSignal::new(None::<u32>);
        let seen = opened.clone();
        let mounted = mount_to(place.clone(), move || {
            let draw = Callback::new(move |width: f64| compose(&spec, Size::wide(width), &FORMAT));
            let open = Callback::new(move |id: u32| seen.set(Some(id)));
            view! { <SceneView compose=draw open=open /> }
        });
        let shown = Self { place, scene, opened, _styles: styles, mounted: Some(keep(mounted)) };
        eventually(|| !shown.all::<Element>("[role=button]").is_empty()).await;
        // What has the focus elsewhere may have scrolled this out of sight.
        shown.place.scroll_into_view();
        shown
    }

    /// Waits until the first canvas has so many pixels across: the page draws when it has a frame to spare.
    async fn drawn(&self, pixels: f64) {
        let first = || self.all::<HtmlCanvasElement>("canvas").first().map(|tile| tile.width());
        eventually(|| first() == Some(pixels.round() as u32)).await;
    }

    /// Waits until it is drawn for this screen.
    async fn drawn_for_screen(&self) {
        self.drawn(f64::from(WIDTH) * window().device_pixel_ratio()).await;
    }

    fn all<T: JsCast>(&self, selector: &str) -> Vec<T> {
        let found = self.place.query_selector_all(selector).unwrap();
        (0..found.length()).map(|at| found.get(at).unwrap().unchecked_into()).collect()
    }

    fn one<T: JsCast>(&self, selector: &str) -> T {
        self.place.query_selector(selector).unwrap().expect(selector).unchecked_into()
    }

    /// The middle of a mark in px of the chart.
    fn middle(&self, id: u32) -> (f64, f64) {
        let area = self.scene.mark(id).unwrap().bounds();
        (area.x + area.width / 2.0, area.y + area.height / 2.0)
    }

    /// The pixel at a place of the chart: red, green, blue, opacity.
    fn pixel(&self, (x, y): (f64, f64)) -> [u8; 4] {
        let tiles = self.all::<HtmlCanvasElement>("canvas");
        let tile = &tiles[(y / 512.0) as usize];
        let ratio = f64::from(tile.width()) / f64::from(WIDTH);
        let context: CanvasRenderingContext2d =
            tile.get_context("2d").unwrap().unwrap().unchecked_into();
        let data = context.get_image_data(x * ratio, y % 512.0 * ratio, 1.0, 1.0).unwrap().data();
        [data[0], data[1], data[2], data[3]]
    }

    fn point(&self, name: &str, (x, y): (f64, f64)) {
        let svg: Element = self.one("svg");
        let area = svg.get_bounding_client_rect();
        let init = PointerEventInit::new();
        init.set_bubbles(true);
        init.set_client_x((area.left() + x).round() as i32);
        init.set_client_y((area.top() + y).round() as i32);
        let event = PointerEvent::new_with_event_init_dict(name, &init).unwrap();
        svg.dispatch_event(&event).unwrap();
    }

    fn tip(&self) -> String {
        self.one::<Element>(".tip").text_content().unwrap()
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.mounted = None;
        self.place.remove();
        self._styles.remove();
    }
}

fn set_theme(theme: &str) {
    document().document_element().unwrap().set_attribute("data-theme", theme).unwrap();
}

fn keep<M: leptos::tachys::view::Mountable + 'static>(
    mounted: UnmountHandle<M>,
) -> Box<dyn std::any::Any> {
    Box::new(mounted)
}

/// Waits until something holds; fails after ten seconds.
async fn eventually(holds: impl Fn() -> bool) {
    for _ in 0..500 {
        if holds() {
            return;
        }
        sleep(20).await;
    }
    panic!("never came to hold");
}

/// Whether a colour is one on paper, or between the two.
fn near(pixel: [u8; 4], colour: Rgb) -> bool {
    let far = |a: u8, b: u8| a.abs_diff(b) > 12;
    !far(pixel[0], colour.0) && !far(pixel[1], colour.1) && !far(pixel[2], colour.2)
}

/// Six tenths of a colour, as a solid point is filled, with nothing under it: canvas gives it unmixed.
fn is_point(pixel: [u8; 4], colour: Rgb) -> bool {
    near(pixel, colour) && pixel[3].abs_diff(153) < 12
}

#[wasm_bindgen_test]
async fn many_marks_are_pixels_and_few_elements() {
    let chart = Shown::new(points("many")).await;
    assert!(chart.all::<Element>("[role=button]").len() <= 3);
    assert_eq!(chart.all::<Element>("[role=button][tabindex='0']").len(), 1, "one tab stop");
    let label = chart.one::<Element>("svg").get_attribute("aria-label").unwrap();
    assert!(label.contains("Many points"));
    chart.drawn_for_screen().await;
    for id in [111, 2333, 4777] {
        let pixel = chart.pixel(chart.middle(id));
        assert!(is_point(pixel, LIGHT.hue(2)), "point {id}: {pixel:?}");
    }
    assert_eq!(chart.pixel((1.0, 1.0))[3], 0, "paper shows through");
    let tile = chart.one::<HtmlCanvasElement>("canvas");
    let ratio = window().device_pixel_ratio();
    assert_eq!(tile.width(), (f64::from(WIDTH) * ratio).round() as u32, "as sharp as the screen");
}

#[wasm_bindgen_test]
async fn what_is_under_way_is_hatched_on_canvas() {
    let chart = Shown::new(points("hatched")).await;
    chart.drawn_for_screen().await;
    let (x, y) = chart.middle(2335);
    let around = (-4..=4).flat_map(|dx| (-4..=4).map(move |dy| (dx, dy)));
    let pixels: Vec<[u8; 4]> = around
        .map(|(dx, dy)| chart.pixel((x + f64::from(dx) / 2.0, y + f64::from(dy) / 2.0)))
        .collect();
    assert!(pixels.iter().any(|pixel| near(*pixel, LIGHT.hue(2))), "lines: {pixels:?}");
    assert!(pixels.iter().any(|pixel| near(*pixel, LIGHT.paper)), "between them: {pixels:?}");
}

#[wasm_bindgen_test]
async fn the_mark_under_the_pointer_tells_its_text_and_opens() {
    let chart = Shown::new(points("hover")).await;
    chart.point("pointermove", chart.middle(3333));
    eventually(|| chart.place.query_selector(".tip").unwrap().is_some()).await;
    assert_eq!(chart.tip(), "point 3333");
    let ring = chart.one::<Element>("#hover-mark-3333");
    assert!(ring.class_list().contains("mark-shown"));
    chart.point("pointerup", chart.middle(3333));
    assert_eq!(chart.opened.get_untracked(), Some(3333));
}

#[wasm_bindgen_test]
async fn the_keyboard_walks_marks_on_canvas_too() {
    let chart = Shown::new(points("walk")).await;
    let order = chart.scene.data_order();
    let stop = chart.one::<HtmlElement>("[role=button][tabindex='0']");
    assert_eq!(stop.id(), format!("walk-mark-{}", order[0]));
    stop.focus().unwrap();
    for (key, at) in
        [("ArrowRight", 1), ("ArrowDown", 2), ("ArrowLeft", 1), ("End", 4999), ("Home", 0)]
    {
        press(&document().active_element().unwrap(), key);
        let id = format!("walk-mark-{}", order[at]);
        eventually(|| document().active_element().unwrap().id() == id).await;
        sleep(20).await;
        let now = document().active_element().unwrap();
        assert_eq!(now.id(), id, "{key}");
        assert_eq!(chart.all::<Element>("[role=button][tabindex='0']").len(), 1, "one tab stop");
        assert_eq!(now.get_attribute("aria-label").unwrap(), format!("point {}", order[at]));
        assert_eq!(chart.tip(), format!("point {}", order[at]));
    }
    // Pressed faster than the page draws, none is lost.
    for _ in 0..5 {
        press(&document().active_element().unwrap(), "ArrowRight");
    }
    let id = format!("walk-mark-{}", order[5]);
    eventually(|| document().active_element().unwrap().id() == id).await;
    let now = document().active_element().unwrap();
    let styles = window().get_computed_style(&now.first_element_child().unwrap()).unwrap().unwrap();
    assert!(!styles.get_property_value("stroke").unwrap().is_empty());
    press(&now, "Enter");
    assert_eq!(chart.opened.get_untracked(), Some(order[5]));
    now.unchecked_ref::<HtmlElement>().blur().unwrap();
    eventually(|| chart.all::<Element>("[role=button]").len() == 1).await;
    let stop = chart.one::<HtmlElement>("[role=button][tabindex='0']");
    assert_eq!(stop.id(), format!("walk-mark-{}", order[0]), "the first is the way in again");
}

#[wasm_bindgen_test]
async fn another_theme_or_width_draws_anew() {
    let chart = Shown::new(points("theme")).await;
    chart.drawn_for_screen().await;
    let is = |theme: &Theme| is_point(chart.pixel(chart.middle(2333)), theme.hue(2));
    assert!(is(&LIGHT) && !is(&DARK));
    set_theme("dark");
    eventually(|| is(&DARK)).await;
    chart.place.set_attribute("style", "width: 500px").unwrap();
    chart.drawn(500.0 * window().device_pixel_ratio()).await;
}

#[wasm_bindgen_test]
async fn what_is_out_of_sight_is_not_drawn() {
    let chart = Shown::new(rows("tall", 2500)).await;
    let tiles = chart.all::<HtmlCanvasElement>("canvas");
    assert!(chart.scene.height > 40_000.0 && tiles.len() > 80);
    chart.drawn_for_screen().await;
    assert_eq!(tiles[60].width(), 0);
    tiles[60].scroll_into_view();
    eventually(|| tiles[60].width() > 0 && tiles[0].width() == 0).await;
    window().scroll_to_with_x_and_y(0.0, 0.0);
    chart.drawn_for_screen().await;
    chart.place.set_attribute("style", "display: none").unwrap();
    let all = || chart.all::<HtmlCanvasElement>("canvas");
    eventually(|| all().iter().all(|tile| tile.width() == 0)).await;
}

#[wasm_bindgen_test]
async fn paper_gets_every_stretch_sharp_and_in_its_own_colours() {
    let chart = Shown::new(points("paper")).await;
    set_theme("dark");
    chart.drawn_for_screen().await;
    window().dispatch_event(&Event::new("beforeprint").unwrap()).unwrap();
    // At once: the browser does not wait.
    let tiles = chart.all::<HtmlCanvasElement>("canvas");
    assert!(tiles.iter().all(|tile| tile.width() == 4 * WIDTH));
    let pixel = chart.pixel(chart.middle(2333));
    assert!(is_point(pixel, LIGHT.hue(2)), "{pixel:?}");
    window().dispatch_event(&Event::new("afterprint").unwrap()).unwrap();
    chart.drawn_for_screen().await;
    assert!(is_point(chart.pixel(chart.middle(2333)), DARK.hue(2)));
}
