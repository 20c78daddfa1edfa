//! What a reader hands over: files dropped or chosen, text pasted, an address in the page's own.

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    ClipboardEvent, DragEvent, Element, Event, FileList, HtmlInputElement, MessageEvent,
    TextDecoder, Url,
};

use super::worker::Source;

/// The keys of the page's address that name data to open, and a map of its areas.
const KEY: &str = "data";
const MAP_KEY: &str = "map";

/// Names the origins, parted by spaces, whose data the page's address may name beside the page's own: for whoever runs the
/// site to write. The policy of the site has to let them be asked, too.
const ALLOWED: &str = "meta[name=minsheng-data-origins]";

/// What pasted tables are called, by whether tabs part their cells.
const PASTED: [&str; 2] = ["pasted.csv", "pasted.tsv"];

/// Whether files are being dragged, and not a text or a link.
#[must_use]
pub fn holds_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|transfer| transfer.types());
    types.is_some_and(|types| types.iter().any(|kind| kind.as_string().as_deref() == Some("Files")))
}

/// Whether a drag leaves the window, and not only one element for another.
#[must_use]
pub fn leaves_window(event: &DragEvent) -> bool {
    event.related_target().is_none()
}

/// What was handed over, by its name, and why it may not be opened.
pub type Handed = (String, Result<Source, Refusal>);

/// The file that was dropped, or the files.
#[must_use]
pub fn dropped(event: &DragEvent) -> Option<Handed> {
    all_of(&event.data_transfer()?.files()?)
}

/// The file that was chosen in a file input, or the files where it lets several be chosen; the input is emptied so that the
/// same can be chosen again.
#[must_use]
pub fn chosen(event: &Event) -> Option<Source> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let handed = input.files().and_then(|files| all_of(&files));
    input.set_value("");
    handed?.1.ok()
}

/// The text of the file that was chosen in a file input, whether UTF-8 or GB 18030 as Chinese offices write it; the
/// input is emptied so that the same can be chosen again. `None` where it cannot be read. Decoded by the browser: the
/// decoder of the table readers is in the engine, which a page of releases does not bring.
pub async fn chosen_text(event: &Event) -> Option<String> {
    let Source::File(file) = chosen(event)? else { return None };
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    match String::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(other) => {
            let decoder = TextDecoder::new_with_label("gb18030").ok()?;
            decoder.decode_with_u8_array(&other.into_bytes()).ok()
        }
    }
}

/// The file, or the files, that the page around this one hands over: `{"type": "minsheng:open", "files": [File]}`.
#[must_use]
pub fn handed(event: &MessageEvent) -> Option<Source> {
    let window = super::window()?;
    let parent = window.parent().ok()??;
    let from_parent = parent != window && event.source()? == *parent.unchecked_ref::<Object>();
    let field = |name: &str| Reflect::get(&event.data(), &name.into()).ok();
    if !from_parent || field("type")?.as_string()? != "minsheng:open" {
        return None;
    }
    let files: Array = field("files")?.dyn_into().ok()?;
    let mut files: Vec<_> = files.iter().filter_map(|file| file.dyn_into().ok()).collect();
    if files.len() > 1 {
        return Some(Source::Files(files));
    }
    files.pop().map(Source::File)
}

/// The file there is, or all of them, by the name of the first.
fn all_of(files: &FileList) -> Option<Handed> {
    let file = files.get(0)?;
    let name = file.name();
    let all = (0..files.length()).filter_map(|at| files.get(at)).collect::<Vec<_>>();
    let source = if all.len() == 1 { Source::File(file) } else { Source::Files(all) };
    Some((name, Ok(source)))
}

/// The table that was pasted into the page: text of several lines, or a file. `None` where the paste is meant for a
/// field.
#[must_use]
pub fn pasted(event: &ClipboardEvent) -> Option<Handed> {
    let target: Option<Element> = event.target().and_then(|t| t.dyn_into().ok());
    let is_field = |e: &Element| {
        matches!(e.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            || e.has_attribute("contenteditable")
    };
    if target.as_ref().is_some_and(is_field) {
        return None;
    }
    let data = event.clipboard_data()?;
    if let Some(handed) = data.files().and_then(|files| all_of(&files)) {
        return Some(handed);
    }
    let text = data.get_data("text/plain").ok()?;
    let is_table = text.trim().lines().count() > 1;
    is_table.then(|| text_source(&text)).map(|source| (source.name(), Ok(source)))
}

/// Pasted text as something to open; spreadsheets part cells by tabs.
#[must_use]
pub fn text_source(text: &str) -> Source {
    let is_tabbed = text.lines().next().is_some_and(|l| l.contains('\t'));
    let name = PASTED[usize::from(is_tabbed)];
    Source::Bytes(text.as_bytes().to_vec(), name.into())
}

/// Whether this is what a pasted table is called.
#[must_use]
pub fn is_pasted(name: &str) -> bool {
    PASTED.contains(&name)
}

/// Why what was handed over, or the data that the page's address names, may not be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is a folder without a file that is read.
    EmptyFolder,
    /// It is no address.
    NoAddress,
    /// It is on another server than the page.
    ElsewhereOrigin,
    /// The page is a file of this machine, which may read no other.
    LocalPage,
}

/// The data that the page's address names, with its address as it stands there; `None` where it names none.
#[must_use]
pub fn linked() -> Option<Handed> {
    named(KEY)
}

/// The map that the page's address names for that data, by the same rules.
#[must_use]
pub fn linked_map() -> Option<Handed> {
    named(MAP_KEY)
}

fn named(key: &str) -> Option<Handed> {
    let location = super::window()?.location();
    let page = Url::new(&location.href().ok()?).ok()?;
    let wanted = page.search_params().get(key).filter(|data| !data.is_empty())?;
    let base = super::document()?.base_uri().ok().flatten().unwrap_or_default();
    let checked = match Url::new_with_base(&wanted, &base) {
        Err(_) => Err(Refusal::NoAddress),
        Ok(_) if page.protocol() == "file:" => Err(Refusal::LocalPage),
        Ok(url) if url.origin() != page.origin() && !is_allowed(&url.origin()) => {
            Err(Refusal::ElsewhereOrigin)
        }
        Ok(url) => Ok(Source::Address(url.href())),
    };
    Some((wanted, checked))
}

/// Whether the site says that data of this origin may be opened.
fn is_allowed(origin: &str) -> bool {
    let meta = super::document().and_then(|d| d.query_selector(ALLOWED).ok().flatten());
    let list = meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default();
    list.split_ascii_whitespace().any(|allowed| allowed == origin)
}
