//! Files of what is on screen, made for the page around the explorer.

use std::rc::Rc;

use leptos::prelude::*;

use super::export_menu::{exported, parcel_of};
use crate::browser::host::{self, Take};
use crate::export::Format;
use crate::ui::{Explorer, Parcel, Receipt};

/// Kinds of pictures, and whether they are pixels.
const PICTURES: [(&str, bool); 2] = [("svg", false), ("png", true)];

/// Makes files for the page around, where there is one that asks.
#[inline(never)] // Not in the first view.
pub fn offer_files(explorer: Explorer) {
    host::offer_files(move |kind, take| make(explorer, &kind, take));
}

fn make(explorer: Explorer, kind: &str, take: Take) {
    let picture = PICTURES.iter().find(|(id, _)| *id == kind);
    match (Format::from_id(kind), picture) {
        (Some(format), _) => {
            exported(explorer, format, move |made| {
                hand_over(&take, made.map(|made| parcel_of(explorer, format, made)));
            });
        }
        (None, Some(&(_, as_png))) => {
            let receipt: Receipt = Rc::new(move |parcel| hand_over(&take, parcel));
            // Nobody draws where the view has no picture, or no longer the one it had.
            let picturing = explorer.picturing.get_value();
            if picturing.and_then(|p| p.try_run((as_png, receipt.clone()))).is_none() {
                receipt(None);
            }
        }
        (None, None) => take.refuse(),
    }
}

fn hand_over(take: &Take, parcel: Option<Parcel>) {
    match parcel {
        Some(Parcel { name, media_type, bytes, .. }) => take.give(&name, media_type, &bytes),
        None => take.refuse(),
    }
}
