// A clerk's walk through the screens in a real browser, over the in-memory office. Every step asserts
// what must be seen. The window itself is walked by the program's own tests.
// npm run walk [-- words of a walk's name]
import assert from 'node:assert/strict'
import { chromium } from 'playwright-core'
import { createServer } from 'vite'
import { reportWalks } from './walk-report.mjs'

const id = (name) => `[data-testid="${name}"]`
const server = await createServer({ server: { port: 0, strictPort: false, host: '127.0.0.1' }, logLevel: 'error' })
await server.listen()
const base = `http://127.0.0.1:${server.httpServer.address().port}`
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})

async function open(at, fake = '', context = undefined) {
  const own = context ?? (await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' }))
  const page = await own.newPage()
  page.setDefaultTimeout(30000)
  page.setDefaultNavigationTimeout(60000)
  page.said = []
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && page.said.push(message.text()))
  page.on('pageerror', (error) => page.said.push(String(error)))
  await page.goto(`${base}/?fake=${fake}#${at}`)
  await page.waitForSelector('.page, .ledger, .setup, .report-page')
  return page
}

const total = (page, n) => page.locator(id(`total-${n}`)).innerText()
const toast = (page, text) => page.waitForSelector(`.el-message:has-text("${text}")`)
const gone = (page) =>
  page.waitForFunction(() => document.querySelectorAll('.el-message').length === 0, null, { timeout: 15000 })

const WALKS = {
  async 'first run with the sample leads to the workbench'() {
    const page = await open('/', 'first')
    await page.waitForSelector('.setup')
    await page.fill(id('profile-name'), '石城镇人民政府')
    assert.equal(await page.inputValue(id('profile-short')), '石城镇')
    assert.equal(await page.inputValue(id('profile-self_name')), '我镇')
    await page.click(id('setup-sample'))
    await page.waitForSelector(id('card-disclosure'))
    assert.match(await page.innerText(id('card-disclosure')), /200\s*条/)
    return page
  },
  async 'first run step by step to an empty office'() {
    const page = await open('/', 'first')
    await page.fill(id('profile-name'), '石城镇人民政府')
    await page.press(id('profile-name'), 'Enter')
    await page.fill(id('profile-drafter'), '李文静')
    await page.click(id('setup-next'))
    await page.click(id('setup-empty'))
    await page.waitForSelector(id('card-disclosure'))
    assert.equal(await page.innerText(id('office-name')), '石城镇人民政府')
    assert.match(await page.innerText('.workbench'), /这一年还没有记录/)
    return page
  },
  async 'a disclosure with two channels is added and counted'() {
    const page = await open('/ledger/disclosure')
    assert.match(await total(page, 0), /合计 200 条/)
    await page.keyboard.press('Control+n')
    await page.waitForFunction(() => document.activeElement?.dataset.testid === 'field-title')
    await page.keyboard.type('关于做好春季造林绿化工作的通知')
    assert.equal(await page.inputValue(id('field-title')), '关于做好春季造林绿化工作的通知')
    await page.click(id('field-category'))
    await page.click(id('option-政策性信息'))
    await page.fill(id('field-formed_on'), '３－８')
    await page.fill(id('field-published_on'), '2018.3.9')
    await page.click(id('channel-quick-政务公开栏'))
    await page.click(id('channel-quick-微信'))
    await page.fill(id('channel-date-1'), '0310')
    await page.keyboard.press('Control+s')
    await toast(page, '已保存')
    await page.waitForFunction(() => document.querySelector('[data-testid="total-0"]')?.textContent?.includes('201'))
    assert.equal(await page.inputValue(id('field-formed_on')), '2018-03-08')
    assert.equal(await page.inputValue(id('field-published_on')), '2018-03-09')
    assert.equal(await page.inputValue(id('channel-date-1')), '2018-03-10')
    assert.match(await page.innerText(id('save-state')), /已保存 10:32/)
    await page.keyboard.press('Escape')
    await page.waitForSelector(id('drawer'), { state: 'detached' })
    return page
  },
  async 'what is wrong stands under its field'() {
    const page = await open('/ledger/disclosure')
    await page.click(id('btn-new'))
    await page.fill(id('field-formed_on'), '2018-2-30')
    await page.press(id('field-formed_on'), 'Tab')
    assert.match(await page.innerText(id('error-formed_on')), /2 月没有 30 日/)
    await page.fill(id('field-formed_on'), '2018-3-30')
    await page.fill(id('field-published_on'), '2018-3-1')
    await page.click(id('btn-save'))
    assert.equal(await page.innerText(id('error-title')), '请填写标题')
    assert.match(await page.innerText(id('error-published_on')), /早于形成日期/)
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-testid')), 'field-title')
    await page.click(id('drawer-close'))
    await page.click('.el-message-box .el-button:not(.el-button--primary)')
    await page.waitForSelector(id('drawer'), { state: 'detached' })
    assert.equal(await page.evaluate(() => localStorage.getItem('draft.disclosure')), null)
    return page
  },
  async 'a record half entered is offered again after a crash'() {
    const page = await open('/ledger/disclosure')
    await page.click(id('btn-new'))
    await page.fill(id('field-title'), '没有写完的一条')
    await page.waitForFunction(() => localStorage.getItem('draft.disclosure') !== null)
    await page.close({ runBeforeUnload: false })
    const again = await open('/ledger/disclosure', '', page.context())
    await again.waitForSelector(id('left-over'))
    await again.click(id('btn-new'))
    await again.waitForSelector(id('draft-offer'))
    await again.click(id('drawer-close'))
    await again.click(id('left-over-take'))
    await again.waitForFunction(() => document.querySelector('[data-testid="field-title"]')?.value === '没有写完的一条')
    await again.click(id('btn-save-next'))
    await toast(again, '已保存')
    await again.waitForFunction(() => document.querySelector('[data-testid="field-title"]')?.value === '')
    assert.equal(await again.evaluate(() => localStorage.getItem('draft.disclosure')), null)
    assert.match(await total(again, 0), /201/)
    return again
  },
  async 'rows are walked with the arrow keys while the form follows'() {
    const page = await open('/ledger/inquiry')
    await page.focus('tbody tr:first-child')
    await page.keyboard.press('Enter')
    await page.waitForSelector(id('drawer'))
    const first = await page.inputValue(id('field-subject'))
    await page.keyboard.press('ArrowDown')
    await page.waitForFunction((was) => document.querySelector('[data-testid="field-subject"]')?.value !== was, first)
    await page.keyboard.press('ArrowUp')
    await page.waitForFunction((was) => document.querySelector('[data-testid="field-subject"]')?.value === was, first)
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'INPUT')
    return page
  },
  async 'leaving with changes asks, and staying keeps them'() {
    const page = await open('/ledger/inquiry')
    await page.click('tbody tr:first-child')
    await page.fill(id('field-handled_by'), '张三丰')
    await page.click(id('rail-hotline'))
    await page.keyboard.press('Escape')
    assert.equal(await page.inputValue(id('field-handled_by')), '张三丰')
    await page.click(id('rail-hotline'))
    await page.click('.el-message-box .el-button--primary')
    await page.waitForFunction(() => location.hash.startsWith('#/ledger/hotline'))
    await page.click(id('rail-inquiry'))
    await page.waitForSelector('td:has-text("张三丰")')
    return page
  },
  async 'totals filter, filters come off, figures land on their records'() {
    const page = await open(`/ledger/disclosure?year=2017&filter=${encodeURIComponent('{"category":["公告公示"]}')}`)
    assert.match(await page.innerText(id('year')), /2017/)
    await page.waitForSelector(`${id('total-0')}:has-text("4")`)
    await page.click(id('filter-clear'))
    await page.waitForSelector(`${id('total-0')}:has-text("160")`)
    await page.click(id('total-1'))
    await page.waitForFunction(() => decodeURIComponent(location.hash).includes('"channels"'))
    await page.click(`${id('totals')} .on`)
    await page.waitForSelector(`${id('total-0')}:has-text("160")`)
    await page.click(id('year-next'))
    await page.waitForSelector(`${id('total-0')}:has-text("200")`)
    assert.ok(!page.url().includes('year='))
    await page.keyboard.press('Control+f')
    await page.keyboard.type('防火')
    await page.waitForFunction(
      () => document.querySelector('[data-testid="total-0"]')?.textContent?.includes('200') === false,
    )
    await page.click(id('sort-title'))
    assert.equal(await page.getAttribute('th:has([data-testid="sort-title"])', 'aria-sort'), 'ascending')
    return page
  },
  async 'deleting is undone from the notice and from the bin'() {
    const page = await open('/ledger/inquiry')
    await page.hover('tbody tr:first-child')
    await page.locator('[data-testid^="delete-"]').first().click()
    await page.waitForSelector(`${id('total-0')}:has-text("5")`)
    await page.click(id('toast-action'))
    await page.waitForSelector(`${id('total-0')}:has-text("6")`)
    await gone(page)
    await page.click(id('select-all'))
    await page.click(id('btn-delete-selected'))
    await page.waitForSelector(id('list-empty'))
    await page.click(id('rail-settings'))
    await page.click(id('tab-bin'))
    await page.locator('[data-testid^="bin-restore-"]').first().click()
    await toast(page, '已恢复')
    await page.click(id('bin-empty'))
    await page.click('.el-message-box .el-button--primary')
    await page.waitForSelector(id('bin-none'))
    return page
  },
  async 'Enter that takes a candidate saves and adds nothing'() {
    const page = await open('/settings/lists')
    const before = await page.locator('tbody tr').count()
    await page.fill(id('entry-new'), '环境保护')
    await page.evaluate(() =>
      document
        .querySelector('[data-testid="entry-new"]')
        ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })),
    )
    await page.waitForTimeout(100)
    assert.equal(await page.locator('tbody tr').count(), before)
    await page.press(id('entry-new'), 'Enter')
    await page.waitForFunction((n) => document.querySelectorAll('tbody tr').length === n + 1, before)
    assert.match(await page.locator('tbody tr').last().innerText(), /环境保护\s+09/)
    return page
  },
  async 'a retired channel is not offered for new records and stays on old ones'() {
    const page = await open('/settings/lists')
    await page.click(id('list-channel'))
    const row = page.locator('tr:has-text("短信")')
    await row.locator('[data-testid^="entry-retire-"]').click()
    await toast(page, '已停用')
    await page.click(id('rail-disclosure'))
    await page.click(id('btn-new'))
    assert.equal(await page.locator(id('channel-quick-短信')).count(), 0)
    await page.click(id('drawer-close'))
    await page.click('tbody tr:has-text("短信")')
    await page.waitForSelector(`${id('field-channels')}:has-text("短信（已停用）")`)
    return page
  },
  async 'the profile is saved and its wrong pattern is not'() {
    const page = await open('/settings')
    await page.fill(id('profile-index_pattern'), '{office}-{year}')
    await page.waitForSelector('.office :text("要有流水号")')
    await page.fill(id('profile-index_pattern'), '{year}-{number:3}')
    assert.equal(await page.innerText(id('index-example')), '2018-007')
    await page.fill(id('profile-name'), '下达河乡人民政府办公室')
    await page.keyboard.press('Control+s')
    await toast(page, '已保存')
    assert.equal(await page.innerText(id('office-name')), '下达河乡人民政府办公室')
    return page
  },
  async 'a search through everything opens the record'() {
    const page = await open('/')
    await page.keyboard.press('Control+f')
    await page.keyboard.type('宅基地确权')
    await page.waitForSelector(id('find-hit'))
    await page.keyboard.press('Enter')
    await page.waitForSelector(id('drawer'))
    await page.waitForFunction(
      () => document.querySelector('[data-testid="field-subject"]')?.value === '宅基地确权登记进度',
    )
    return page
  },
}

let failed = 0
try {
  const only = process.argv[2] ?? ''
  const all = { ...WALKS, ...reportWalks({ open, toast }) }
  for (const [name, walk] of Object.entries(all).filter(([name]) => name.includes(only))) {
    try {
      const page = await walk()
      assert.deepEqual(page.said, [], 'the console stays quiet')
      await page.context().close()
      console.log(`ok    ${name}`)
    } catch (error) {
      failed += 1
      console.log(`FAIL  ${name}\n      ${String(error).split('\n').slice(0, 6).join('\n      ')}`)
    }
  }
} finally {
  await browser.close()
  await server.close()
}
process.exitCode = failed > 0 ? 1 : 0
