//! The focus, where what has it is about to be drawn or moved.

use leptos::task::{spawn_local, tick};

use crate::browser::document::{self, Opener};
use crate::browser::task;

/// Id of the part of the page that holds the views.
pub const CONTENT: &str = "content";

/// Id of the place of the view in force.
pub const VIEW: &str = "view";

/// Brings the head of the view into sight, once it is drawn, where it is above the window.
pub fn land() {
    spawn_local(async {
        tick().await;
        document::reveal_head(VIEW);
    });
}

/// Moves the focus to the element with this id, which is in the page.
pub fn take(id: &str) {
    document::focus(id);
}

/// Moves the focus to the element with this id once what has changed is drawn.
pub fn give_when_drawn(id: String) {
    spawn_local(async move {
        tick().await;
        document::focus(&id);
    });
}

/// Moves the focus to the element with this id once what has changed is drawn, and all of it into sight.
pub fn take_when_drawn(id: String) {
    spawn_local(async move {
        tick().await;
        document::focus_in_place(&id);
        // Browsers leave alone what is half in sight.
        document::reveal_nearest(&id);
    });
}

/// Gives the focus back to what had it, or to the content where that is gone, once what has changed is drawn and nothing
/// of it has taken the focus.
pub fn give_back_when_drawn(opener: Option<Opener>) {
    spawn_local(async move {
        tick().await;
        let given = |opener: &Opener| document::refocus(opener);
        // Rescued, it is at the content.
        let is_free = document::focus_is_lost() || document::has_focus(CONTENT);
        if is_free && !opener.as_ref().is_some_and(given) {
            document::focus_in_place(CONTENT);
        }
    });
}

/// To be called before a change that may take away what has the focus, such as a button that is done with: the focus
/// then goes to the nearest place around it that is still there, or to the content.
pub fn rescue() {
    let around = document::around_focus();
    spawn_local(async move {
        tick().await;
        if document::focus_is_lost() && !document::focus_first(&around) {
            document::focus_in_place(CONTENT);
        }
    });
}

/// How many paints the focus is followed for after all was drawn anew, and for how many of them it waits for what had it.
const FOLLOWED: u8 = 40;
const AWAITED: u8 = 20;

/// To be called before all that is shown is drawn anew, such as for a table that is read otherwise: the focus then goes to
/// what is drawn in place of what had it, to the nearest around that, or to the content.
pub fn carry_over() {
    let way = document::way_of_focus();
    if !way.is_empty() {
        spawn_local(async move {
            tick().await;
            follow(way, FOLLOWED);
        });
    }
}

/// Looks after each paint: some of what is drawn comes with answers of the table, and once more with later ones.
fn follow(way: Vec<String>, left: u8) {
    let near = if left > FOLLOWED - AWAITED { 1 } else { way.len() };
    let is_found = || way.iter().take(near).any(|own| document::focus_found(own));
    let is_somewhere = !document::focus_is_lost() || is_found();
    if left > 0 {
        task::after_paint(move || follow(way, left - 1));
    } else if !is_somewhere {
        document::focus_in_place(CONTENT);
    }
}

/// Carries out a change that may move the element with this id within the page. A moved element loses the focus: it
/// is given back, and nothing scrolls.
pub fn keep(id: String, change: impl FnOnce()) {
    let had_focus = document::has_focus(&id);
    change();
    if had_focus {
        spawn_local(async move {
            tick().await;
            if !document::has_focus(&id) {
                document::focus_in_place(&id);
            }
        });
    }
}
