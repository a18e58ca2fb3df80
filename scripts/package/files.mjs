// Writes the NSIS macros that install and remove exactly the files of a staged folder.
//
//   node scripts/package/files.mjs STAGE > files.nsh
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { argv, stdout } from 'node:process'

const stage = argv[2]
const windows = (path) => path.replaceAll('/', '\\')

/** Folders from the top with the files in each, in a fixed order. */
function folders(below = '') {
  const entries = readdirSync(join(stage, below), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  const files = entries.filter((one) => one.isFile()).map((one) => one.name)
  const inside = entries.filter((one) => one.isDirectory()).map((one) => (below ? `${below}/${one.name}` : one.name))
  return [{ below, files }, ...inside.flatMap(folders)]
}

const all = folders()
const place = (below) => (below ? `$INSTDIR\\${windows(below)}` : '$INSTDIR')
const lines = ['!macro INSTALL_FILES']
for (const { below, files } of all) {
  lines.push(`  SetOutPath "${place(below)}"`)
  for (const file of files) lines.push(`  File "${join(stage, below, file)}"`)
}
lines.push('!macroend', '!macro REMOVE_FILES')
for (const { below, files } of all.toReversed()) {
  for (const file of files) lines.push(`  Delete "${place(below)}\\${file}"`)
  if (below) lines.push(`  RMDir "${place(below)}"`)
}
lines.push('!macroend')
stdout.write(`\uFEFF${lines.join('\n')}\n`)
