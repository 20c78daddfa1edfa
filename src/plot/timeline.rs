//! The timeline: lanes, window and playhead.
