//! What stands for one of a count: a person, a house, a rounded square.

use serde::{Deserialize, Serialize};

use super::node::PathStep::{self, Close, Curve, Line, Move};

/// The symbol of a count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Symbol {
    /// A rounded square, which fits anything.
    #[default]
    Square,
    /// A house: schools, homes.
    House,
    /// A person.
    Person,
}

/// Side of the grid that the outlines are drawn on.
const GRID: f64 = 24.0;

const SQUARE: &[PathStep] = &[
    Move(5.0, 1.0),
    Line(19.0, 1.0),
    Curve([(21.5, 1.0), (23.0, 2.5), (23.0, 5.0)]),
    Line(23.0, 19.0),
    Curve([(23.0, 21.5), (21.5, 23.0), (19.0, 23.0)]),
    Line(5.0, 23.0),
    Curve([(2.5, 23.0), (1.0, 21.5), (1.0, 19.0)]),
    Line(1.0, 5.0),
    Curve([(1.0, 2.5), (2.5, 1.0), (5.0, 1.0)]),
    Close,
];

const HOUSE: &[PathStep] = &[
    Move(12.0, 1.5),
    Line(1.0, 8.5),
    Line(1.0, 23.0),
    Line(8.5, 23.0),
    Line(8.5, 16.0),
    Line(15.5, 16.0),
    Line(15.5, 23.0),
    Line(23.0, 23.0),
    Line(23.0, 8.5),
    Close,
];

const PERSON: &[PathStep] = &[
    Move(12.0, 1.0),
    Curve([(17.5, 1.0), (17.5, 9.5), (12.0, 9.5)]),
    Curve([(6.5, 9.5), (6.5, 1.0), (12.0, 1.0)]),
    Close,
    Move(4.5, 23.0),
    Line(4.5, 17.0),
    Curve([(4.5, 9.5), (19.5, 9.5), (19.5, 17.0)]),
    Line(19.5, 23.0),
    Close,
];

impl Symbol {
    /// Adds the symbol's outline in a square of a side, its upper left corner at a point.
    pub(super) fn add(self, steps: &mut Vec<PathStep>, (x, y): (f64, f64), side: f64) {
        let outline = match self {
            Self::Square => SQUARE,
            Self::House => HOUSE,
            Self::Person => PERSON,
        };
        let scale = side / GRID;
        let place = |(a, b): (f64, f64)| (a.mul_add(scale, x), b.mul_add(scale, y));
        steps.extend(outline.iter().map(|&step| match step {
            Move(a, b) => {
                let (a, b) = place((a, b));
                Move(a, b)
            }
            Line(a, b) => {
                let (a, b) = place((a, b));
                Line(a, b)
            }
            Curve(points) => Curve(points.map(place)),
            Close => Close,
        }));
    }
}
