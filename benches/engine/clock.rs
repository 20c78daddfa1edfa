//! Time on the processor, so that what else the machine does at the moment counts less.

use std::time::Instant;

use criterion::Throughput;
use criterion::measurement::{Measurement, ValueFormatter, WallTime};

/// Nanoseconds that the thread has run, where the system tells (Linux); else those on the clock.
pub(crate) struct Processor {
    start: Instant,
}

impl Processor {
    pub(crate) fn new() -> Self {
        Self { start: Instant::now() }
    }

    fn now(&self) -> f64 {
        let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
        let ran = told.and_then(|text| text.split_whitespace().next()?.parse().ok());
        ran.unwrap_or_else(|| self.start.elapsed().as_nanos() as f64)
    }
}

impl Measurement for Processor {
    type Intermediate = f64;
    type Value = f64;

    fn start(&self) -> f64 {
        self.now()
    }

    fn end(&self, start: f64) -> f64 {
        // The system counts in steps; a time of nothing would end the statistics.
        (self.now() - start).max(1.0)
    }

    fn add(&self, a: &f64, b: &f64) -> f64 {
        a + b
    }

    fn zero(&self) -> f64 {
        0.0
    }

    fn to_f64(&self, value: &f64) -> f64 {
        *value
    }

    fn formatter(&self) -> &dyn ValueFormatter {
        &Nanoseconds
    }
}

struct Nanoseconds;

impl ValueFormatter for Nanoseconds {
    fn scale_values(&self, typical: f64, values: &mut [f64]) -> &'static str {
        WallTime.formatter().scale_values(typical, values)
    }

    fn scale_throughputs(
        &self,
        typical: f64,
        per: &Throughput,
        values: &mut [f64],
    ) -> &'static str {
        let Throughput::Elements(rows) = per else {
            return WallTime.formatter().scale_throughputs(typical, per, values);
        };
        values.iter_mut().for_each(|ns| *ns /= *rows as f64);
        "ns/row"
    }

    fn scale_for_machines(&self, values: &mut [f64]) -> &'static str {
        WallTime.formatter().scale_for_machines(values)
    }
}
