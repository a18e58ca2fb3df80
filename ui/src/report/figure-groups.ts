/** The order of the figures panel: by the ledger they are counted from, the office's own at the end. */
import type { Figure } from '@/backend/generated'

export interface PanelGroup {
  id: string
  label: string
  figures: Figure[]
}

export function panelGroups(figures: Figure[], ledgerLabel: (ledger: string) => string | null): PanelGroup[] {
  const groups: PanelGroup[] = []
  const into = (id: string, label: string, figure: Figure) => {
    const group = groups.find((each) => each.id === id)
    if (group) group.figures.push(figure)
    else groups.push({ id, label, figures: [figure] })
  }
  for (const figure of figures.filter((each) => !each.custom)) {
    if (figure.behind) into(figure.behind.ledger, ledgerLabel(figure.behind.ledger) ?? '台账', figure)
    else into('other', figure.counted ? '其他' : '由人工填写', figure)
  }
  for (const figure of figures.filter((each) => each.custom)) into('custom', '自定数据项', figure)
  return groups
}
