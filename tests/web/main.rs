//! Component tests: mounted in a real browser by `make test` (wasm-bindgen-test in headless Chromium).
#![cfg(target_arch = "wasm32")]
// Clippy knows only #[test] as a test; here a panic is how a test fails, helpers included.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod canvas;

use std::collections::BTreeMap;

use js_sys::Promise;
use leptos::mount::mount_to;
use leptos::prelude::*;
use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::chart::{Category, ChartSpec, Datum, Extent, Size, compose};
use minsheng_explorer::plot::ChartFormat;
use minsheng_explorer::ui::SceneView;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement, KeyboardEvent, KeyboardEventInit};

wasm_bindgen_test_configure!(run_in_browser);

/// A file of the bundled data package, by its name in the package.
macro_rules! bundled {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../../public/data/", $name)))),+]
    };
}

/// Puts the bundled package into the page the way minsheng.html carries it: the test page has no files beside it.
fn carry_package() {
    let files = BTreeMap::from(bundled![
        "datapackage.json",
        "domains.csv",
        "doubts.csv",
        "headlines.csv",
        "indicators.csv",
        "labels.csv",
        "observations.csv",
        "places.csv",
        "projects.csv",
        "sources.csv",
        "units.csv",
    ]);
    let block = document().create_element("script").unwrap();
    block.set_attribute("type", "application/json").unwrap();
    block.set_attribute("data-minsheng-package", "").unwrap();
    block.set_text_content(Some(&serde_json::to_string(&files).unwrap()));
    document().body().unwrap().append_child(&block).unwrap();
}

/// Stands in for the loader: a build that is not split has its rest from the start, and the page carries its tables in place
/// of a preview.
fn bring_rest() {
    let offer = |name: &str, body: &str| {
        let function = js_sys::Function::new_with_args("now", body);
        js_sys::Reflect::set(&window(), &name.into(), &function).unwrap();
    };
    offer("minshengRest", "return Promise.resolve();");
    offer("minshengPreview", "return Promise.reject();");
}

async fn sleep(milliseconds: i32) {
    let timer = Promise::new(&mut |resolve, _| {
        window()
            .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds)
            .unwrap();
    });
    JsFuture::from(timer).await.unwrap();
}

/// Waits up to ten seconds for an element.
async fn appears(selector: &str) -> bool {
    for _ in 0..500 {
        if document().query_selector(selector).unwrap().is_some() {
            return true;
        }
        sleep(20).await;
    }
    false
}

/// The loader waits for this element before it takes the boot screen away.
#[wasm_bindgen_test]
async fn start_marks_the_root_the_loader_waits_for() {
    carry_package();
    bring_rest();
    minsheng_explorer::app::start();
    assert!(appears("[data-minsheng-root]").await);
}

/// Three bars in English, drawn by no view.
fn bars() -> ChartSpec {
    let bar = |id: u32| Datum {
        id,
        category: id,
        extent: Extent::exact(f64::from(id) + 1.0),
        label: format!("{}", id + 1),
        tip: format!("bar {id}"),
        ..Datum::default()
    };
    let category = |id: u32| Category { name: format!("row {id}"), ..Category::default() };
    ChartSpec {
        prefix: "test".into(),
        title: "Three bars".into(),
        categories: (0..3).map(category).collect(),
        data: (0..3).map(bar).collect(),
        ..ChartSpec::default()
    }
}

fn press(element: &Element, key: &str) {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    element.dispatch_event(&event).unwrap();
}

/// Every mark says what it is, one is a tab stop, arrow keys move on, Enter opens.
#[wasm_bindgen_test]
async fn marks_of_a_chart_are_walked_and_opened_by_keyboard() {
    let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    place.set_attribute("style", "width: 400px").unwrap();
    document().body().unwrap().append_child(&place).unwrap();
    let opened = ArcRwSignal::new(None::<u32>);
    let seen = opened.clone();
    let _mounted = mount_to(place.clone(), move || {
        let format = ChartFormat { lang: Lang::En, unit: String::new() };
        let draw = Callback::new(move |width: f64| compose(&bars(), Size::wide(width), &format));
        let open = Callback::new(move |id: u32| seen.set(Some(id)));
        view! { <SceneView compose=draw open=open /> }
    });
    assert!(appears("#test-mark-0").await);
    let svg = place.query_selector("svg").unwrap().unwrap();
    assert!(svg.get_attribute("aria-label").unwrap().contains("Three bars"));
    let stops = place.query_selector_all("[role=button][tabindex='0']").unwrap();
    assert_eq!(stops.length(), 1, "one tab stop");
    let first = document().get_element_by_id("test-mark-0").unwrap();
    assert_eq!(first.get_attribute("aria-label").unwrap(), "bar 0");
    first.unchecked_ref::<HtmlElement>().focus().unwrap();
    press(&first, "ArrowDown");
    sleep(50).await;
    let now = document().active_element().unwrap();
    assert_eq!(now.id(), "test-mark-1");
    press(&now, "Enter");
    assert_eq!(opened.get_untracked(), Some(1));
}

/// A chart that changes touches what differs: the elements of marks stay, the focus with them, and what has gone is gone.
#[wasm_bindgen_test]
async fn a_chart_that_changes_keeps_the_elements_of_its_marks() {
    let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    place.set_attribute("style", "width: 400px").unwrap();
    document().body().unwrap().append_child(&place).unwrap();
    let spec = ArcRwSignal::new(ChartSpec { prefix: "changing".into(), ..bars() });
    let shown = spec.clone();
    let _mounted = mount_to(place.clone(), move || {
        let format = ChartFormat { lang: Lang::En, unit: String::new() };
        let draw =
            Callback::new(move |width: f64| compose(&shown.get(), Size::wide(width), &format));
        view! { <SceneView compose=draw /> }
    });
    assert!(appears("#changing-mark-2").await);
    let mark = |id: &str| document().get_element_by_id(id);
    let (first, second) = (mark("changing-mark-0").unwrap(), mark("changing-mark-1").unwrap());
    let length = |mark: &Element| mark.first_element_child().unwrap().get_attribute("width");
    let (before, other) = (length(&first), length(&second));
    first.unchecked_ref::<HtmlElement>().focus().unwrap();
    // A longer bar, of which the scale is the longest still.
    spec.update(|spec| {
        spec.data[0].extent = Extent::exact(2.5);
        spec.data[0].tip = "longer".into();
    });
    sleep(50).await;
    assert!(mark("changing-mark-0").unwrap() == first, "the element stays");
    assert_eq!(first.get_attribute("aria-label").unwrap(), "longer");
    assert_ne!(length(&first), before);
    assert_eq!(length(&second), other);
    assert!(document().active_element().unwrap() == first, "and keeps the focus");
    spec.update(|spec| {
        spec.data.truncate(2);
        spec.categories.truncate(2);
    });
    sleep(50).await;
    assert!(mark("changing-mark-2").is_none());
    let stops = place.query_selector_all("[role=button][tabindex='0']").unwrap();
    assert_eq!(stops.length(), 1, "one tab stop");
}
