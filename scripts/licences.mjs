// Lists what the program is made of, with every part's licence.
//
//   node scripts/licences.mjs             writes ui/src/settings/licences.json anew, for the page 关于
//   node scripts/licences.mjs --check     says whether that file is what it would write
//   node scripts/licences.mjs --texts F   writes the licences in full to the file F, for the packages
import { readFileSync, writeFileSync } from 'node:fs'
import { argv, exit, stderr } from 'node:process'
import { parts, version } from './parts.mjs'

const FILE = 'ui/src/settings/licences.json'
const KINDS = { font: '字体', rust: '程序', npm: '界面', other: '其他' }
const [mode, target] = argv.slice(2)

/** A part a line, so that a change of one part is a change of one line. */
function list(all) {
  const lines = all.map(({ kind, name, version, licence }) => `  [${[KINDS[kind], name, version, licence].map((text) => JSON.stringify(text)).join(', ')}]`)
  return `[\n${lines.join(',\n')}\n]\n`
}

/** Texts that are alike stand once, under the names of all parts that have them. */
function texts(all) {
  const byText = new Map()
  const without = []
  for (const part of all) {
    if (part.texts.length === 0) without.push(part)
    for (const text of part.texts) byText.set(text, [...(byText.get(text) ?? []), part])
  }
  const line = ({ name, version, licence }) => `  ${name} ${version}（${licence}）`
  const own = `政府信息公开年报 ${version()}\n木兰宽松许可证，第 2 版（MulanPSL-2.0）\n\n${readFileSync('LICENSE', 'utf8').trim()}`
  const rest = [...byText].map(([text, those]) => `${those.map(line).join('\n')}\n\n${text}`)
  const plain = without.map((part) => `${line(part)}${part.authors.length ? `，© ${part.authors.join('，')}` : ''}`)
  const last = `以下各部分随附的文件里没有许可证全文，按其声明的许可证使用：\n\n${plain.join('\n')}`
  return [own, ...rest, last].join(`\n\n${'='.repeat(78)}\n\n`) + '\n'
}

const all = parts()
if (mode === '--texts') {
  // Windows opens it in the editor, which wants its own line ends and a mark.
  writeFileSync(target, `\uFEFF${texts(all).replaceAll('\n', '\r\n')}`)
} else if (mode === '--check') {
  if (readFileSync(FILE, 'utf8') !== list(all)) {
    stderr.write(`${FILE} is out of date: run node scripts/licences.mjs\n`)
    exit(1)
  }
} else {
  writeFileSync(FILE, list(all))
}
