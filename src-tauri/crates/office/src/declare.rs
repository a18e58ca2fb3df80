//! One declaration makes three things of a list of commands: the call by name, the list itself, and
//! the types for the front end. A command that is not declared cannot be called.

/// A command as the front end's client describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// `records.save`
    pub name: &'static str,
    /// TypeScript type of the request.
    pub request: String,
    /// TypeScript type of the response.
    pub response: String,
}

/// Declares commands over a state: `"name" => path::to::handler: Request => Response`.
///
/// A handler is `fn(&mut State, NaiveDateTime, Request) -> Result<Response, Failure>`. Made are
/// `call(state, now, name, json)`, `names()`, and `declared(types)`, which also gathers every type
/// that the requests and responses are made of.
#[macro_export]
macro_rules! declare_commands {
    ($state:ty; $( $name:literal => $handler:path : $request:ty => $response:ty ),+ $(,)?) => {
        /// Calls a command by its name with a JSON request.
        ///
        /// # Errors
        /// What the command answers; `command.unknown`, `command.request` for a call nobody should make.
        pub fn call(
            state: &mut $state,
            now: chrono::NaiveDateTime,
            name: &str,
            request: serde_json::Value,
        ) -> Result<serde_json::Value, $crate::Failure> {
            match name {
                $( $name => {
                    let request: $request = $crate::declare::read(name, request)?;
                    let response: $response = $handler(state, now, request)?;
                    $crate::declare::write(name, &response)
                } )+
                _ => Err($crate::declare::unknown(name)),
            }
        }

        /// Every command's name.
        pub fn names() -> &'static [&'static str] {
            &[$($name),+]
        }

        /// Every command with its types, which are gathered in `types`.
        pub fn declared(types: &mut $crate::typescript::Types) -> Vec<$crate::declare::Declared> {
            vec![$( $crate::declare::Declared {
                name: $name,
                request: types.name_of::<$request>(),
                response: types.name_of::<$response>(),
            } ),+]
        }
    };
}

/// Reads a request.
///
/// # Errors
/// `command.request`.
pub fn read<T: serde::de::DeserializeOwned>(
    name: &str,
    request: serde_json::Value,
) -> Result<T, crate::Failure> {
    serde_json::from_value(request).map_err(|error| {
        crate::Failure::new(
            "command.request",
            format!("「{name}」收到的内容不对：{error}"),
            "请重新打开程序再试；仍然这样，请把这句话告诉维护人员",
        )
    })
}

/// Writes a response.
///
/// # Errors
/// `command.response`.
pub fn write<T: serde::Serialize>(name: &str, response: &T) -> Result<serde_json::Value, crate::Failure> {
    serde_json::to_value(response).map_err(|error| {
        crate::Failure::new(
            "command.response",
            format!("「{name}」的结果写不出来：{error}"),
            "请重新打开程序再试",
        )
    })
}

/// The failure for a name that is not declared.
pub fn unknown(name: &str) -> crate::Failure {
    crate::Failure::new("command.unknown", format!("没有「{name}」这个功能"), "请确认窗口和程序是同一个版本")
}
