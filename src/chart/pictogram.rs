//! Pictograms of topics, drawn for this project on a 24 px grid: lines only. The page writes their paths as they are;
//! pictures draw them as shapes.

use super::arc;
use super::geometry::Area;
use super::node::{PathStep, Shape};

/// Side of the grid in px.
const GRID: f64 = 24.0;

/// The path of a topic's pictogram, as SVG writes it; topics of other datasets have a plain disc.
#[must_use]
pub fn of_topic(id: &str) -> &'static str {
    match id {
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
    }
}

/// A path of the grid as a shape that fills a square, to be drawn as a line.
#[must_use]
pub fn shape(path: &str, area: Area) -> Shape {
    let scale = area.width / GRID;
    let place = |(x, y): (f64, f64)| (x.mul_add(scale, area.x), y.mul_add(scale, area.y));
    let place = |step| match step {
        PathStep::Move(x, y) => {
            let (x, y) = place((x, y));
            PathStep::Move(x, y)
        }
        PathStep::Line(x, y) => {
            let (x, y) = place((x, y));
            PathStep::Line(x, y)
        }
        PathStep::Curve(points) => PathStep::Curve(points.map(place)),
        PathStep::Close => PathStep::Close,
    };
    Shape::Path(steps(path).into_iter().map(place).collect())
}

/// Reads the commands that pictograms are written with: `M L H V C A a Z`, circular arcs only. Stops where something
/// else stands.
fn steps(path: &str) -> Vec<PathStep> {
    let mut reader = Reader { rest: path };
    let mut steps = Vec::new();
    let (mut here, mut begin) = ((0.0, 0.0), (0.0, 0.0));
    while let Some(command) = reader.command() {
        let Some(next) = reader.step(command, here, begin, &mut steps) else { break };
        here = next;
        if command == 'M' {
            begin = here;
        }
    }
    steps
}

/// What is left of a path.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn command(&mut self) -> Option<char> {
        let rest = self.rest.trim_start_matches([' ', ',']);
        let command = rest.chars().next()?;
        self.rest = rest.get(command.len_utf8()..)?;
        Some(command)
    }

    fn number(&mut self) -> Option<f64> {
        let rest = self.rest.trim_start_matches([' ', ',']);
        let mut dots = 0;
        let end = rest.char_indices().position(|(at, c)| {
            dots += usize::from(c == '.');
            !(c.is_ascii_digit() || (c == '-' && at == 0) || (c == '.' && dots < 2))
        });
        let (number, rest) = rest.split_at(end.unwrap_or(rest.len()));
        self.rest = rest;
        number.parse().ok()
    }

    fn point(&mut self) -> Option<(f64, f64)> {
        Some((self.number()?, self.number()?))
    }

    /// Takes one command's numbers over and gives the point it leads to.
    fn step(
        &mut self,
        command: char,
        here: (f64, f64),
        begin: (f64, f64),
        steps: &mut Vec<PathStep>,
    ) -> Option<(f64, f64)> {
        let to = match command {
            'M' | 'L' => self.point()?,
            'H' => (self.number()?, here.1),
            'V' => (here.0, self.number()?),
            'C' => {
                let points = [self.point()?, self.point()?, self.point()?];
                steps.push(PathStep::Curve(points));
                return Some(points[2]);
            }
            'A' | 'a' => {
                let (radius, _) = self.point()?;
                let (_, large) = (self.number()?, self.number()? != 0.0);
                let sweep = self.number()? != 0.0;
                let (x, y) = self.point()?;
                let to = if command == 'a' { (here.0 + x, here.1 + y) } else { (x, y) };
                steps.extend(arc::between(here, to, radius, large, sweep));
                return Some(to);
            }
            'Z' => {
                steps.push(PathStep::Close);
                return Some(begin);
            }
            _ => return None,
        };
        let step = if command == 'M' { PathStep::Move } else { PathStep::Line };
        steps.push(step(to.0, to.1));
        Some(to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::node::Node;
    use crate::chart::paint::{Paint, Token};

    const TOPICS: [&str; 13] = [
        "education",
        "health",
        "elderly",
        "assistance",
        "employment",
        "housing",
        "environment",
        "culture",
        "infrastructure",
        "safety",
        "poverty",
        "governance",
        "another",
    ];

    #[test]
    fn every_pictogram_is_read_to_its_end_and_stays_on_the_grid() {
        let grid = Area::new(0.0, 0.0, GRID, GRID);
        for topic in TOPICS {
            let path = of_topic(topic);
            let commands = path.chars().filter(char::is_ascii_alphabetic).count();
            let shape = shape(path, grid);
            let Shape::Path(steps) = &shape else { panic!("{topic}") };
            assert!(steps.len() >= commands, "{topic}: {commands} commands, {steps:?}");
            let bounds = Node::new(shape, Paint::line(Token::Ink, 1.0), super::super::Role::Trim);
            assert!(grid.contains(&bounds.bounds(), 1.0), "{topic} {:?}", bounds.bounds());
        }
    }

    #[test]
    fn numbers_may_stand_close() {
        let Shape::Path(steps) = shape("M1-2L.5.5", Area::new(0.0, 0.0, GRID, GRID)) else {
            panic!()
        };
        assert_eq!(steps, [PathStep::Move(1.0, -2.0), PathStep::Line(0.5, 0.5)]);
    }
}
