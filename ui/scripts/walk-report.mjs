// The report's walk: tables, check, lock, versions. Steps of walk.mjs, which runs them.
import assert from 'node:assert/strict'

const id = (name) => `[data-testid="${name}"]`
const cell = (name) => id(`cell-t3.${name}`)

/** What stands in a cell: an input's value, a sum's text. */
const stands = (page, name) =>
  page
    .locator(cell(name))
    .evaluate((place) => (place instanceof HTMLInputElement ? place.value : place.textContent.trim()))
const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? '')
const count = (page, name) => page.locator(id(name)).innerText()

async function paste(page, text) {
  await page.evaluate((plain) => {
    const data = new DataTransfer()
    data.setData('text/plain', plain)
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement.dispatchEvent(event)
  }, text)
}

/** A key stroke on the 25×7 table: until the sum stands, and until the findings do. */
async function measured(page) {
  return page.evaluate(async () => {
    const input = document.querySelector('[data-testid="cell-t3.new.natural"]')
    const sum = document.querySelector('[data-testid="cell-t3.new.total"]')
    const counter = () => document.querySelector('[data-testid="check-count"]')?.textContent
    const times = { sums: [], findings: [] }
    for (let turn = 0; turn < 20; turn += 1) {
      const [before, said] = [sum.textContent, counter()]
      const begun = performance.now()
      input.value = turn % 2 === 0 ? String(20 + turn) : '8'
      input.dispatchEvent(new InputEvent('input', { bubbles: true }))
      for (let wait = 0; sum.textContent === before && wait < 1000; wait += 1) await Promise.resolve()
      if (sum.textContent === before) throw new Error(`turn ${turn}: the sum still says ${before}`)
      sum.getBoundingClientRect()
      times.sums.push(performance.now() - begun)
      while (counter() === said && performance.now() - begun < 500) await new Promise((done) => setTimeout(done))
      times.findings.push(performance.now() - begun)
    }
    return times
  })
}
const median = (times) => [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)]

export const reportWalks = ({ open, toast }) => ({
  async 'a table is filled in with the keyboard, as in Excel'() {
    const page = await open('/report/application', 'tables')
    await page.click(cell('new.natural'))
    await page.keyboard.type('9')
    // The sum follows the key, before anything is saved.
    assert.equal(await stands(page, 'new.total'), '12')
    await page.keyboard.press('Enter')
    assert.equal(await focused(page), 'cell-t3.carried.natural')
    await page.waitForSelector(`td.is-entered ${cell('new.natural')}`)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.type('5')
    await page.keyboard.press('Escape')
    assert.equal(await stands(page, 'carried.commercial'), '0')
    await page.keyboard.press('Control+d')
    assert.equal(await stands(page, 'carried.commercial'), '2')
    await page.keyboard.press('Tab')
    assert.equal(await focused(page), 'cell-t3.carried.research')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Home')
    assert.equal(await focused(page), 'cell-t3.carried.natural')
    // F2 gives the arrows to the text.
    await page.keyboard.press('F2')
    await page.keyboard.press('ArrowLeft')
    assert.equal(await focused(page), 'cell-t3.carried.natural')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Shift+Enter')
    assert.equal(await focused(page), 'cell-t3.carried.natural')
    await page.keyboard.press('End')
    assert.match(await page.innerText(id('cell-pane')), /自动合计/)
    return page
  },
  async 'a cell takes what an input method types, and says what it cannot read'() {
    const page = await open('/report/application', 'tables')
    await page.click(cell('new.natural'))
    await page.evaluate(() =>
      document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
      ),
    )
    assert.equal(await focused(page), 'cell-t3.new.natural')
    await page.keyboard.insertText('１００余')
    assert.equal(await stands(page, 'new.total'), '103余')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelector('[data-testid="cell-t3.new.natural"]').value === '100余')
    await page.keyboard.insertText('三')
    await page.keyboard.press('ArrowUp')
    assert.equal(await stands(page, 'carried.natural'), '三')
    assert.match(await page.innerText(id('cell-bar')), /「三」不是数字/)
    // Nothing else is held up by it; another part's tables still say so and lead back.
    await page.click(id('part-dispute'))
    await page.waitForSelector(id('cell-t4.direct.upheld'))
    assert.doesNotMatch(await page.innerText('.cell-bar .now'), /上年结转/)
    await page.click('.cell-bar .trouble .link-button')
    await page.waitForFunction(() => document.activeElement?.dataset.testid === 'cell-t3.carried.natural')
    // But no file is made without it.
    await page.click(id('btn-export'))
    await toast(page, '填得不对的格')
    assert.equal(await focused(page), 'cell-t3.carried.natural')
    await page.keyboard.insertText('2')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => !document.querySelector('.cell-bar .trouble'))
    return page
  },
  async 'a number over the count gives its reason, and goes back to the count'() {
    const page = await open('/report/application', 'tables')
    await page.click(cell('new.natural'))
    await page.keyboard.type('9')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowUp')
    await page.waitForSelector(id('cell-reason'))
    assert.match(await page.innerText(id('cell-pane')), /台账统计\s*8 件/)
    await page.fill(id('cell-reason'), '1 件在信访窗口收到')
    await page.press(id('cell-reason'), 'Enter')
    await toast(page, '理由已保存')
    await page.waitForSelector(`${id('cell-changes')}:has-text("信访窗口")`)
    await page.click(id('cell-restore'))
    await toast(page, '已恢复统计值')
    await page.waitForFunction(() => document.querySelector('[data-testid="cell-t3.new.natural"]').value === '8')
    // Clearing an entry does the same.
    await page.click(cell('new.natural'))
    await page.keyboard.type('7')
    await page.keyboard.press('Enter')
    await page.waitForSelector(`td.is-entered ${cell('new.natural')}`)
    await page.click(cell('new.natural'))
    await page.keyboard.press('Delete')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelector('[data-testid="cell-t3.new.natural"]').value === '8')
    return page
  },
  async 'what was typed survives a window that ended'() {
    const page = await open('/report/application', 'tables')
    await page.click(cell('new.natural'))
    await page.keyboard.type('9件')
    await page.close({ runBeforeUnload: false })
    const again = await open('/report/application', 'tables', page.context())
    await again.waitForSelector(cell('new.natural'))
    assert.equal(await stands(again, 'new.natural'), '9件')
    await again.waitForSelector(`${id('cell-bar')}:has-text("9件")`)
    return again
  },
  async 'a block from Excel is looked at, filled in and taken back'() {
    const page = await open('/report/application', 'tables')
    await page.click(cell('new.natural'))
    await paste(page, '\t自然人\t商业企业\t科研机构\n一、本年新收\t10\t3\t\n二、上年结转\t二\t0\t1\n')
    await page.waitForSelector(id('paste-dialog'))
    assert.match(await page.innerText('.summary'), /3 格要填入，1 格与现在相同，1 格是空的、不动，1 格读不懂、不填。/)
    await page.fill(id('paste-reason'), '与县里核对后的数')
    await page.click(id('paste-apply'))
    await page.waitForFunction(() => document.querySelector('[data-testid="cell-t3.new.natural"]').value === '10')
    assert.equal(await stands(page, 'new.total'), '14')
    assert.equal(await stands(page, 'carried.natural'), '2')
    await page.click(id('toast-action'))
    await page.waitForFunction(() => document.querySelector('[data-testid="cell-t3.new.natural"]').value === '8')
    assert.equal(await stands(page, 'carried.research'), '0')
    return page
  },
  async 'from the check to the cell, from the cell to its records: three clicks'() {
    const page = await open('/report/application', 'tables')
    await page.click(cell('result.granted.natural'))
    await page.keyboard.type('5')
    await page.keyboard.press('Enter')
    await page.waitForSelector(`td.has-error ${cell('result.granted.natural')}`)
    await page.click(id('part-overview'))
    await page.waitForSelector(id('editor'))
    await page.click(id('tab-check'))
    const finding = page.locator('.finding[data-rule="application.balance"]')
    assert.match(await finding.innerText(), /新收与上年结转之和 10\s+办理结果总计与结转下年度之和 9/)
    await finding.locator('[data-testid^="finding-jump-"]').first().click()
    await page.waitForFunction(() => document.activeElement?.dataset.testid === 'cell-t3.new.natural')
    assert.equal(await count(page, 'part-mark-application'), '2 错')
    await page.click(id('cell-records'))
    await page.waitForFunction(() => decodeURIComponent(location.hash).includes('"applicant_kind":["natural"]'))
    assert.match(page.url(), /ledger\/application/)
    return page
  },
  async 'a finding in the text selects its words; a setting opens its dialog'() {
    const page = await open('/report/application', 'tables')
    await page.click(id('check-count'))
    const words = page.locator('.finding[data-rule="text.received"]')
    await words.locator('[data-testid^="finding-jump-"]').first().click()
    await page.waitForFunction(() => location.hash.includes('/report/overview'))
    await page.waitForFunction(() => String(window.getSelection()).includes('收到申请12件'))
    await page.keyboard.type('收到申请11件')
    await page.waitForSelector('.finding[data-rule="text.received"]', { state: 'detached' })
    await page.click(id('btn-report-settings'))
    await page.fill(id('report-signed-on'), '2025-12-30')
    await page.click(id('settings-save'))
    const early = page.locator('.finding[data-rule="text.signature_date"]')
    await early.locator('[data-testid^="finding-jump-"]').click()
    await page.waitForSelector(id('settings-dialog'))
    await page.selectOption(id('report-format'), '2008')
    assert.match(await page.innerText(id('format-warning')), /2025 年应当用/)
    assert.equal(await page.isDisabled(id('settings-save')), true)
    await page.fill(id('format-reason'), '县里要求沿用原表')
    assert.equal(await page.isDisabled(id('settings-save')), false)
    return page
  },
  async 'an error is explained, the year locked, corrected and locked again'() {
    const page = await open('/report/disclosure', 'tables')
    assert.match(await count(page, 'check-count'), /1 个错误/)
    await page.click(id('part-mark-disclosure'))
    await page.waitForSelector(`${id('part-missing-disclosure')}:has-text("没有填")`)
    await page.click(id('btn-lock'))
    await page.waitForSelector(id('check-sheet'))
    assert.equal(await page.isDisabled(id('lock-confirm')), true)
    const error = page.locator('.finding.error')
    const number = (await error.getAttribute('data-testid')).replace('finding-', '')
    await page.fill(id(`waive-${number}`), '本乡没有行政强制权，县里要求留空')
    await page.click(id(`waive-save-${number}`))
    await page.waitForSelector(id(`waived-${number}`))
    await page.click(id('lock-confirm'))
    await page.waitForSelector(`${id('banner-locked')}:has-text("第 1 版")`)
    assert.equal(await page.isDisabled(id('cell-t2.normative.issued')), true)
    assert.equal(await page.locator(id('btn-lock')).count(), 0)
    await page.click(`td:has(> ${id('cell-t2.normative.issued')})`)
    assert.match(await page.innerText(id('cell-pane')), /台账统计\s*1 件/)
    await page.click(id('part-overview'))
    assert.equal(await page.getAttribute(id('editor'), 'contenteditable'), 'false')
    await page.click(id('btn-reopen'))
    await page.fill('.el-message-box textarea', '县里核对后少计一件')
    await page.click('.el-message-box .el-button--primary')
    await page.waitForSelector(`${id('banner-correction')}:has-text("第 2 版")`)
    await page.click(id('part-disclosure'))
    await page.click(id('cell-t2.permit'))
    await page.keyboard.type('40')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() =>
      document.querySelector('[data-testid="save-state"]').textContent.includes('已保存'),
    )
    // The first version is as it was.
    await page.click(id('btn-versions'))
    await page.click(id('version-open-1'))
    await page.waitForSelector(`${id('banner-locked')}:has-text("正在看 2025 年度第 1 版")`)
    await page.waitForFunction(() => document.querySelector('[data-testid="cell-t2.permit"]')?.value === '31')
    await page.click(id('part-application'))
    await page.waitForSelector(cell('new.natural'))
    assert.match(page.url(), /version=1/)
    await page.click(id('btn-present'))
    await page.click(id('part-disclosure'))
    await page.waitForFunction(() => document.querySelector('[data-testid="cell-t2.permit"]')?.value === '40')
    return page
  },
  async "last year's text is taken over and given back"() {
    const page = await open('/report/problems', 'tables')
    await page.click(id('editor'))
    await page.keyboard.press('Control+End')
    await page.keyboard.type('另有一处要改。')
    await page.click(id('btn-more'))
    await page.click(id('more-year-2024'))
    await page.waitForFunction(() => !document.querySelector('[data-testid="editor"]').textContent.includes('另有一处'))
    await page.click(id('toast-action'))
    await page.waitForSelector(`${id('editor')}:has-text("另有一处要改。")`)
    // A part of tables has words only when somebody begins to write some.
    await page.click(id('part-dispute'))
    await page.waitForSelector(id('btn-write-words'))
    assert.equal(await page.locator(id('editor')).count(), 0)
    await page.click(id('btn-write-words'))
    await page.click(id('editor'))
    await page.keyboard.type('全年没有因政府信息公开被申请复议。')
    await page.waitForFunction(() =>
      document.querySelector('[data-testid="save-state"]').textContent.includes('已保存'),
    )
    await page.click(id('part-others'))
    await page.click(id('part-dispute'))
    await page.waitForSelector(`${id('editor')}:has-text("没有因政府信息公开")`)
    await page.waitForSelector(id('cell-t4.direct.upheld'))
    return page
  },
  async 'an explained change is offered as a sentence for part five'() {
    const page = await open('/report/application', 'tables')
    await page.click(id('tab-check'))
    const change = page.locator('.finding[data-rule="year.change"]').first()
    await change.locator('[data-testid^="waive-open-"]').click()
    await change.locator('textarea').fill('土地流转纠纷增多')
    await change.locator('[data-testid^="waive-save-"]').click()
    await page.click(id('part-problems'))
    await page.click(id('offer-0'))
    await page.waitForSelector(`${id('editor')}:has-text("土地流转纠纷增多")`)
    await page.waitForSelector(id('offers'), { state: 'detached' })
    return page
  },
  async 'a locked year is read-only, also from 往年'() {
    const page = await open('/years', 'tables')
    assert.match(await count(page, 'stand-2024'), /第 1 版，2025-01-20 15:08 锁定/)
    await page.click(id('versions-2024'))
    await page.click(id('version-open-1'))
    await page.waitForSelector(`${id('banner-locked')}:has-text("2024 年度已锁定（第 1 版")`)
    await page.click(id('part-dispute'))
    assert.equal(await page.isDisabled(id('cell-t4.reconsideration.upheld')), true)
    assert.match(await page.innerText(id('cell-bar')), /已锁定，只读；要改先点「更正」/)
    await page.click(id('rail-application'))
    assert.match(await page.innerText(id('year-locked')), /2024 年度已锁定（第 1 版）/)
    await page.click(id('year-next'))
    await page.waitForSelector(id('year-locked'), { state: 'detached' })
    return page
  },
  async 'a key stroke on the table of 25 × 7 cells'() {
    const page = await open('/report/application', 'tables')
    await page.click(cell('new.natural'))
    const times = await measured(page)
    const words = (name, list) => `${name} ${median(list).toFixed(1)} ms (longest ${Math.max(...list).toFixed(1)} ms)`
    console.log(`      ${words('sums on screen', times.sums)}; ${words('findings', times.findings)}`)
    return page
  },
})
