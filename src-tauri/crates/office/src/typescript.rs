//! The front end's client types, written from the declared commands. A test compares them with the
//! committed file.

use std::collections::BTreeMap;

use ts_rs::{Config, TS, TypeVisitor};

use crate::declare::Declared;

/// The types that commands are made of, by name.
#[derive(Default)]
pub struct Types {
    config: Config,
    declarations: BTreeMap<String, String>,
}

impl Types {
    /// An empty collection; whole numbers of any size are `number` in TypeScript.
    pub fn new() -> Self {
        Self { config: Config::new().with_large_int("number"), declarations: BTreeMap::new() }
    }

    /// A type's name, after gathering it and all it is made of.
    pub fn name_of<T: TS + 'static>(&mut self) -> String {
        self.visit::<T>();
        T::name(&self.config)
    }

    /// Gathers a type that no command names.
    pub fn add<T: TS + 'static>(&mut self) {
        self.visit::<T>();
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() {
            let name = T::ident(&self.config);
            if self.declarations.contains_key(&name) {
                return;
            }
            self.declarations.insert(name, format!("export {}", T::decl(&self.config)));
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// The client file: every type, and the commands with their requests and responses.
pub fn client(types: &Types, commands: &[Declared]) -> String {
    let mut out = String::from(
        "// Written from the program's own types by `cargo test --test client`; do not edit.\n/* eslint-disable */\n\n",
    );
    for declaration in types.declarations.values() {
        out.push_str(declaration);
        out.push_str("\n\n");
    }
    // Rust's two aliases, which its types are written without.
    out.push_str(
        "export type Values = LedgerRecord['values']\n\nexport type Filter = RecordQuery['filter']\n\n",
    );
    out.push_str("export interface Commands {\n");
    for command in commands {
        out.push_str(&format!(
            "  '{}': {{ request: {}; response: {} }}\n",
            command.name, command.request, command.response
        ));
    }
    out.push_str("}\n");
    out
}
