/** A handful of the program's rules, enough for every kind of finding to be seen and worked off. */
import type { Checked, CheckSheet, Figure, Finding, Part, PartMark, Place, Report, Waiver } from '@/backend/generated'
import { cellText, numberOf, sameQuantity, sumOf } from '@/report/grid/quantities'
import { FORMAT } from './statutory'

type Found = Omit<Finding, 'key'>

const at = (...ids: string[]): Place[] => ids.map((id) => ({ type: 'figure', id }))

function balances(figures: Map<string, Figure>): Found[] {
  return FORMAT.relations.flatMap((relation) => {
    const table = FORMAT.tables.find((each) => each.id === relation.each_column_of)
    return (table?.columns ?? []).flatMap((column): Found[] => {
      const named = (ids: string[]) => ids.map((id) => id.replace('{column}', column.id))
      const sum = (ids: string[]) => sumOf(named(ids).map((id) => figures.get(id)?.value ?? { kind: 'blank' }))
      const [left, right] = [sum(relation.left), sum(relation.right)]
      if (column.sum?.length || sameQuantity(left, right)) return []
      return [
        {
          rule: relation.rule,
          severity: 'error',
          group: 'identities',
          message: `申请表「${column.label}」一列，${relation.left_label}是 ${cellText(left)}，${relation.right_label}是 ${cellText(right)}，两边应当相等。`,
          sides: [
            { label: relation.left_label, value: cellText(left) },
            { label: relation.right_label, value: cellText(right) },
          ],
          places: at(...named(relation.left), ...named(relation.right)),
          basis: relation.basis ?? '',
          advice: '逐项核对这一列；收到和办结不在同一年的，看上年结转和结转下年度。',
        },
      ]
    })
  })
}

function hands(figure: Figure): Found[] {
  const { entered, counted } = figure
  if (!entered || !counted || figure.sum.length > 0) return []
  const found: Found[] = []
  if (!sameQuantity(entered.value, counted)) {
    found.push({
      rule: 'hand.differs',
      severity: 'warning',
      group: 'records',
      message: `「${figure.label}」人工填的是 ${cellText(entered.value) || '空'}，台账统计是 ${cellText(counted)}。`,
      sides: [
        { label: '人工填写', value: cellText(entered.value) },
        { label: '台账统计', value: cellText(counted) },
      ],
      places: [...at(figure.id), ...(figure.behind ? [{ type: 'records' as const, behind: figure.behind }] : [])],
      basis: '',
      advice: '台账漏登的补登，多登的改正；人工填的数确实对的，保留并写明理由。',
    })
  }
  if (entered.reason === '') {
    found.push({
      rule: 'cell.reason',
      severity: 'error',
      group: 'records',
      message: `「${figure.label}」以人工填的 ${cellText(entered.value) || '空'} 为准，还没有写理由。`,
      sides: null,
      places: at(figure.id),
      basis: '',
      advice: '在右侧写明理由，或者恢复统计值。',
    })
  }
  return found
}

function changes(figure: Figure): Found[] {
  const [now, last] = [numberOf(figure.value), numberOf(figure.last)]
  if (now === null || last === null || last === 0n || figure.place?.column !== 'total') return []
  const difference = now - last
  const size = difference < 0n ? -difference : difference
  if (size * 2n <= last || size < 5_000_000n) return []
  return [
    {
      rule: 'year.change',
      severity: 'warning',
      group: 'identities',
      message: `「${figure.label}」本年 ${cellText(figure.value)}，上年 ${cellText(figure.last ?? { kind: 'blank' })}，变化超过一半。`,
      sides: [
        { label: figure.label, value: cellText(figure.value) },
        { label: '上年', value: cellText(figure.last ?? { kind: 'blank' }) },
      ],
      places: at(figure.id),
      basis: '',
      advice: '核对后写一句原因；原因可以写进第五部分。',
    },
  ]
}

function blanks(report: Report): Found[] {
  return report.tables.flatMap((table): Found[] => {
    const empty = report.figures.filter(
      (each) => each.place?.table === table.id && each.value.kind === 'blank' && each.sum.length === 0,
    )
    if (empty.length === 0) return []
    return [
      {
        rule: 'cell.blank',
        severity: 'error',
        group: 'completeness',
        message: `「${table.name}」表有 ${empty.length} 格没有填。`,
        sides: null,
        places: at(...empty.map((each) => each.id)),
        basis: '空白不等于 0',
        advice: '没有的填 0，不涉及的填「不适用」。',
      },
    ]
  })
}

function words(report: Report): Found[] {
  return report.parts.flatMap((part): Found[] => {
    const text = part.narrative.blocks
      .map((block) => block.inlines.map((inline) => (inline.type === 'text' ? inline.text : '')).join(''))
      .join('\n')
    const found: Found[] = []
    const typed = /收到申请(\d+)件/.exec(text)
    const received = report.figures.find((each) => each.id === 't3.new.total')
    if (typed?.[1] && received && cellText(received.value) !== typed[1]) {
      found.push({
        rule: 'text.received',
        severity: 'warning',
        group: 'text',
        message: `正文写收到申请 ${typed[1]} 件，申请表总计是 ${cellText(received.value)} 件。`,
        sides: [
          { label: '正文', value: typed[1] },
          { label: '申请表', value: cellText(received.value) },
        ],
        places: [{ type: 'text', part: part.id, quote: typed[0] }, ...at('t3.new.total')],
        basis: '',
        advice: '以表为准，把正文的数改成数据项，以后随表更新。',
      })
    }
    return found
  })
}

function settings(report: Report): Found[] {
  if (report.signed_on > report.period_to) return []
  return [
    {
      rule: 'text.signature_date',
      severity: 'error',
      group: 'completeness',
      message: '成文日期早于统计期限的最后一天。',
      sides: null,
      places: [{ type: 'setting', name: 'signed_on' }],
      basis: '',
      advice: '改成次年报送的日期。',
    },
  ]
}

function markOf(part: Part, findings: Checked[], report: Report): PartMark {
  const own = findings.filter((each) => each.part === part.id && !each.waiver)
  const errors = own.filter((each) => each.finding.severity === 'error')
  const warnings = own.filter((each) => each.finding.severity === 'warning')
  const blank = report.figures.filter(
    (each) => each.place && each.part === part.id && each.value.kind === 'blank',
  ).length
  const missing = [
    ...(part.written || part.tables_only ? [] : ['文字还是起始文字，没有改过']),
    ...(blank > 0 ? [`有 ${blank} 格没有填（没有的填 0）`] : []),
    ...[...errors, ...warnings].map((each) => each.finding.message),
  ]
  const empty = !part.written && !part.tables_only
  const state = errors.length > 0 ? 'errors' : empty ? 'empty' : warnings.length > 0 || blank > 0 ? 'warnings' : 'done'
  return { part: part.id, state, errors: errors.length, warnings: warnings.length, missing }
}

export function checkSheet(report: Report, waivers: Map<string, Waiver>): CheckSheet {
  const byId = new Map(report.figures.map((figure) => [figure.id, figure]))
  const found: Found[] = [
    ...balances(byId),
    ...report.figures.filter((each) => each.place).flatMap(hands),
    ...blanks(report),
    ...settings(report),
    ...report.figures.flatMap(changes),
    ...words(report),
  ]
  const gravity = ['error', 'warning', 'hint']
  const findings = found
    .sort((one, other) => gravity.indexOf(one.severity) - gravity.indexOf(other.severity))
    .map((finding): Checked => {
      const key = `${finding.rule}|${finding.message}`
      const [first] = finding.places
      const part =
        first?.type === 'figure' ? (byId.get(first.id)?.part ?? null) : first?.type === 'text' ? first.part : null
      return { finding: { ...finding, key }, part, waiver: waivers.get(key) ?? null }
    })
  const of = (severity: string) => findings.filter((each) => each.finding.severity === severity)
  return {
    year: report.year,
    findings,
    errors: of('error').length,
    open_errors: of('error').filter((each) => !each.waiver).length,
    warnings: of('warning').length,
    hints: of('hint').length,
    parts: report.parts.map((part) => markOf(part, findings, report)),
    offers: findings
      .filter((each) => each.finding.rule === 'year.change' && each.waiver)
      .map(({ finding, waiver }) => ({
        key: finding.key,
        part: 'problems',
        sentence: `${finding.sides?.[0].label}由上年的${finding.sides?.[1].value}件变为${finding.sides?.[0].value}件，主要原因是${waiver?.note}。`,
      })),
  }
}
