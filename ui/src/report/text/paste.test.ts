// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { Block } from '@/backend/generated'
import { blocksFromHtml, blocksFromText, withoutPartHeading } from './paste'

const plain = (blocks: Block[]) =>
  blocks.map((block) => [
    block.level,
    block.inlines.map((inline) => (inline.type === 'text' ? inline.text : '')).join(''),
  ])

const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{font-size:16pt}</style></head>
<body lang=ZH-CN><!--StartFragment-->
<p class=MsoNormal style='text-indent:32.0pt'><b><span style='font-family:楷体'>（一）加强组织<span lang=EN-US><o:p></o:p></span></span></b></p>
<p class=MsoNormal><span style='font-family:仿宋'>全年共召开专题会议</span><span lang=EN-US>3</span><span>次，
参会</span><span lang=EN-US>60</span><span>人次。</span></p>
<p class=MsoListParagraph><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span></span><![endif]><span>办好公开栏。</span></p>
<p class=MsoNormal>(2)更新及时</p>
<!--EndFragment--></body></html>`

describe('a text pasted from Word', () => {
  it('keeps words and levels and nothing else', () => {
    expect(plain(blocksFromHtml(fromWord))).toEqual([
      [2, '加强组织'],
      [0, '全年共召开专题会议3次，参会60人次。'],
      [3, '办好公开栏。'],
      [4, '更新及时'],
    ])
  })

  it('takes headings by their style when they carry no number', () => {
    expect(plain(blocksFromHtml('<h2>工作机制</h2><p>有序。</p><h3>会议</h3>'))).toEqual([
      [2, '工作机制'],
      [0, '有序。'],
      [3, '会议'],
    ])
  })

  it('makes a list paragraphs and a table one line a row', () => {
    const html =
      '<ul><li>公开栏</li><li>微信</li></ul><table><tr><td><p>渠道</p></td><td><p>条数</p></td></tr><tr><td>公开栏</td><td>103</td></tr></table><p>完</p>'
    expect(plain(blocksFromHtml(html))).toEqual([
      [0, '公开栏'],
      [0, '微信'],
      [0, '渠道　条数'],
      [0, '公开栏　103'],
      [0, '完'],
    ])
  })

  it('runs no script and loads no picture', () => {
    expect(plain(blocksFromHtml('<p>正文<script>1</script><img src="x" onerror="1"></p>'))).toEqual([[0, '正文']])
  })
})

describe('plain text', () => {
  it('gives a block a line, without empty ones', () => {
    expect(plain(blocksFromText('第一行。\r\n\r\n　　（二）规范建设。内容充实。\n1.5万元'))).toEqual([
      [0, '第一行。'],
      [2, '规范建设。内容充实。'],
      [0, '1.5万元'],
    ])
  })
})

describe('the part’s own heading', () => {
  it('is left out, since the form prints it', () => {
    expect(plain(withoutPartHeading(blocksFromText('一、概述\n我乡……'), '概述'))).toEqual([[0, '我乡……']])
  })
  it('stays when it is all that was pasted', () => {
    expect(withoutPartHeading(blocksFromText('概述'), '概述')).toHaveLength(1)
  })
})
