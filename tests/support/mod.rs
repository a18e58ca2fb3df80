//! The real program in a real window: its own display, its own driver, its own data folder.

#![allow(dead_code)]

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::json;

/// How long anything on screen may take on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(40);

/// A process that is ended, and waited for, when the test is over.
pub struct Running(pub Child);

impl Drop for Running {
    fn drop(&mut self) {
        // The driver takes its browser along only when it is asked to end, not when it is killed.
        let _ = Command::new("kill").arg(self.0.id().to_string()).status();
        for _ in 0..30 {
            if matches!(self.0.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// A display of the size of an office PC's.
pub fn display() -> (Running, String) {
    let mut server = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb is missing: run ./scripts/test.sh, which installs it");
    let mut line = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
    (Running(server), format!(":{}", line.trim()))
}

/// The program in a window, driven.
pub struct Window {
    pub client: Client,
    driver: Running,
    display: String,
    _server: Running,
    pub data: PathBuf,
}

impl Window {
    /// Opens the program on a data folder; the rest of the user's folders lie beside it.
    pub async fn open(data: &Path) -> Self {
        Self::open_with(data, &[]).await
    }

    /// The same with something more in the program's environment.
    pub async fn open_with(data: &Path, environment: &[(&str, PathBuf)]) -> Self {
        let (server, display) = display();
        let port = free_port();
        let home = data.parent().unwrap().join("home");
        std::fs::create_dir_all(&home).unwrap();
        let driver = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("DISPLAY", &display)
            .env("GDK_BACKEND", "x11")
            .env("HOME", &home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .env("LANG", "C.UTF-8")
            .envs(environment.iter().map(|(name, value)| (*name, value)))
            .spawn()
            .expect("WebKitWebDriver is missing: run ./scripts/test.sh, which installs it");
        let driver = Running(driver);
        let end = Instant::now() + PATIENCE;
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < end, "the driver does not answer");
            std::thread::sleep(Duration::from_millis(50));
        }
        let arguments = ["--data".to_owned(), data.display().to_string()];
        let capabilities = json!({
            "webkitgtk:browserOptions": { "binary": env!("CARGO_BIN_EXE_gongkai"), "args": arguments }
        });
        let connector = hyper_util::client::legacy::connect::HttpConnector::new();
        let mut builder = ClientBuilder::new(connector);
        builder.capabilities(capabilities.as_object().unwrap().clone());
        let address = format!("http://127.0.0.1:{port}");
        let client = tokio::time::timeout(PATIENCE, builder.connect(&address))
            .await
            .expect("the window did not open")
            .unwrap();
        Self { client, driver, display, _server: server, data: data.to_owned() }
    }

    /// The element with a test id, once it is there.
    pub async fn find(&self, testid: &str) -> Element {
        let css = format!("[data-testid='{testid}']");
        let found = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(&css)).await;
        match found {
            Ok(element) => element,
            Err(error) => panic!(
                "「{testid}」 is not on screen ({error}); the screen says:\n{}",
                self.text("body").await
            ),
        }
    }

    /// Clicks it. By script, so that a toast passing over it does not matter.
    pub async fn click(&self, testid: &str) {
        let element = self.find(testid).await;
        let element = serde_json::to_value(&element).unwrap();
        self.client.execute("arguments[0].click()", vec![element]).await.unwrap();
    }

    /// Replaces the text of the input with a test id, or of the input inside it.
    pub async fn fill(&self, testid: &str, text: &str) {
        self.find(testid).await;
        let css = format!(
            "[data-testid='{testid}'] input, [data-testid='{testid}'] textarea, input[data-testid='{testid}'], textarea[data-testid='{testid}']"
        );
        let input = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(&css)).await.unwrap();
        input.click().await.unwrap();
        input.clear().await.unwrap();
        input.send_keys(text).await.unwrap();
    }

    /// Goes to a year, forth or back.
    pub async fn choose_year(&self, year: &str) {
        for _ in 0..20 {
            let shown = self.text("[data-testid='year']").await;
            if shown.contains(year) {
                return;
            }
            let later = shown.trim_matches(|c: char| !c.is_ascii_digit()) < year;
            self.click(if later { "year-next" } else { "year-previous" }).await;
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        panic!("{year} is not among the years");
    }

    /// What stands on screen inside a CSS selector. By script: the driver's own answer is empty in tables.
    pub async fn text(&self, css: &str) -> String {
        let script = "const e = document.querySelector(arguments[0]); return e ? e.innerText : ''";
        let answer = self.client.execute(script, vec![json!(css)]).await;
        answer.ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Waits until the text inside a selector satisfies a condition, and returns it.
    pub async fn until(&self, css: &str, wanted: impl Fn(&str) -> bool) -> String {
        let end = Instant::now() + PATIENCE;
        loop {
            let text = self.text(css).await;
            if wanted(&text) {
                return text;
            }
            assert!(Instant::now() < end, "waited in vain in {css}; it says:\n{text}");
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
    }

    /// Puts the cursor at the end of the report's text and types.
    pub async fn type_at_end_of_text(&self, text: &str) {
        let css = "[data-testid='editor'] .ProseMirror, .ProseMirror[data-testid='editor'], .ProseMirror";
        let editor = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(css)).await.unwrap();
        let script = "const e = arguments[0]; e.focus(); const r = document.createRange(); r.selectNodeContents(e.lastElementChild || e); \
                      r.collapse(false); const s = getSelection(); s.removeAllRanges(); s.addRange(r)";
        self.client.execute(script, vec![serde_json::to_value(&editor).unwrap()]).await.unwrap();
        editor.send_keys(text).await.unwrap();
    }

    /// A picture of the display, kept where the test runner keeps its files. Not by the driver: its own
    /// screenshots can hang for ever.
    pub fn picture(&self, name: &str) {
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
        let _ =
            Command::new("import").args(["-display", &self.display, "-window", "root"]).arg(file).status();
    }

    /// Kills the program as a power cut would.
    pub fn kill(self) {
        let data = self.data.display().to_string();
        let status =
            Command::new("pkill").args(["-KILL", "-f", &format!("gongkai --data {data}")]).status().unwrap();
        assert!(status.success(), "the program was not running");
        drop(self.driver);
    }

    /// Ends the session, and the program with it.
    pub async fn close(self) {
        self.client.close().await.unwrap();
    }

    /// Closes the window from inside, as the program itself does after keeping unsaved text.
    pub async fn leave(self) {
        let script = "setTimeout(() => window.__TAURI_INTERNALS__.invoke('plugin:window|destroy', { label: 'main' }), 50)";
        self.client.execute(script, Vec::new()).await.unwrap();
        let running = format!("gongkai --data {}", self.data.display());
        let end = Instant::now() + PATIENCE;
        while Command::new("pgrep").args(["-f", &running]).stdout(Stdio::null()).status().unwrap().success() {
            assert!(Instant::now() < end, "the program did not end");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        drop(self.driver);
    }
}

/// Whether the tools that a window test needs are here.
pub fn can_open_windows() -> bool {
    let present = |tool: &str| {
        let found = std::env::var_os("PATH")
            .is_some_and(|p| std::env::split_paths(&p).any(|d| d.join(tool).exists()));
        if !found {
            eprintln!("skipped: {tool} is not installed (./scripts/test.sh installs it)");
        }
        found
    };
    ["Xvfb", "WebKitWebDriver", "pdftotext"].iter().all(|tool| present(tool))
}
