// What the program is made of: every crate that is compiled in for Windows or Linux, every npm package that the
// window's pages are built from, the fonts. Read from cargo and from the lock files; nothing is looked up
// anywhere else, so that the same sources always give the same list.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const TARGETS = ['x86_64-pc-windows-gnu', 'x86_64-unknown-linux-gnu']
const PROGRAMS = ['gongkai', 'gongkai-cli']

const FONTS = [
  { name: 'Noto Serif SC', version: '0.4.3', licence: 'OFL-1.1', files: ['OFL.txt'] },
  { name: 'Noto Sans SC', version: '0.4.3', licence: 'OFL-1.1', files: ['OFL.txt'] },
  { name: 'Gongkai Kai (LXGW WenKai)', version: '1', licence: 'OFL-1.1', files: ['OFL.txt'] },
  { name: 'Fandol Fang', version: '0.3', licence: 'GPL-3.0-only WITH Font-exception-2.0', files: ['GPL-3-font-exception.txt'] },
]

// What comes along inside a crate or with the compiler.
const OTHERS = [
  { name: 'Rust standard library', version: 'as built with', licence: 'MIT OR Apache-2.0', files: [] },
  { name: 'SQLite', version: 'as in libsqlite3-sys', licence: 'blessing', files: [] },
  { name: 'WebView2Loader.dll (Windows)', version: 'as in webview2-com-sys', licence: 'BSD-3-Clause', files: [] },
]

/** The workspace's version, the one place where it is written. */
export function version() {
  const found = readFileSync('Cargo.toml', 'utf8').match(/^\[workspace\.package\][^[]*?^version = "([^"]+)"/ms)
  if (!found) throw new Error('Cargo.toml names no workspace version')
  return found[1]
}

function metadata(target) {
  const out = execFileSync(
    process.env.CARGO ?? 'cargo',
    ['metadata', '--locked', '--format-version', '1', '--filter-platform', target],
    { maxBuffer: 1 << 28, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  )
  return JSON.parse(out)
}

/** The crates compiled into the programs: what they need at run time, not what builds or tests them. */
function crates(target, sums, found) {
  const { packages, resolve } = metadata(target)
  const byId = new Map(packages.map((one) => [one.id, one]))
  const nodes = new Map(resolve.nodes.map((one) => [one.id, one]))
  const waiting = packages.filter((one) => PROGRAMS.includes(one.name) && one.source === null).map((one) => one.id)
  const seen = new Set()
  while (waiting.length > 0) {
    const id = waiting.pop()
    if (seen.has(id)) continue
    seen.add(id)
    const one = byId.get(id)
    if (one.source !== null) found.set(`${one.name} ${one.version}`, crate(one, sums))
    for (const dep of nodes.get(id).deps) {
      if (dep.dep_kinds.some((kind) => kind.kind === null)) waiting.push(dep.pkg)
    }
  }
}

function crate(one, sums) {
  const folder = dirname(one.manifest_path)
  return {
    kind: 'rust',
    name: one.name,
    version: one.version,
    licence: (one.license ?? 'see its files').replaceAll('/', ' OR '),
    authors: one.authors,
    purl: `pkg:cargo/${one.name}@${one.version}`,
    hash: { alg: 'SHA-256', content: sums.get(`${one.name} ${one.version}`) },
    texts: texts(folder),
  }
}

/** The npm packages that end up in the pages: all but those marked for development. */
function packages() {
  const lock = JSON.parse(readFileSync('ui/package-lock.json', 'utf8'))
  const parts = new Map()
  for (const [path, one] of Object.entries(lock.packages)) {
    if (path === '' || one.dev || one.optional || one.devOptional) continue
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    parts.set(`${name} ${one.version}`, {
      kind: 'npm',
      name,
      version: one.version,
      licence: one.license ?? 'see its files',
      authors: [],
      purl: `pkg:npm/${name.replace('@', '%40')}@${one.version}`,
      hash: { alg: 'SHA-512', content: Buffer.from(one.integrity.replace('sha512-', ''), 'base64').toString('hex') },
      texts: texts(join('ui', path)),
    })
  }
  return [...parts.values()]
}

function texts(folder) {
  if (!existsSync(folder)) return []
  const named = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice|unlicense|copyright)/i.test(name))
  return named.sort().flatMap((name) => {
    try {
      return [readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim()]
    } catch {
      return [] // a folder of that name
    }
  })
}

/** Name and version to the checksum that Cargo.lock holds. */
function checksums() {
  const lock = readFileSync('Cargo.lock', 'utf8')
  const one = /^name = "(.+)"\nversion = "(.+)"\nsource = .*\nchecksum = "(.+)"/gm
  return new Map([...lock.matchAll(one)].map(([, name, version, sum]) => [`${name} ${version}`, sum]))
}

function named(kind, list) {
  return list.map(({ files, ...part }) => ({
    kind,
    ...part,
    authors: [],
    purl: `pkg:generic/${encodeURIComponent(part.name)}@${encodeURIComponent(part.version)}`,
    texts: files.map((file) => readFileSync(join('src-tauri/fonts', file), 'utf8').trim()),
  }))
}

/** Every part, in a fixed order: fonts, crates, packages, the rest, each by name. */
export function parts() {
  const found = new Map()
  const sums = checksums()
  for (const target of TARGETS) crates(target, sums, found)
  const order = (a, b) => (a.name === b.name ? (a.version < b.version ? -1 : 1) : a.name < b.name ? -1 : 1)
  return [
    ...named('font', FONTS).sort(order),
    ...[...found.values()].sort(order),
    ...packages().sort(order),
    ...named('other', OTHERS),
  ]
}
