//! What a reader takes away: the rows on screen in a form of choice and, of a chart, its picture.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Menu;
use crate::base::date::PartialDate;
use crate::browser::download::download;
use crate::browser::{clock, document, intake, link, picture};
use crate::chart::svg::to_svg;
use crate::chart::{Furniture, Scene, furnished, palette};
use crate::export::{Format, Imprint};
use crate::i18n::catalog::{export as m, table};
use crate::i18n::{self, Message};
use crate::plot;
use crate::plot::chart::Plan;
use crate::session::{Export, Exported, Sources};
use crate::state::{Theme, TypeSize, write_link};
use crate::ui::{Explorer, Parcel, Picturing, Receipt, late, use_explorer};
use crate::words::source_line;

/// Pixels of a picture for each of the page's.
const SCALE: f64 = 2.0;

/// A chart of a given width in px, and what stands around it; `None` where there is nothing to draw.
pub type ScenePicture = Callback<f64, Option<(Scene, Furniture)>>;

/// Width of a picture in px: what a page of A4 or a column of a report shows well.
const WIDTH: f64 = 960.0;

/// A button with the forms in which what is on screen can be taken away.
#[component]
pub fn ExportMenu(
    /// Id, unique on the page.
    #[prop(into)]
    id: String,
    /// The chart. Default: only data can be taken away.
    #[prop(optional, into)]
    picture: Option<ScenePicture>,
) -> impl IntoView {
    let explorer = use_explorer();
    let open = RwSignal::new(false);
    let told = RwSignal::new(String::new());
    let own = StoredValue::new(id.clone());
    let picturing = picture.map(|picture| {
        let draw = move |(as_png, receipt)| draw(explorer, picture, as_png, receipt);
        Callback::new(draw)
    });
    explorer.picturing.set_value(picturing);
    // What was said holds until the reader goes on.
    Effect::new(move |_| {
        drop(explorer.state());
        told.set(String::new());
    });
    view! {
        <Menu id=id label=m::DOWNLOAD testid="export" open=open>
            {move || open.get().then(|| late(move || panel(Taking { explorer, id: own, open, told }, picturing)))}
        </Menu>
        <p class="told" role="status" data-testid="export-told">{told}</p>
    }
}

/// A menu that something is taken from; cheap to copy.
#[derive(Clone, Copy)]
struct Taking {
    explorer: Explorer,
    id: StoredValue<String>,
    open: RwSignal<bool>,
    told: RwSignal<String>,
}

impl Taking {
    /// Closes the menu, says that work is under way, and gives what hands the file over and says so.
    fn begin(self, not_made: Message) -> Receipt {
        document::focus(&format!("{}-summary", self.id.get_value()));
        self.open.set(false);
        let lang = self.explorer.lang.get_untracked();
        self.told.set(m::WORKING.get(lang).to_owned());
        Rc::new(move |parcel: Option<Parcel>| {
            let told = match parcel {
                Some(Parcel { name, media_type, bytes, done }) => {
                    let failed = |_| table::EXPORT_FAILED.get(lang).to_owned();
                    download(&name, media_type, &bytes).map_or_else(failed, |()| done)
                }
                None => not_made.get(lang).to_owned(),
            };
            // The reader may have left the view meanwhile.
            self.told.try_set(told);
        })
    }

    fn data(self, format: Format) {
        // Why it was not made stands above the view.
        let receipt = self.begin(table::EXPORT_NOT_MADE);
        let explorer = self.explorer;
        exported(explorer, format, move |made| {
            receipt(made.map(|made| parcel_of(explorer, format, made)));
        });
    }

    fn picture(self, picturing: Picturing, as_png: bool) {
        picturing.run((as_png, self.begin(m::PICTURE_FAILED)));
    }
}

/// Has the rows on screen put into a form.
pub fn exported(explorer: Explorer, format: Format, then: impl FnOnce(Option<Exported>) + 'static) {
    let export = Export {
        filter: explorer.filter.get_untracked(),
        options: explorer.options.with_untracked(|o| o.table.clone()),
        format,
        imprint: imprint(explorer),
        lang: explorer.lang.get_untracked(),
    };
    explorer.fetch(export, then);
}

/// What was put into a form, as a file.
pub fn parcel_of(explorer: Explorer, format: Format, made: Exported) -> Parcel {
    let Exported { rows, left_out, bytes } = made;
    let lang = explorer.lang.get_untracked();
    let name = format.file_name(lang);
    let told = if left_out == 0 { table::EXPORTED } else { table::EXPORTED_PART };
    let done = told.count(lang, rows, &[("file", name)]);
    Parcel { name: name.to_owned(), media_type: format.media_type(), bytes, done }
}

/// Makes a file of a chart, with what stands around it.
#[inline(never)] // Not in the first view.
fn draw(explorer: Explorer, picture: ScenePicture, as_png: bool, receipt: Receipt) {
    let lang = explorer.lang.get_untracked();
    // The view that had it may be gone.
    let Some((scene, around)) = untrack(|| picture.try_run(WIDTH)).flatten() else {
        return receipt(None);
    };
    let Imprint { link, .. } = imprint(explorer);
    let made = m::PICTURE_MADE.fill(lang, &[("date", &i18n::date(today(), lang))]);
    let scene = furnished(&scene, &Furniture { made, link, ..around });
    // Paper is white, whatever the page looks like.
    let svg = to_svg(&scene, &palette::LIGHT);
    let stem = m::FILE_PICTURE.fill(lang, &[("title", &file_stem(&scene.title))]);
    let parcel = move |ending: &str, media_type, bytes| {
        let name = format!("{stem}.{ending}");
        let done = m::PICTURE_DONE.fill(lang, &[("file", &name)]);
        Parcel { name, media_type, bytes, done }
    };
    if !as_png {
        return receipt(Some(parcel("svg", "image/svg+xml", svg.into_bytes())));
    }
    spawn_local(async move {
        let bytes = picture::png(&svg, (scene.width, scene.height), SCALE).await.ok();
        receipt(bytes.map(|bytes| parcel("png", "image/png", bytes)));
    });
}

/// The reader's own file that the rows are of, as a source; `None` of the page's own data.
pub fn source_of_file(explorer: Explorer) -> Option<String> {
    let file = explorer.state_untracked().table?.name;
    Some(source_line(&[(file, None)], explorer.lang.get_untracked()))
}

/// Where the figures of the selection come from, in a line; empty where that cannot be told at once.
pub fn source_of_selection(explorer: Explorer) -> String {
    if let Some(file) = source_of_file(explorer) {
        return file;
    }
    let (filter, lang) = (explorer.filter.get_untracked(), explorer.lang.get_untracked());
    let releases = explorer.ask_now(&Sources { filter: Some(filter), lang }).unwrap_or_default();
    let releases: Vec<_> = releases.into_iter().map(|r| (r.title, r.date)).collect();
    source_line(&releases, lang)
}

/// What stands around a chart of this plan in a picture.
pub fn around(explorer: Explorer, plan: &Plan) -> Furniture {
    let lang = explorer.lang.get_untracked();
    let topics = plot::picture::topics(&explorer.table(), lang);
    plot::picture::of_chart(plan, &topics, &source_of_selection(explorer), lang)
}

/// A title as a part of a file name: without the signs that some system forbids.
fn file_stem(title: &str) -> String {
    let forbidden = |c: char| c.is_whitespace() || c.is_control() || "/\\:*?\"<>|,.".contains(c);
    let parts = title.split(forbidden).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("-")
}

/// When this is, and where others find what is on screen.
pub fn imprint(explorer: Explorer) -> Imprint {
    let mut state = explorer.state_untracked().full();
    // How the page looks is no part of what it shows.
    (state.theme, state.type_size, state.care) = (Theme::Auto, TypeSize::Normal, false);
    let link = match (explorer.is_of_page(), intake::linked()) {
        (true, _) => link::address_of_page(&write_link(&state)),
        (false, Some(_)) => link::address(&write_link(&state)),
        // A table that only this reader has.
        (false, None) => String::new(),
    };
    // The folder of a page opened from a disk says nothing to others, and is nobody else's business.
    let link = if link.starts_with("http") { link } else { String::new() };
    Imprint { made: today().to_string(), link }
}

/// What day it is.
pub fn today() -> PartialDate {
    let (year, month, day) = clock::today();
    PartialDate::Day(year, month, day)
}

fn panel(taking: Taking, picturing: Option<Picturing>) -> AnyView {
    let explorer = taking.explorer;
    let item = move |testid: String, name: Message, hint: Message, take: Callback<()>| {
        view! {
            <li>
                <button type="button" class="export-item" data-testid=testid on:click=move |_| take.run(())>
                    <span>{explorer.t(name)}</span>
                    <small>{explorer.t(hint)}</small>
                </button>
            </li>
        }
    };
    let data = Format::ALL.iter().map(|&format| {
        let (name, hint) = words(format);
        let take = Callback::new(move |()| taking.data(format));
        item(format!("export-{}", format.id()), name, hint, take)
    });
    let pictures = picturing.map(|picturing| {
        let item = move |id: &str, name, hint, as_png| {
            let take = Callback::new(move |()| taking.picture(picturing, as_png));
            item(format!("export-{id}"), name, hint, take)
        };
        view! {
            <p class="export-kind">{explorer.t(m::PICTURE)}</p>
            <ul class="export-items" aria-label=explorer.t(m::PICTURE)>
                {item("png", m::PNG, m::PNG_HINT, true)}
                {item("svg", m::SVG, m::SVG_HINT, false)}
            </ul>
        }
    });
    view! {
        {pictures}
        <p class="export-kind">{explorer.t(m::DATA)}</p>
        <ul class="export-items" aria-label=explorer.t(m::DATA)>{data.collect_view()}</ul>
    }
    .into_any()
}

const fn words(format: Format) -> (Message, Message) {
    match format {
        Format::Workbook => (m::WORKBOOK, m::WORKBOOK_HINT),
        Format::Csv => (m::CSV, m::CSV_HINT),
        Format::PlainCsv => (m::PLAIN_CSV, m::PLAIN_CSV_HINT),
        Format::Json => (m::JSON, m::JSON_HINT),
        Format::Csvw => (m::CSVW, m::CSVW_HINT),
        Format::Package => (m::PACKAGE, m::PACKAGE_HINT),
    }
}
