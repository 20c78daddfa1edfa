//! The dialog that gives the code by which a page of others shows the view in force, with a preview.

use std::rc::Rc;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::title;
use crate::base::lang::Lang;
use crate::browser::worker::Source;
use crate::browser::{document, intake, link};
use crate::export::{Embedding, FALLBACK_HEIGHT};
use crate::i18n::Message;
use crate::i18n::catalog::embed as m;
use crate::i18n::catalog::shell::{NATIVE_NAME, OTHER_LANGUAGE, THEME_DARK, THEME_LIGHT};
use crate::state::{Theme, write_link};
use crate::ui::components::{CopyButton, DownloadButton};
use crate::ui::{Explorer, Icon, Parcel, Receipt, late, use_explorer};

/// Id of the dialog's heading.
const TITLE: &str = "embed-title";

/// What makes frames as high as their content, beside the page.
const FRAME_SCRIPT: &str = "./embed/frame.js";

/// Sizes that can be chosen, in px.
const SIZES: (u32, u32) = (200, 8000);

/// Width in px that is offered first where one is fixed.
const WIDTH: u32 = 800;

/// Opens the dialog.
#[component]
pub(super) fn EmbedButton() -> impl IntoView {
    let explorer = use_explorer();
    let open = RwSignal::new(false);
    view! {
        <span class="copy">
            <button type="button" class="quiet" aria-haspopup="dialog" data-testid="embed-open" on:click=move |_| open.set(true)>
                <Icon icon=Icon::Embed />
                <span>{explorer.t(m::OPEN)}</span>
            </button>
        </span>
        {move || open.get().then(|| late(move || view! { <EmbedDialog open=open /> }.into_any()))}
    }
}

/// What a reader chooses about the frame; cheap to copy.
#[derive(Clone, Copy)]
struct Choices {
    is_wide: RwSignal<bool>,
    width: RwSignal<String>,
    is_high: RwSignal<bool>,
    height: RwSignal<String>,
    header: RwSignal<bool>,
    lang: RwSignal<Option<Lang>>,
    theme: RwSignal<Theme>,
}

/// The address at which others can have the page.
#[derive(Clone)]
struct PageAddress {
    page: String,
    data: Option<String>,
    is_file: bool,
}

impl PageAddress {
    /// `None` where what is looked at is only in this browser.
    fn of(explorer: Explorer) -> Option<Self> {
        let (address, data) = match (explorer.is_of_page(), intake::linked()) {
            (true, _) => (link::address_of_page(""), None),
            (false, Some((_, Ok(Source::Address(data))))) => (link::address(""), Some(data)),
            (false, _) => return None,
        };
        let page = address.trim_end_matches('#');
        let is_file = !page.starts_with("http");
        let name = page.rsplit('/').next().unwrap_or_default();
        let page = if is_file { name } else { page }.to_owned();
        Some(Self { page, data, is_file })
    }
}

impl Choices {
    fn new(explorer: Explorer) -> Self {
        Self {
            is_wide: RwSignal::new(true),
            width: RwSignal::new(WIDTH.to_string()),
            is_high: RwSignal::new(true),
            height: RwSignal::new(FALLBACK_HEIGHT.to_string()),
            header: RwSignal::new(false),
            // A page is of one language: readers of others see that of the page around.
            lang: RwSignal::new(Some(explorer.lang.get_untracked())),
            theme: RwSignal::new(explorer.theme.get_untracked()),
        }
    }

    fn embedding(self, explorer: Explorer, place: &PageAddress) -> Embedding {
        let mut state = explorer.state();
        (state.story, state.selection, state.height) = (None, None, None);
        state.embed = !self.header.get();
        (state.lang, state.theme) = (self.lang.get(), self.theme.get());
        Embedding {
            page: place.page.clone(),
            data: place.data.clone(),
            link: write_link(&state),
            title: title::now(explorer, ""),
            width: (!self.is_wide.get()).then(|| size(&self.width.get()).unwrap_or(WIDTH)),
            height: (!self.is_high.get())
                .then(|| size(&self.height.get()).unwrap_or(FALLBACK_HEIGHT)),
            is_file: place.is_file,
        }
    }
}

/// A size that can be chosen.
fn size(text: &str) -> Option<u32> {
    text.trim().parse().ok().filter(|size| (SIZES.0..=SIZES.1).contains(size))
}

/// The dialog, which closes itself by Escape and gives the focus back.
#[component]
fn EmbedDialog(
    /// Whether it is there.
    open: RwSignal<bool>,
) -> impl IntoView {
    let explorer = use_explorer();
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            // Refused where it is open already.
            let _ = dialog.show_modal();
        }
    });
    let close = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let body = match PageAddress::of(explorer) {
        Some(place) => view! { <Body place=place /> }.into_any(),
        None => view! { <p data-testid="embed-own">{explorer.t(m::IS_OWN)}</p> }.into_any(),
    };
    view! {
        <dialog
            node_ref=dialog
            class="embed-dialog"
            aria-labelledby=TITLE
            data-testid="embed-dialog"
            on:close=move |_| open.set(false)
            // Keys are for the dialog: Escape ends no guided tour behind it.
            on:keydown=|event: ev::KeyboardEvent| event.stop_propagation()
        >
            <div class="embed-head">
                <h2 id=TITLE>{explorer.t(m::TITLE)}</h2>
                <button type="button" class="quiet" data-testid="embed-close" aria-label=explorer.t(m::CLOSE) on:click=close>
                    <Icon icon=Icon::Close />
                </button>
            </div>
            {body}
        </dialog>
    }
}

/// Choices, code and preview.
#[component]
fn Body(place: PageAddress) -> impl IntoView {
    let explorer = use_explorer();
    let choices = Choices::new(explorer);
    let (is_file, name) = (place.is_file, place.page.clone());
    let embedding = Memo::new(move |_| choices.embedding(explorer, &place));
    let lead = move || match is_file {
        true => m::IS_FILE.fill(explorer.lang.get(), &[("name", &name)]),
        false => m::LEAD.get(explorer.lang.get()).to_owned(),
    };
    let element = (!is_file).then(|| {
        let code = move || embedding.get().element().unwrap_or_default();
        way("element", (m::ELEMENT, m::ELEMENT_HINT, m::COPY_ELEMENT), code, ())
    });
    let frame = way(
        "frame",
        (m::FRAME, m::FRAME_HINT, m::COPY_FRAME),
        move || embedding.with(Embedding::frame),
        (),
    );
    let picture = (!is_file).then(|| picture_way(explorer, embedding));
    view! {
        <p class="embed-lead" data-testid="embed-lead">{lead}</p>
        <div class="embed-body">
            <div>
                <Looks choices=choices is_file=is_file />
                {element}
                {frame}
                {picture}
            </div>
            <section class="embed-preview">
                <h3>{explorer.t(m::PREVIEW)}</h3>
                <Preview embedding=embedding />
            </section>
        </div>
    }
}

/// A way to embed: what it is called, when to take it, and its code.
fn way(
    id: &'static str,
    (name, hint, copy): (Message, Message, Message),
    code: impl Fn() -> String + Copy + Send + Sync + 'static,
    more: impl IntoView + 'static,
) -> AnyView {
    let explorer = use_explorer();
    let text = Callback::new(move |()| untrack(code));
    let heading = format!("embed-{id}-name");
    view! {
        <section class="embed-code">
            <div class="section-head">
                <h3 id=heading.clone()>{explorer.t(name)}</h3>
                <CopyButton label=copy text=text />
            </div>
            <p class="muted">{explorer.t(hint)}</p>
            {more}
            <textarea readonly rows="5" aria-labelledby=heading data-testid=format!("embed-{id}") prop:value=code></textarea>
        </section>
    }
    .into_any()
}

/// The picture that the view's download gives, and the link around it.
fn picture_way(explorer: Explorer, embedding: Memo<Embedding>) -> AnyView {
    let words = (m::PICTURE, m::PICTURE_HINT, m::COPY_PICTURE);
    let picturing = explorer.picturing.get_value();
    // Without pixels a picture is there at once, and tells what its file is called.
    let file = StoredValue::new(None);
    if let Some(picturing) = picturing {
        let named = |parcel: Parcel| parcel.name.replace(".svg", ".png");
        let receipt: Receipt = Rc::new(move |p: Option<Parcel>| file.set_value(p.map(named)));
        let _ = picturing.try_run((false, receipt));
    }
    let (Some(picturing), Some(name)) = (picturing, file.get_value()) else {
        return view! {
            <section class="embed-code">
                <h3>{explorer.t(m::PICTURE)}</h3>
                <p class="muted" data-testid="embed-picture-none">{explorer.t(m::PICTURE_NONE)}</p>
            </section>
        }
        .into_any();
    };
    let name = StoredValue::new(name);
    let order = Callback::new(move |receipt: Receipt| {
        // The view that draws it stands as long as the dialog over it.
        let _ = picturing.try_run((true, receipt));
    });
    let take =
        view! { <DownloadButton label=m::TAKE_PICTURE order=order testid="embed-take-picture" /> };
    let code = move || name.with_value(|name| embedding.with(|e| e.picture(name)));
    way("picture", words, code, take)
}

/// What can be chosen.
#[component]
fn Looks(choices: Choices, is_file: bool) -> impl IntoView {
    let explorer = use_explorer();
    let langs = [
        (None, m::LANGUAGE_OF_READER),
        (Some(Lang::Zh), NATIVE_NAME),
        (Some(Lang::En), OTHER_LANGUAGE),
    ];
    // Languages are named in themselves.
    let lang_option = move |(lang, name): (Option<Lang>, Message)| {
        let id = lang.map_or("", Lang::id);
        let name = move || if lang.is_some() { name.zh } else { name.get(explorer.lang.get()) };
        view! { <option value=id lang=lang.map(Lang::tag) selected=move || choices.lang.get() == lang>{name}</option> }
    };
    let themes =
        [(Theme::Auto, m::THEME_OF_READER), (Theme::Light, THEME_LIGHT), (Theme::Dark, THEME_DARK)];
    let theme_option = move |(theme, name): (Theme, Message)| {
        view! { <option value=theme.id() selected=move || choices.theme.get() == theme>{explorer.t(name)}</option> }
    };
    view! {
        <fieldset class="embed-looks">
            <legend class="visually-hidden">{explorer.t(m::LOOKS)}</legend>
            <Size name="width" label=m::WIDTH automatic=m::WIDTH_OF_PLACE px=m::WIDTH_PX is_automatic=choices.is_wide text=choices.width usual=WIDTH />
            // Nobody hears how high a page of a folder is.
            {(!is_file).then(|| view! {
                <Size name="height" label=m::HEIGHT automatic=m::HEIGHT_OF_CONTENT px=m::HEIGHT_PX is_automatic=choices.is_high text=choices.height usual=FALLBACK_HEIGHT />
            })}
            <label class="embed-line">
                <span>{explorer.t(m::LANGUAGE)}</span>
                <select data-testid="embed-lang" on:change:target=move |ev| choices.lang.set(Lang::from_id(&ev.target().value()))>
                    {langs.into_iter().map(lang_option).collect_view()}
                </select>
            </label>
            <label class="embed-line">
                <span>{explorer.t(m::THEME)}</span>
                <select data-testid="embed-theme" on:change:target=move |ev| choices.theme.set(Theme::from_id(&ev.target().value()).unwrap_or(Theme::Auto))>
                    {themes.into_iter().map(theme_option).collect_view()}
                </select>
            </label>
            <label class="embed-check">
                <input type="checkbox" data-testid="embed-header" prop:checked=move || choices.header.get() on:change:target=move |ev| choices.header.set(ev.target().checked()) />
                <span>{explorer.t(m::HEADER)}</span>
            </label>
        </fieldset>
    }
}

/// A size: what it is by itself, or so many px.
#[component]
fn Size(
    name: &'static str,
    label: Message,
    automatic: Message,
    px: Message,
    is_automatic: RwSignal<bool>,
    text: RwSignal<String>,
    usual: u32,
) -> impl IntoView {
    let explorer = use_explorer();
    let fault = move || {
        let is_wrong = !is_automatic.get() && text.with(|text| size(text).is_none());
        let (least, most) = (SIZES.0.to_string(), SIZES.1.to_string());
        let values = [("least", &*least), ("most", &*most), ("used", &*usual.to_string())];
        is_wrong.then(|| m::BAD_SIZE.fill(explorer.lang.get(), &values))
    };
    let hint = format!("embed-{name}-hint");
    let described = hint.clone();
    let field = move || {
        let described = described.clone();
        view! {
            <input
                type="text"
                inputmode="numeric"
                class="embed-px"
                aria-label=explorer.t(px)
                aria-describedby=described
                data-testid=format!("embed-{name}-px")
                prop:value=move || text.get()
                on:input:target=move |ev| text.set(ev.target().value())
            />
            <span class="muted" aria-hidden="true">{explorer.t(m::PIXELS)}</span>
        }
    };
    view! {
        <div class="embed-line">
            <label for=format!("embed-{name}")>{explorer.t(label)}</label>
            <span class="embed-size">
                <select id=format!("embed-{name}") data-testid=format!("embed-{name}") on:change:target=move |ev| is_automatic.set(ev.target().value() == "auto")>
                    <option value="auto" selected=move || is_automatic.get()>{explorer.t(automatic)}</option>
                    <option value="px" selected=move || !is_automatic.get()>{explorer.t(m::FIXED)}</option>
                </select>
                {move || (!is_automatic.get()).then(&field)}
            </span>
        </div>
        <p id=hint class="error" role="status">{fault}</p>
    }
}

/// The page in a frame, as it will be. A change makes another frame: one that is led elsewhere would leave its steps in
/// the history of this page.
#[component]
fn Preview(embedding: Memo<Embedding>) -> impl IntoView {
    let explorer = use_explorer();
    if !embedding.with_untracked(|e| e.is_file) {
        document::run_script(&link::beside(FRAME_SCRIPT));
    }
    let frame = move |embedding: Embedding| {
        let width = embedding.width.map_or_else(|| "100%".to_owned(), |px| px.to_string());
        let height = embedding.height.unwrap_or(FALLBACK_HEIGHT).to_string();
        let follows = embedding.follows().then_some("");
        view! {
            <iframe
                title=explorer.t(m::PREVIEW)
                src=embedding.address()
                width=width
                height=height
                data-minsheng-embed=follows
                data-testid="embed-preview"
            ></iframe>
        }
    };
    view! {
        <div class="embed-stage" tabindex="0" role="region" aria-label=explorer.t(m::PREVIEW)>
            <For each=move || [embedding.get()] key=Clone::clone children=frame />
        </div>
    }
}
