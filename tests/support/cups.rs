//! A print server of one's own: a CUPS with one queue whose printer is a file, so that what was printed can be
//! held against what was sent. No printer and no setting of this machine is touched.

use std::ffi::OsStr;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const SERVER: &str = "/usr/sbin/cupsd";
const PPD: &str = "/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd";

/// The server, ended when it goes out of scope.
pub struct PrintServer {
    process: Child,
    folder: tempfile::TempDir,
}

impl Drop for PrintServer {
    fn drop(&mut self) {
        // Asked to end, it takes its filters along.
        let _ = Command::new("kill").arg(self.process.id().to_string()).status();
        for _ in 0..30 {
            if matches!(self.process.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl PrintServer {
    /// Starts it with a queue named PDF; `None`, with a message, where CUPS is not here or does not start.
    pub fn start() -> Option<Self> {
        if !Path::new(SERVER).exists() || !Path::new(PPD).exists() {
            eprintln!("skipped: no cupsd with cups-filters here (./scripts/test.sh installs them)");
            return None;
        }
        // Its filters run as a user of their own, who has to come in.
        let permissions = std::fs::Permissions::from_mode(0o755);
        let kept = tempfile::Builder::new().permissions(permissions).tempdir().ok()?;
        let folder = kept.path();
        for name in ["spool", "cache", "state/certs", "log", "ssl"] {
            std::fs::create_dir_all(folder.join(name)).ok()?;
        }
        let at = folder.display();
        let files = format!(
            "ServerRoot {at}\nRequestRoot {at}/spool\nTempDir {at}/spool\nCacheDir {at}/cache\n\
             StateDir {at}/state\nAccessLog {at}/log/access\nErrorLog {at}/log/error\nPageLog {at}/log/page\n\
             ServerKeychain {at}/ssl\nFileDevice Yes\nPrintcap\nSystemGroup root\nSandboxing relaxed\n"
        );
        let open = "Order allow,deny\nAllow all\n";
        let rules = format!(
            "Listen {at}/socket\nBrowsing Off\nWebInterface No\nDefaultAuthType None\n<Location />\n{open}\
             </Location>\n<Policy default>\n<Limit All>\n{open}</Limit>\n</Policy>\n"
        );
        std::fs::write(folder.join("cups-files.conf"), files).ok()?;
        std::fs::write(folder.join("cupsd.conf"), rules).ok()?;
        let process = Command::new(SERVER)
            .args([OsStr::new("-f"), OsStr::new("-c"), folder.join("cupsd.conf").as_os_str()])
            .args([OsStr::new("-s"), folder.join("cups-files.conf").as_os_str()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let server = Self { process, folder: kept };
        let device = format!("file:{}", server.printed().display());
        for _ in 0..50 {
            let added = server.tool("lpadmin", &["-p", "PDF", "-E", "-v", &device, "-P", PPD]);
            if added && server.tool("lpadmin", &["-d", "PDF"]) {
                return Some(server);
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        eprintln!("skipped: cupsd does not start here");
        None
    }

    fn tool(&self, name: &str, arguments: &[&str]) -> bool {
        let run = Command::new(name).args(arguments).env("CUPS_SERVER", self.socket()).output();
        run.is_ok_and(|output| output.status.success())
    }

    /// Where it listens.
    pub fn socket(&self) -> PathBuf {
        self.folder.path().join("socket")
    }

    fn printed(&self) -> PathBuf {
        self.folder.path().join("printed.pdf")
    }

    /// What the queue has printed last, once it is done with it; the next job begins from nothing.
    pub fn take_printed(&self) -> Vec<u8> {
        for _ in 0..300 {
            std::thread::sleep(Duration::from_millis(100));
            let waiting = Command::new("lpstat")
                .args(["-W", "not-completed", "-o"])
                .env("CUPS_SERVER", self.socket())
                .output()
                .is_ok_and(|output| !output.stdout.is_empty());
            let document = std::fs::read(self.printed()).ok().and_then(|bytes| document(&bytes));
            if let Some(document) = document.filter(|_| !waiting) {
                std::fs::remove_file(self.printed()).unwrap();
                return document;
            }
        }
        panic!("the queue has printed nothing");
    }
}

/// The PDF without what is said to the printer around it; `None` while it is not whole.
fn document(bytes: &[u8]) -> Option<Vec<u8>> {
    let find = |wanted: &[u8]| bytes.windows(wanted.len()).position(|window| window == wanted);
    let begin = find(b"%PDF-")?;
    let end = bytes.windows(5).rposition(|window| window == b"%%EOF")? + 5;
    Some(bytes.get(begin..end)?.to_vec())
}
