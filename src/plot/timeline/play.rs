//! Playing through time: where the playhead stands when.

use super::window::Window;
use crate::base::date::Day;

/// How fast time is played.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Speed {
    /// Half a minute for the whole window.
    Slow,
    /// A quarter of a minute.
    #[default]
    Normal,
    /// Some seconds.
    Fast,
}

impl Speed {
    /// Every speed, the slowest first.
    pub const ALL: [Self; 3] = [Self::Slow, Self::Normal, Self::Fast];

    /// Milliseconds from one end of the window to the other.
    const fn duration(self) -> f64 {
        match self {
            Self::Slow => 30_000.0,
            Self::Normal => 15_000.0,
            Self::Fast => 6_000.0,
        }
    }
}

/// A run of the playhead. Its place follows from the clock alone, so late or lost ticks cause no drift.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run {
    window: Window,
    from: Day,
    speed: Speed,
    began: f64,
}

impl Run {
    /// A run that begins at the playhead, or at the window's start where there is none.
    #[must_use]
    pub fn new(window: Window, playhead: Option<Day>, speed: Speed, now: f64) -> Self {
        let from = playhead.unwrap_or(window.0).clamp(window.0, window.1);
        Self { window, from, speed, began: now }
    }

    /// Where the playhead stands at a time of the clock, in milliseconds; `None` once it has reached the end.
    #[must_use]
    pub fn at(&self, now: f64) -> Option<Day> {
        let share = ((now - self.began) / self.speed.duration()).max(0.0);
        let day = f64::from(self.from) + share * f64::from(self.window.1 - self.window.0);
        (day < f64::from(self.window.1)).then_some(day as Day)
    }
}
