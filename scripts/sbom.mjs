// Writes the software bill of materials (CycloneDX 1.5) to standard output. The same sources give the same bytes:
// it bears no time, and its serial number follows from its content.
//
//   node scripts/sbom.mjs > dist/sbom.json
import { createHash } from 'node:crypto'
import { stdout } from 'node:process'
import { parts, version } from './parts.mjs'

const TYPES = { font: 'data', rust: 'library', npm: 'library', other: 'library' }
const single = /^[A-Za-z0-9.+-]+$/

const components = parts().map((part) => ({
  type: TYPES[part.kind],
  'bom-ref': part.purl,
  name: part.name,
  version: part.version,
  ...(part.hash?.content ? { hashes: [part.hash] } : {}),
  licenses: [single.test(part.licence) ? { license: { id: part.licence } } : { expression: part.licence.replace(/ +/g, ' ') }],
  purl: part.purl,
}))
const program = {
  type: 'application',
  'bom-ref': 'gongkai',
  name: '政府信息公开年报',
  version: version(),
  licenses: [{ license: { id: 'MulanPSL-2.0' } }],
}
const bill = {
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
  metadata: { component: program },
  components,
  dependencies: [{ ref: 'gongkai', dependsOn: components.map((part) => part['bom-ref']) }],
}
const hash = createHash('sha256').update(JSON.stringify(bill)).digest('hex')
const serial = [hash.slice(0, 8), hash.slice(8, 12), `5${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`, hash.slice(20, 32)]
stdout.write(`${JSON.stringify({ ...bill, serialNumber: `urn:uuid:${serial.join('-')}` }, null, 1)}\n`)
