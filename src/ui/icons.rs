//! Pictograms, drawn for this project on a 24 px grid: lines only, in the colour of the text around them.

use leptos::prelude::*;

use crate::chart::pictogram;

/// A pictogram of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Magnifying glass.
    Search,
    /// Cross.
    Close,
    /// Funnel.
    Filter,
    /// Triangle to the right.
    Play,
    /// Two bars.
    Pause,
    /// Chevron to the right.
    Next,
    /// Chevron to the left.
    Back,
    /// Plus.
    Plus,
    /// Minus.
    Minus,
    /// Arrow into a tray.
    Download,
    /// Half-filled circle.
    Theme,
    /// Two sheets.
    Copy,
    /// Chain links.
    Link,
    /// Angle brackets.
    Embed,
    /// Three lines.
    Menu,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Search => "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13M15.5 15.5L20 20",
            Self::Close => "M6 6L18 18M18 6L6 18",
            Self::Filter => "M4 6H20M7 12H17M10 18H14",
            Self::Play => "M8 5L19 12L8 19Z",
            Self::Pause => "M8 5V19M16 5V19",
            Self::Next => "M9 5L16 12L9 19",
            Self::Back => "M15 5L8 12L15 19",
            Self::Plus => "M12 5V19M5 12H19",
            Self::Minus => "M5 12H19",
            Self::Download => "M12 4V14M8 11L12 15L16 11M5 19H19",
            Self::Theme => {
                "M12 4a8 8 0 1 0 0 16a8 8 0 0 0 0-16M12 4V20M12 8L18.5 7.5M12 12H20M12 16L18.5 16.5"
            }
            Self::Copy => "M9 9H19V20H9ZM15 9V4H5V15H9",
            Self::Menu => "M4 7H20M4 12H20M4 17H20",
            Self::Embed => "M8 7L3 12L8 17M16 7L21 12L16 17",
            Self::Link => {
                "M10 14L14 10M9 11L6.5 13.5a3 3 0 0 0 4 4L13 15M15 13L17.5 10.5a3 3 0 0 0-4-4L11 9"
            }
        }
    }
}

/// Draws an icon beside a text that says the same; it is silent itself.
#[component]
pub fn Icon(
    /// Which one.
    icon: Icon,
) -> impl IntoView {
    drawing(icon.path(), "icon")
}

/// A domain's pictogram, its second sign besides colour; domains of other datasets have a plain disc.
#[component]
pub fn DomainIcon(
    /// Id of the domain.
    #[prop(into)]
    id: String,
    /// Its hue.
    hue: u8,
) -> impl IntoView {
    let path = pictogram::of_topic(&id);
    drawing(path, &format!("icon domain-icon stroke-hue-{hue}"))
}

fn drawing(path: &'static str, class: &str) -> impl IntoView + use<> {
    view! {
        <svg class=class.to_owned() viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
            <path d=path />
        </svg>
    }
}
