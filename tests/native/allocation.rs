//! What a piece of work asks of the memory, counted on the thread that does it.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

thread_local! {
    /// Bytes in use since the count began, the most there were, and requests.
    static COUNT: Cell<(isize, isize, usize)> = const { Cell::new((0, 0, 0)) };
}

struct Counting;

#[global_allocator]
static COUNTING: Counting = Counting;

fn count(bytes: isize) {
    // A thread that is ending has no count any more.
    let _ = COUNT.try_with(|count| {
        let (used, most, requests) = count.get();
        let used = used + bytes;
        count.set((used, most.max(used), requests + usize::from(bytes > 0)));
    });
}

// Only the system's own allocator is called, with what it is to be called with.
#[allow(unsafe_code)]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size().cast_signed());
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(layout.size().cast_signed());
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        count(-layout.size().cast_signed());
        unsafe { System.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size.cast_signed() - layout.size().cast_signed());
        unsafe { System.realloc(place, layout, size) }
    }
}

/// What work came to.
pub(crate) struct Cost {
    /// The most bytes that were in use at a time, beyond those in use before.
    pub(crate) peak: usize,
    /// Requests for memory.
    pub(crate) requests: usize,
}

/// Does some work, and tells what it asked for.
pub(crate) fn cost<T>(work: impl FnOnce() -> T) -> (T, Cost) {
    COUNT.with(|count| count.set((0, 0, 0)));
    let done = work();
    let (_, most, requests) = COUNT.with(Cell::get);
    (done, Cost { peak: most.cast_unsigned(), requests })
}

#[test]
fn what_is_held_at_a_time_is_counted_and_what_was_let_go_is_not() {
    let ((), cost) = cost(|| (0..10).for_each(|_| drop(vec![1_u8; 1000])));
    assert_eq!((cost.peak, cost.requests), (1000, 10));
}
