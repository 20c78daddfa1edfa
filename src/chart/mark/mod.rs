//! Marks, one a file: each plans its space for a width, then draws into it.

pub(crate) mod bar;
pub(crate) mod density;
pub(crate) mod dot;
pub(crate) mod end_label;
pub(crate) mod figure;
pub(crate) mod label_stack;
pub(crate) mod line;
pub(crate) mod matrix;
pub(crate) mod mirror;
pub(crate) mod presence;
pub(crate) mod row_context;
pub(crate) mod scatter;
pub(crate) mod stack;
pub(crate) mod stage;
pub(crate) mod treemap;
