/**
 * Arithmetic on the report's numbers as the program does it: decimals in millionths, exactly, and a
 * sum that knows lower bounds, blanks and 不适用. The screen adds up at once with the same rules by
 * which the program adds up when it saves.
 */
import type { Quantity } from '@/backend/generated'

const scale = 1_000_000n

/** `12.5` in millionths; null for anything that is no such number. */
export function millionths(text: string): bigint | null {
  const found = /^(-?)(\d{1,12})(?:\.(\d{1,6}))?$/.exec(text)
  if (!found) return null
  const whole = BigInt(found[2] ?? '0') * scale + BigInt((found[3] ?? '').padEnd(6, '0'))
  return found[1] ? -whole : whole
}

/** Millionths as text, without zeros at the end: `12.5`. */
export function fromMillionths(value: bigint): string {
  const size = value < 0n ? -value : value
  const fraction = (size % scale).toString().padStart(6, '0').replace(/0+$/, '')
  return `${value < 0n ? '-' : ''}${size / scale}${fraction === '' ? '' : `.${fraction}`}`
}

/** The number itself, exact or lower bound, in millionths. */
export function numberOf(quantity: Quantity | null): bigint | null {
  return quantity !== null && 'value' in quantity ? millionths(quantity.value) : null
}

/**
 * The sum. One lower bound makes it a lower bound; nothing but blanks is blank; blanks beside
 * numbers count nothing; nothing but 不适用 is 不适用.
 */
export function sumOf(terms: Quantity[]): Quantity {
  let sum = 0n
  let numbers = 0
  for (const term of terms) {
    const number = numberOf(term)
    if (number === null) continue
    sum += number
    numbers += 1
  }
  if (numbers === 0) {
    const blank = terms.length === 0 || terms.some((term) => term.kind !== 'not_applicable')
    return { kind: blank ? 'blank' : 'not_applicable' }
  }
  const bound = terms.some((term) => term.kind === 'at_least')
  return { kind: bound ? 'at_least' : 'exact', value: fromMillionths(sum) }
}

export function sameQuantity(one: Quantity | null, other: Quantity | null): boolean {
  if (one === null || other === null) return one === other
  return one.kind === other.kind && numberOf(one) === numberOf(other)
}

/** What stands in a cell: a blank cell is empty. */
export function cellText(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'exact':
      return quantity.value
    case 'at_least':
      return `${quantity.value}余`
    case 'blank':
      return ''
    case 'not_applicable':
      return '不适用'
  }
}

/** How a number changed since last year, in words; '' where it cannot be said. */
export function changeWords(now: Quantity, last: Quantity): string {
  if (now.kind !== 'exact' || last.kind !== 'exact') return ''
  const [one, other] = [millionths(now.value), millionths(last.value)]
  if (one === null || other === null) return ''
  const difference = one - other
  if (difference === 0n) return '与上年相同'
  const distance = difference < 0n ? -difference : difference
  const size = fromMillionths(distance)
  const word = difference < 0n ? '减少' : '增加'
  if (other <= 0n) return `${word} ${size}`
  const percent = Number((distance * 2000n + other) / (2n * other)) / 10
  return `${word} ${size}（${difference < 0n ? '−' : '+'}${percent} %）`
}
