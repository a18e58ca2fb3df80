// Walks the real window through its pages and saves a picture of each.
// Started by pictures.sh: node pictures.mjs DRIVER PROGRAM DATA OUT [NAME...]
import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { argv, exit, stderr, stdout } from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const [driver, program, data, out, ...names] = argv.slice(2)
const [width, height] = [1366, 768]
const usual = 2018 // the year that is shown where a picture names no other

/** Where each picture is taken: an address, then the controls pressed in order. */
const pictures = {
  workbench: { at: `/`, rest: 1500 },
  terms: { at: `/terms` },
  case: { at: `/terms`, press: ['term-within-*'] },
  holidays: { at: `/settings/holidays` },
  ledger: { at: `/ledger/disclosure?year=${usual}` },
  record: { at: `/ledger/disclosure?year=${usual}`, press: ['btn-new'] },
  inquiry: { at: `/ledger/inquiry?year=${usual}` },
  report: { at: `/report/disclosure` },
  overview: { at: `/report/overview` },
  enter: { at: `/report/disclosure`, press: ['enter-disclosure.total'] },
  table: { at: `/report/application`, year: 2025 },
  check: { at: `/report/application`, year: 2018, press: ['tab-check'] },
  lock: { at: `/report/overview`, year: 2025, press: ['btn-lock'] },
  preview: { at: `/report`, press: ['btn-preview'], rest: 1500 },
  filing: { at: `/report`, year: 2025, press: ['btn-preview', 'edition-filing'], rest: 2500 },
  print: { at: `/report`, year: 2025, press: ['btn-preview', 'btn-print'], rest: 1500 },
  style: { at: `/settings/style`, year: 2025, rest: 2500 },
  fonts: { at: `/settings/fonts`, year: 2025, rest: 1000 },
  years: { at: `/years` },
  settings: { at: `/settings` },
  'letters-settings': { at: `/settings/letters`, press: ['template-reply.granted'] },
  personal: { at: `/settings/personal` },
  lists: { at: `/settings/lists` },
  bin: { at: `/bin` },
}

/** One WebDriver call; throws with the driver's own words. */
async function ask(method, path, body) {
  const answer = await fetch(driver + path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(60_000),
  })
  const { value } = await answer.json()
  if (!answer.ok) throw new Error(`${path}: ${value?.message ?? answer.status}`)
  return value
}

async function driverIsUp() {
  for (let tries = 0; tries < 100; tries++) {
    try {
      return await ask('GET', '/status')
    } catch {
      await pause(100)
    }
  }
  throw new Error('the window driver did not start')
}

async function openWindow(args) {
  const options = { binary: program, args }
  const { sessionId } = await ask('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  })
  const path = `/session/${sessionId}`
  const run = (script, ...args) => ask('POST', `${path}/execute/sync`, { script, args })

  /** Waits until the page stands still: not empty, nothing in progress, no change for a while. */
  async function settled() {
    let before = null
    for (let still = 0, tries = 0; still < 4; tries++) {
      if (tries > 100) throw new Error('the page stays empty or does not come to rest')
      await pause(200)
      const now = await run(`
        const busy = document.readyState !== 'complete' || !document.body.innerText.trim() || document.querySelector('.el-loading-mask, .el-skeleton')
        return busy ? null : location.hash + document.body.innerText.length + ':' + document.images.length`)
      still = now !== null && now === before ? still + 1 : 0
      before = now
    }
  }

  return {
    resize: () => ask('POST', `${path}/window/rect`, { x: 0, y: 0, width, height }),
    size: () => run('return [innerWidth, innerHeight]'),
    go: (at) => run('location.hash = arguments[0]', at).then(settled),
    async press(id) {
      const found = await run(
        `const e = document.querySelector('[data-testid' + arguments[0] + '"]'); e?.click(); return !!e`,
        // A name that ends in a star stands for the first control that begins like it.
        id.endsWith('*') ? `^="${id.slice(0, -1)}` : `="${id}`,
      )
      if (!found) throw new Error(`no control named ${id} on this page`)
      await settled()
    },
    /** The whole display, which the window fills: what a person would see. */
    save: (file) => promisify(execFile)('import', ['-window', 'root', '-strip', file]),
    settled,
    close: () => ask('DELETE', path),
  }
}

/** The three steps of the first run, in a folder of its own. */
async function pictureOfTheFirstRun() {
  const first = await openWindow(['--data', `${data}-first`])
  try {
    await first.resize()
    await first.settled()
    await first.save(join(out, 'first-run.png'))
    stdout.write('first-run.png\n')
  } finally {
    await first.close().catch(() => {})
  }
}

const wanted = names.length ? names : Object.keys(pictures)
const unknown = wanted.filter((name) => !(name in pictures))
if (unknown.length) {
  stderr.write(`error: no picture named ${unknown.join(', ')}; there are ${Object.keys(pictures).join(', ')}\n`)
  exit(2)
}

await driverIsUp()
await mkdir(out, { recursive: true })
if (names.length === 0) await pictureOfTheFirstRun()
const window = await openWindow(['--demo', '--data', data])
try {
  await window.resize()
  await window.settled()
  stdout.write(`window: ${(await window.size()).join('×')}\n`)
  let shown = 0
  for (const name of wanted) {
    const { at, press = [], rest = 300, year = usual } = pictures[name]
    // The year belongs to the frame: chosen once, it stays for every page.
    if (year !== shown) await window.go(`/ledger/disclosure?year=${year}`)
    shown = year
    await window.go(at)
    for (const id of press) await window.press(id)
    // Charts and page pictures come in with a short movement.
    await pause(rest)
    await window.save(join(out, `${name}.png`))
    stdout.write(`${name}.png\n`)
    // What was opened on top is closed before the next page.
    if (press.length) await window.go('/settings')
  }
} finally {
  await window.close().catch(() => {})
}
