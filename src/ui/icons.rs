//! Pictograms, drawn for this project on a 24 px grid: lines only, in the colour of the text around them.

use leptos::prelude::*;

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
    let path = match id.as_str() {
        "education" => "M3 9L12 5L21 9L12 13ZM7 11V16C9 18 15 18 17 16V11M21 9V15",
        "health" => "M10 4H14V10H20V14H14V20H10V14H4V10H10Z",
        "elderly" => {
            "M10 6a2 2 0 1 0 0-4a2 2 0 0 0 0 4M10 6V14L7 21M10 14L13 21M10 9L14 11L17 10V21"
        }
        "assistance" => {
            "M12 11C9 8 7 7 7 5a2.4 2.4 0 0 1 5-.6A2.4 2.4 0 0 1 17 5C17 7 15 8 12 11M3 15H7L11 17H15M7 20H14L21 15"
        }
        "employment" => "M4 8H20V19H4ZM9 8V5H15V8M4 13H20M12 12V14",
        "housing" => "M4 11L12 4L20 11M6 10V20H18V10M10 20V14H14V20",
        "environment" => {
            "M12 21V11M12 14C6 14 5 9 5 5C10 5 12 8 12 11C12 8 14 6 19 6C19 11 17 14 12 14"
        }
        "culture" => {
            "M5 4H13V11A4 4 0 0 1 5 11ZM13 8H20V14A4 4 0 0 1 12 15M8 8V8.5M10 8V8.5M7 11C8 12 10 12 11 11"
        }
        "infrastructure" => "M9 4L5 20M15 4L19 20M12 5V8M12 11V14M12 17V20",
        "safety" => "M12 3L19 6V12C19 16 16 19 12 21C8 19 5 16 5 12V6ZM9 12L11 14L15 10",
        "poverty" => {
            "M12 21V9M12 12C9 12 8 10 8 8C11 8 12 10 12 12M12 9C15 9 16 7 16 5C13 5 12 7 12 9M12 17C9 17 8 15 8 13M12 17C15 17 16 15 16 13M5 21H19"
        }
        "governance" => "M4 10L12 4L20 10ZM6 10V18M10 10V18M14 10V18M18 10V18M4 20H20",
        _ => "M12 7a5 5 0 1 0 0 10a5 5 0 0 0 0-10",
    };
    drawing(path, &format!("icon domain-icon stroke-hue-{hue}"))
}

fn drawing(path: &'static str, class: &str) -> impl IntoView + use<> {
    view! {
        <svg class=class.to_owned() viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
            <path d=path />
        </svg>
    }
}
