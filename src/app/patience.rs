//! Says when what is waited for has not moved for long, and leaves it to the reader whether to wait on.

use std::time::Duration;

use leptos::prelude::*;

use crate::base::lang::Lang;
use crate::i18n::Message;
use crate::i18n::catalog::opening as m;

/// How long nothing may move before the reader is asked.
const PATIENCE: Duration = Duration::from_secs(20);

/// Asks whether to wait on or, by `anew`, to begin again, whenever what `moves` reads has stood still for long.
pub(super) fn ask(
    lang: Signal<Lang>,
    moves: Callback<()>,
    anew: Callback<()>,
    anew_words: Message,
) -> AnyView {
    let is_late = RwSignal::new(false);
    let wait = Trigger::new();
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(before) = timer.try_update_value(Option::take).flatten() {
            before.clear();
        }
    };
    Effect::new(move |_| {
        moves.run(());
        wait.track();
        is_late.set(false);
        stop();
        let tell = move || {
            is_late.try_set(true);
        };
        timer.set_value(set_timeout_with_handle(tell, PATIENCE).ok());
    });
    on_cleanup(stop);
    let question = move || {
        view! {
            <p>{move || m::STALLED.get(lang.get())}</p>
            <button type="button" class="quiet" data-testid="wait-on" on:click=move |_| wait.notify()>
                {move || m::WAIT_ON.get(lang.get())}
            </button>
            <button type="button" class="quiet" data-testid="begin-again" on:click=move |_| anew.run(())>
                {move || anew_words.get(lang.get())}
            </button>
        }
    };
    view! {
        <div class="stalled" role="status" data-testid="stalled">
            {move || is_late.get().then(question)}
        </div>
    }
    .into_any()
}
