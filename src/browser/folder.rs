//! A folder that was dropped: the files in it, as browsers hand them out.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File};

use super::intake::{Handed, Refusal};
use super::worker::Source;

/// Files that are taken at most, and folders that are looked into.
const FILES: usize = 500;
const FOLDERS: usize = 200;

/// What was dropped, with a folder in it.
pub struct Dropped {
    name: String,
    entries: Vec<JsValue>,
}

impl Dropped {
    /// What an event brings, where there is a folder among it. Browsers tell so only while the event lasts.
    #[must_use]
    pub fn of(event: &DragEvent) -> Option<Self> {
        let items = Reflect::get(&event.data_transfer()?.into(), &"items".into()).ok()?;
        let count = Reflect::get(&items, &"length".into()).ok()?.as_f64()?;
        let entry = |at: u32| {
            let item = Reflect::get_u32(&items, at).ok()?;
            method(&item, "webkitGetAsEntry", &[]).ok().filter(JsValue::is_object)
        };
        // A list has fewer items than a 32-bit number can count.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let entries: Vec<JsValue> = (0..count as u32).filter_map(entry).collect();
        let folder = entries.iter().find(|entry| is_folder(entry))?;
        Some(Self { name: word(folder, "name"), entries })
    }

    /// The files in it whose names end as one of the list says, which commas part; those within folders by their paths. Beside
    /// them the names of the others.
    pub async fn files(self, endings: &str) -> (Handed, Vec<String>) {
        let mut found: Vec<(String, File)> = Vec::new();
        let mut others: Vec<String> = Vec::new();
        let (mut waiting, mut folders) = (self.entries, 0);
        while let Some(entry) = waiting.pop() {
            if found.len() >= FILES {
                break;
            }
            let path = word(&entry, "fullPath");
            if is_folder(&entry) {
                folders += 1;
                if folders <= FOLDERS {
                    waiting.extend(inside(&entry).await);
                }
            } else if is_own(&path) {
                // A program's own, which nobody put there.
            } else if !is_wanted(&path, endings) {
                others.push(word(&entry, "name"));
            } else if let Some(file) = answered(&entry, "file").await
                && let Ok(file) = file.dyn_into()
            {
                found.push((path, file));
            }
        }
        found.sort_by(|(a, _), (b, _)| a.cmp(b));
        let mut files: Vec<File> = found.into_iter().map(|(_, file)| file).collect();
        let source = match files.len() {
            0 => Err(Refusal::EmptyFolder),
            1 => Ok(Source::File(files.remove(0))),
            _ => Ok(Source::Files(files)),
        };
        others.sort_unstable();
        ((self.name, source), others)
    }
}

/// Whether a file is a program's own, as those are that begin with a dot or `~`.
fn is_own(path: &str) -> bool {
    path.rsplit('/').next().unwrap_or(path).starts_with(['.', '~'])
}

/// Whether a path may be a table's.
fn is_wanted(path: &str, endings: &str) -> bool {
    let lower = path.to_lowercase();
    endings.split(',').any(|ending| lower.ends_with(ending))
}

/// What lies in a folder, which browsers give in parts.
async fn inside(folder: &JsValue) -> Vec<JsValue> {
    let mut found = Vec::new();
    let Ok(reader) = method(folder, "createReader", &[]) else { return found };
    while let Some(part) = answered(&reader, "readEntries").await {
        let part = Array::from(&part);
        if part.length() == 0 || found.len() >= FILES {
            break;
        }
        found.extend(part.iter());
    }
    found
}

/// What a method answers that takes a function for the answer and one for failures.
async fn answered(target: &JsValue, name: &str) -> Option<JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        // A method that cannot be called never answers, so that its promise is refused here.
        if let Err(error) = method(target, name, &[&resolve, &reject]) {
            let _ = reject.call1(&JsValue::UNDEFINED, &error);
        }
    });
    JsFuture::from(promise).await.ok()
}

fn is_folder(entry: &JsValue) -> bool {
    Reflect::get(entry, &"isDirectory".into()).is_ok_and(|is| is.is_truthy())
}

fn word(entry: &JsValue, field: &str) -> String {
    Reflect::get(entry, &field.into()).ok().and_then(|word| word.as_string()).unwrap_or_default()
}

fn method(target: &JsValue, name: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(target, &name.into())?.dyn_into()?;
    Reflect::apply(&function, target, &arguments.iter().copied().collect())
}
