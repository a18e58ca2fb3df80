// Pictures of every page over the in-memory office, for looking at: three window sizes, several states.
// npm run pictures -- [--out DIR] [--only NAME] [--size 1366]
// The browser: CHROMIUM, or Debian's.
import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { createServer } from 'vite'

const { values: wish } = parseArgs({
  options: {
    out: { type: 'string', default: 'pictures' },
    only: { type: 'string', default: '' },
    size: { type: 'string', default: '' },
  },
})

const SIZES = [
  { name: '1366', viewport: { width: 1366, height: 768 }, deviceScaleFactor: 1 },
  { name: '1280', viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1 },
  { name: '1920', viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 1 },
  { name: '150', viewport: { width: 911, height: 512 }, deviceScaleFactor: 1.5 },
]

const id = (name) => `[data-testid="${name}"]`

const PAGES = [
  { name: 'workbench', at: '/' },
  { name: 'workbench-none', at: '/', fake: 'none' },
  { name: 'ledger', at: '/ledger/disclosure' },
  {
    name: 'ledger-filtered',
    at: `/ledger/disclosure?filter=${encodeURIComponent('{"category":["政策性信息"],"published_on":["@year"],"timing":["regular"]}')}`,
  },
  { name: 'ledger-drawer', at: '/ledger/disclosure', act: (page) => page.click('tbody tr:nth-child(4)') },
  {
    name: 'ledger-wrong',
    at: '/ledger/disclosure',
    act: async (page) => {
      await page.click(id('btn-new'))
      await page.fill(id('field-published_on'), '2018-2-30')
      await page.click(id('btn-save'))
      await page.fill(id('field-published_on'), '')
      await page.click(id('btn-save'))
    },
  },
  {
    name: 'ledger-channels',
    at: '/ledger/disclosure',
    act: async (page) => {
      await page.click(id('btn-new'))
      await page.fill(id('field-title'), '关于做好二〇一八年秋季森林草原防火工作的通知')
      await page.click(id('channel-quick-微信'))
      await page.click(id('channel-quick-政务公开栏'))
      await page.fill(id('channel-date-0'), '12-31')
      await page.locator(id('field-channels')).scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'ledger-calendar',
    at: '/ledger/inquiry',
    act: async (page) => {
      await page.click(id('btn-new'))
      await page.click('.pick')
    },
  },
  {
    name: 'ledger-selected',
    at: '/ledger/disclosure',
    act: async (page) => {
      await page.click(id('select-all'))
      await page.click(id('btn-delete-selected'))
    },
  },
  {
    name: 'ledger-define',
    at: '/ledger/inquiry?filter=%7B%22way%22%3A%5B%22phone%22%5D%7D',
    act: async (page) => {
      await page.click(id('btn-more'))
      await page.click(id('btn-define-figure'))
    },
  },
  { name: 'ledger-none', at: '/ledger/disclosure', fake: 'none' },
  { name: 'ledger-one', at: '/ledger/disclosure', fake: 'one' },
  { name: 'ledger-many', at: '/ledger/disclosure', fake: 'many' },
  { name: 'long-ledger', at: '/ledger/disclosure', fake: 'long', act: (page) => page.click('tbody tr:nth-child(4)') },
  { name: 'long-list', at: '/ledger/disclosure', fake: 'long' },
  { name: 'long-settings', at: '/settings/lists', fake: 'long' },
  { name: 'broken', at: '/', fake: 'broken' },
  { name: 'inquiry', at: '/ledger/inquiry' },
  { name: 'hotline', at: '/ledger/hotline' },
  { name: 'application', at: '/ledger/application?year=2017' },
  { name: 'application-form', at: '/ledger/application', act: (page) => page.click(id('btn-new-first')) },
  {
    name: 'find',
    at: '/',
    act: async (page) => {
      await page.click(id('find'))
      await page.fill(id('find-words'), '补贴')
      await page.waitForTimeout(400)
    },
  },
  {
    name: 'year-menu',
    at: '/',
    act: async (page) => {
      await page.click(id('year'))
      await page.waitForTimeout(300)
    },
  },
  { name: 'report', at: '/report/overview' },
  { name: 'tables-words', at: '/report/overview', fake: 'tables' },
  { name: 'tables-disclosure', at: '/report/disclosure', fake: 'tables' },
  {
    name: 'tables-application',
    at: '/report/application',
    fake: 'tables',
    act: async (page) => {
      await page.click(id('cell-t3.new.natural'))
      await page.keyboard.type('9')
      await page.keyboard.press('Enter')
      await page.waitForTimeout(300)
      await page.keyboard.press('ArrowUp')
    },
  },
  {
    name: 'tables-wrong',
    at: '/report/application',
    fake: 'tables',
    act: async (page) => {
      await page.click(id('cell-t3.result.granted.natural'))
      await page.keyboard.type('三')
      await page.keyboard.press('Enter')
      await page.keyboard.press('ArrowUp')
    },
  },
  { name: 'tables-dispute', at: '/report/dispute', fake: 'tables' },
  {
    name: 'tables-check',
    at: '/report/application',
    fake: 'tables',
    act: async (page) => {
      await page.click(id('check-count'))
      await page.waitForTimeout(300)
      if (await page.locator(id('waive-open-0')).count()) await page.click(id('waive-open-0'))
    },
  },
  {
    name: 'tables-missing',
    at: '/report/disclosure',
    fake: 'tables',
    act: (page) => page.click(id('part-mark-disclosure')),
  },
  {
    name: 'tables-offer',
    at: '/report/application',
    fake: 'tables',
    act: async (page) => {
      await page.click(id('check-count'))
      const change = page.locator('.finding[data-rule="year.change"]').first()
      await change.locator('[data-testid^="waive-open-"]').click()
      await change.locator('textarea').fill('土地流转纠纷增多')
      await change.locator('[data-testid^="waive-save-"]').click()
      await page.click(id('part-problems'))
      await page.waitForSelector(id('offer-0'))
    },
  },
  { name: 'tables-sheet', at: '/report/application?view=check', fake: 'tables' },
  { name: 'tables-locked', at: '/report/application?year=2024', fake: 'tables' },
  {
    name: 'tables-versions',
    at: '/report/application?year=2024',
    fake: 'tables',
    act: (page) => page.click(id('btn-versions')),
  },
  {
    name: 'tables-settings',
    at: '/report/overview',
    fake: 'tables',
    act: async (page) => {
      await page.click(id('btn-report-settings'))
      await page.selectOption(id('report-format'), '2008')
    },
  },
  {
    name: 'tables-paste',
    at: '/report/application',
    fake: 'tables',
    act: async (page) => {
      await page.click(id('cell-t3.new.natural'))
      await page.evaluate(() => {
        const data = new DataTransfer()
        data.setData('text/plain', '一、本年新收\t8\t2\t0\t0\t1\t0\t11\n二、上年结转\t1\t0\t\t0\t零\t0\t5\n')
        document.activeElement.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        )
      })
    },
  },
  { name: 'tables-ledger', at: '/ledger/application?year=2024', fake: 'tables' },
  {
    name: 'tables-locked-cell',
    at: '/report/application?year=2024',
    fake: 'tables',
    act: (page) => page.click('td:has(> [data-testid="cell-t3.next.natural"])'),
  },
  { name: 'tables-years', at: '/years', fake: 'tables' },
  { name: 'settings', at: '/settings' },
  { name: 'settings-lists', at: '/settings/lists' },
  { name: 'settings-lists-edit', at: '/settings/lists', act: (page) => page.click('[data-testid^="entry-edit-"]') },
  { name: 'settings-data', at: '/settings/data' },
  { name: 'settings-data-move', at: '/settings/data', act: (page) => page.click(id('btn-move-folder')) },
  { name: 'settings-about', at: '/settings/about', act: (page) => page.click(id('btn-diagnostics')) },
  { name: 'settings-licences', at: '/settings/about', act: (page) => page.click(id('btn-licences')) },
  {
    name: 'bin',
    at: '/ledger/disclosure',
    act: async (page) => {
      await page.click(id('select-all'))
      await page.click(id('btn-delete-selected'))
      await page.evaluate(() => {
        location.hash = '#/bin'
      })
      await page.waitForTimeout(300)
    },
  },
  { name: 'bin-none', at: '/bin' },
  { name: 'setup-1', at: '/setup', fake: 'first' },
  { name: 'setup-2', at: '/setup', fake: 'first', act: (page) => page.click(id('setup-next')) },
  {
    name: 'setup-3',
    at: '/setup',
    fake: 'first',
    act: async (page) => {
      await page.click(id('setup-next'))
      await page.click(id('setup-next'))
    },
  },
]

const server = await createServer({ server: { port: 0, strictPort: false, host: '127.0.0.1' }, logLevel: 'error' })
await server.listen()
const address = server.httpServer.address()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
mkdirSync(wish.out, { recursive: true })
let failed = 0
try {
  for (const size of SIZES.filter((one) => !wish.size || one.name === wish.size)) {
    for (const shot of PAGES.filter((one) => !wish.only || one.name.startsWith(wish.only))) {
      const context = await browser.newContext({
        viewport: size.viewport,
        deviceScaleFactor: size.deviceScaleFactor,
        locale: 'zh-CN',
      })
      const page = await context.newPage()
      const said = []
      page.on('console', (message) => ['error', 'warning'].includes(message.type()) && said.push(message.text()))
      page.on('pageerror', (error) => said.push(String(error)))
      try {
        await page.goto(`http://127.0.0.1:${address.port}/?fake=${shot.fake ?? ''}#${shot.at}`)
        await page.waitForSelector('.page, .ledger, .setup, .report-page, .no-start', { timeout: 15000 })
        await page.waitForTimeout(350)
        if (shot.act) await shot.act(page)
        await page.waitForTimeout(350)
      } catch (error) {
        said.push(String(error).split('\n')[0])
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
      if (wide) said.push('wider than the window')
      await page.screenshot({ path: `${wish.out}/${shot.name}-${size.name}.png` })
      if (said.length > 0) {
        failed += 1
        console.log(`${shot.name} ${size.name}: ${said.join(' | ')}`)
      }
      await context.close()
    }
  }
} finally {
  await browser.close()
  await server.close()
}
process.exitCode = failed > 0 ? 1 : 0
