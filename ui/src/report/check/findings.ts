/** Putting findings in the order in which they are worked off, and saying what they are about. */
import type { Checked, Part, PartMark, Place, Severity } from '@/backend/generated'
import { partName } from '../report'

export const severityLabels: Record<Severity, string> = { error: '错误', warning: '疑点', hint: '提示' }
const gravity: Severity[] = ['error', 'warning', 'hint']

export interface SeverityGroup {
  severity: Severity
  label: string
  /** Each with its place in the whole list, which names it on the screen. */
  items: { index: number; checked: Checked }[]
}

/** Whether a finding concerns a part: it stands there, or one of its places does. */
export function concerns(checked: Checked, part: string): boolean {
  if (checked.part === part) return true
  return checked.finding.places.some((place) => place.type === 'text' && place.part === part)
}

/** Errors first, then warnings, then hints; those with a 情况说明 after those without. */
export function bySeverity(findings: Checked[], part: string | null): SeverityGroup[] {
  const shown = part === null ? findings : findings.filter((each) => concerns(each, part))
  let index = 0
  return gravity.flatMap((severity) => {
    const those = shown.filter((each) => each.finding.severity === severity)
    const ordered = [...those.filter((each) => !each.waiver), ...those.filter((each) => each.waiver)]
    if (ordered.length === 0) return []
    return [
      { severity, label: severityLabels[severity], items: ordered.map((checked) => ({ index: index++, checked })) },
    ]
  })
}

export interface PartGroup {
  id: string
  name: string
  items: { index: number; checked: Checked }[]
}

/** The check sheet's order: part by part, the gravest first; what belongs to none at the end. */
export function byPart(findings: Checked[], parts: Part[]): PartGroup[] {
  let index = 0
  const known = new Set(parts.map((part) => part.id))
  const groups = [...parts.map((part) => ({ id: part.id, name: partName(part) })), { id: '', name: '整篇报告' }]
  return groups.flatMap(({ id, name }) => {
    const own = findings.filter((each) => (each.part !== null && known.has(each.part) ? each.part : '') === id)
    const ordered = gravity.flatMap((severity) => own.filter((each) => each.finding.severity === severity))
    return ordered.length === 0 ? [] : [{ id, name, items: ordered.map((checked) => ({ index: index++, checked })) }]
  })
}

/** The gravest open finding of each figure; a finding with a 情况说明 no longer marks its cells. */
export function worstByFigure(findings: Checked[]): Map<string, Severity> {
  const worst = new Map<string, Severity>()
  for (const { finding, waiver } of findings) {
    if (waiver || finding.severity === 'hint') continue
    for (const place of finding.places) {
      if (place.type === 'figure' && worst.get(place.id) !== 'error') worst.set(place.id, finding.severity)
    }
  }
  return worst
}

/** The findings that name a figure. */
export function ofFigure(findings: Checked[], figure: string): Checked[] {
  return findings.filter((each) => each.finding.places.some((place) => place.type === 'figure' && place.id === figure))
}

const settingNames: Record<string, string> = { title: '标题', signed_on: '成文日期', format: '报告格式' }

/** What a link to a place says. `figureName` gives a cell's row and column, or a figure's name. */
export function placeLabel(
  place: Place,
  figureName: (id: string) => string,
  ledgerName: (id: string) => string,
): string {
  switch (place.type) {
    case 'figure':
      return figureName(place.id)
    case 'text':
      return `「${place.quote.length > 16 ? `${place.quote.slice(0, 15)}…` : place.quote}」`
    case 'records':
      return `${ledgerName(place.behind.ledger)}台账的记录`
    case 'record':
      return place.title === '' ? `${ledgerName(place.ledger)}台账的这条记录` : place.title
    case 'setting':
      return settingNames[place.name] ?? '报告设置'
  }
}

/** What a part is at, in a word beside its name. */
export function markWords(mark: PartMark): string {
  switch (mark.state) {
    case 'empty':
      return '待写'
    case 'errors':
      return `${mark.errors} 错`
    case 'warnings':
      return `${mark.warnings} 疑`
    case 'done':
      return '✓ 齐'
  }
}
