//! A thread of its own for tables that readers open: the engine's worker, reached through its public interface.
//!
//! The loader (`ui/boot/loader/start.js`) knows where that interface is, beside the page or inside it, and hands it out as
//! `window.minshengEngine()`. What may be asked stands in `embed/js/service.js`.

use std::fmt;

use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::base::failure::Failure;
use crate::base::problem::{Location, Problem, ProblemKind};

/// What a worker could not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkerError {
    /// What kind of thing.
    pub failure: Failure,
    /// What is wrong with the file, where it is that.
    pub problem: Option<Problem>,
    /// What happened, in the program's own words, which are for the console.
    pub message: String,
}

impl WorkerError {
    /// A failure, in the program's own words.
    pub fn new(failure: Failure, message: impl Into<String>) -> Self {
        Self { failure, problem: None, message: message.into() }
    }

    /// Whether the work was given up on purpose, or for a newer question: no reader need be told.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.failure == Failure::Cancelled
    }

    fn from_js(error: &JsValue) -> Self {
        let message = text(error, "message").unwrap_or_else(|| format!("{error:?}"));
        let failure = text(error, "code").and_then(|code| Failure::from_id(&code));
        let problem = Reflect::get(error, &"problem".into()).ok();
        Self {
            failure: failure.unwrap_or(Failure::Internal),
            problem: problem.and_then(|problem| problem_from_js(&problem)),
            message,
        }
    }
}

impl fmt::Display for WorkerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.failure.id(), self.message)
    }
}

/// What is wrong with a file, as the engine hands it out.
fn problem_from_js(problem: &JsValue) -> Option<Problem> {
    let row = Reflect::get(problem, &"row".into()).ok().and_then(|row| row.as_f64());
    let word = |field| text(problem, field).unwrap_or_default();
    // Fewer lines than a float can count.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let row = row.map(|row| row as usize);
    Some(Problem {
        kind: ProblemKind::from_id(&text(problem, "kind")?)?,
        at: Location { table: word("table"), row, column: text(problem, "column") },
        found: word("found"),
        expected: word("expected"),
    })
}

/// How far a worker is.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// Work done, in units of the step: bytes, rows, columns.
    pub done: f64,
    /// Work there is; 0 where nobody knows.
    pub total: f64,
    /// What is being done: `read`, `copy`, `index`.
    pub step: String,
}

/// What a worker is to open.
#[derive(Clone)]
pub enum Source {
    /// A file that the reader chose or dropped. It is read in the worker, piece by piece.
    File(web_sys::File),
    /// Several such files, which are one table as far as their columns are the same.
    Files(Vec<web_sys::File>),
    /// Bytes, such as pasted text, and a name that tells their format.
    Bytes(Vec<u8>, String),
    /// An address of the page's own origin.
    Address(String),
}

/// A table that a worker opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What the explorer starts from, encoded: see `session::wire`.
    pub head: Vec<u8>,
    /// What the columns were read as: an `import::Plan` in JSON.
    pub plan: String,
    /// How the file was read and what else it holds: an `import::Told` in JSON.
    pub told: String,
}

/// How a table is to be read, where that is not left to its file.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reading<'a> {
    /// What its columns are read as: an `import::Plan` in JSON.
    pub plan: Option<&'a str>,
    /// The encoding, the table, what stands between cells, what is joined and the language: an `import::Choices` in JSON.
    pub choices: &'a str,
}

/// A worker. Dropping it ends the worker and frees what it holds.
pub struct Worker {
    client: JsValue,
}

impl Worker {
    /// Starts a worker.
    ///
    /// # Errors
    /// Where the engine cannot be brought, or the browser starts no worker.
    pub async fn start() -> Result<Self, WorkerError> {
        // Whatever else keeps the engine away, it is no fault of the file that it was to read.
        let missing = |error: WorkerError| match error.failure {
            Failure::OldBrowser => error,
            _ => WorkerError::new(Failure::NoEngine, error.message),
        };
        let window =
            super::window().ok_or_else(|| WorkerError::new(Failure::NoEngine, "no window"))?;
        let engine = promised(call(&window, "minshengEngine", &[])).await;
        let engine = engine.map_err(missing)?;
        let client = promised(call(&engine, "connect", &[])).await;
        Ok(Self { client: client.map_err(missing)? })
    }

    /// Opens a table for the explorer. `on_progress` hears how far it is.
    ///
    /// # Errors
    /// Where the source cannot be read, or [`Self::close`] was called meanwhile.
    pub async fn open(
        &self,
        source: Source,
        reading: Reading<'_>,
        on_progress: impl FnMut(Progress) + 'static,
    ) -> Result<Opened, WorkerError> {
        let listener = progress_listener(on_progress);
        let options = object(&[("onProgress", listener.as_ref())]);
        // What is no JSON is nothing that was chosen.
        let chosen = js_sys::JSON::parse(reading.choices).ok().and_then(|it| it.dyn_into().ok());
        let wanted: Object = chosen.unwrap_or_default();
        if let Some(plan) = reading.plan {
            // Setting a property of a fresh object cannot fail.
            let _ = Reflect::set(&wanted, &"plan".into(), &plan.into());
        }
        let body = object(&[("source", &source.to_js()), ("options", &wanted)]);
        let answer = self.request("session", &body, &options).await?;
        let field = |name: &str| Reflect::get(&answer, &name.into()).unwrap_or_default();
        let head = Uint8Array::new(&field("head")).to_vec();
        let word = |name: &str| field(name).as_string().unwrap_or_default();
        Ok(Opened { head, plan: word("plan"), told: word("told") })
    }

    /// Puts a map under the table that is open, or takes it away where there is none; gives the head that the table has
    /// then, encoded. `fitting`: nothing where the table's areas are not on the map, or it came with one.
    ///
    /// # Errors
    /// Where the source cannot be read, is no map, or is one of other areas.
    pub async fn map(
        &self,
        source: Option<Source>,
        lang: &str,
        fitting: bool,
    ) -> Result<Option<Vec<u8>>, WorkerError> {
        let source = source.map_or(JsValue::UNDEFINED, |source| source.to_js());
        let options = object(&[("lang", &lang.into())]);
        let body =
            object(&[("source", &source), ("options", &options), ("fitting", &fitting.into())]);
        let answer = self.request("map", &body, &Object::new().into()).await?;
        let head = Reflect::get(&answer, &"head".into()).unwrap_or_default();
        Ok(head.dyn_into::<Uint8Array>().ok().map(|head| head.to_vec()))
    }

    /// Asks a question, encoded, and gives the encoded answer. A newer question of the same slot takes the place of an
    /// older one, which then fails with `cancelled`.
    ///
    /// # Errors
    /// Where the question was replaced, or the worker cannot answer.
    pub async fn ask(&self, question: &[u8], slot: &str) -> Result<Vec<u8>, WorkerError> {
        let question = Uint8Array::from(question);
        let transfer = Array::of1(&question.buffer());
        let body = object(&[("question", &question)]);
        let options = object(&[("slot", &slot.into()), ("transfer", &transfer)]);
        let answer = self.request("ask", &body, &options).await?;
        Ok(Uint8Array::new(&answer).to_vec())
    }

    /// Ends the worker; whatever is still asked fails with `closed`.
    pub fn close(&self) {
        // Closing twice does nothing, and there is nobody to tell that it failed.
        let _ = call(&self.client, "close", &[]);
    }

    async fn request(
        &self,
        op: &str,
        body: &JsValue,
        options: &JsValue,
    ) -> Result<JsValue, WorkerError> {
        promised(call(&self.client, "request", &[&op.into(), body, options])).await
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.close();
    }
}

impl Source {
    /// What it is called: a file's name, or the end of an address.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::File(file) => file.name(),
            Self::Files(files) => {
                let first = files.first().map(web_sys::File::name).unwrap_or_default();
                format!("{first} +{}", files.len().saturating_sub(1))
            }
            Self::Bytes(_, name) => name.clone(),
            Self::Address(address) => {
                let path = address.split(['?', '#']).next().unwrap_or_default();
                path.rsplit('/').next().unwrap_or_default().to_owned()
            }
        }
    }

    fn to_js(&self) -> JsValue {
        match self {
            Self::File(file) => file_to_js(file),
            Self::Files(files) => {
                let files: Array = files.iter().map(file_to_js).collect();
                object(&[("files", &files)])
            }
            Self::Bytes(bytes, name) => {
                object(&[("bytes", &Uint8Array::from(bytes.as_slice())), ("name", &name.into())])
            }
            Self::Address(address) => object(&[("url", &address.into())]),
        }
    }
}

fn file_to_js(file: &web_sys::File) -> JsValue {
    object(&[("blob", file), ("name", &file.name().into())])
}

/// Calls `on_progress` with the worker's words. It lives as long as JavaScript may call it.
fn progress_listener(
    mut on_progress: impl FnMut(Progress) + 'static,
) -> Closure<dyn FnMut(JsValue)> {
    Closure::new(move |progress: JsValue| {
        let get = |name: &str| Reflect::get(&progress, &name.into()).unwrap_or_default();
        on_progress(Progress {
            done: get("done").as_f64().unwrap_or_default(),
            total: get("total").as_f64().unwrap_or_default(),
            step: get("step").as_string().unwrap_or_default(),
        });
    })
}

fn call(target: &JsValue, method: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(target, &method.into())?.dyn_into()?;
    let arguments: Array = arguments.iter().copied().collect();
    Reflect::apply(&function, target, &arguments)
}

async fn promised(called: Result<JsValue, JsValue>) -> Result<JsValue, WorkerError> {
    let promise = called.map_err(|error| WorkerError::from_js(&error))?;
    JsFuture::from(Promise::resolve(&promise)).await.map_err(|error| WorkerError::from_js(&error))
}

fn text(object: &JsValue, field: &str) -> Option<String> {
    Reflect::get(object, &field.into()).ok()?.as_string()
}

fn object(fields: &[(&str, &JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}
