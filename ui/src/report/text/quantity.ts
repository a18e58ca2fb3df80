/** A number is one of four kinds and 0 is never blank; here they become words on the screen. */
import type { Figure, Quantity, Shown } from '@/backend/generated'

export const kindLabels: Record<Quantity['kind'], string> = {
  exact: '确数',
  at_least: '约数（余）',
  blank: '空',
  not_applicable: '不适用',
}

/** The text of a number alone; a blank is said in words because nothing would be seen. */
export function quantityText(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'exact':
      return quantity.value
    case 'at_least':
      return `${quantity.value}余`
    case 'blank':
      return '（空）'
    case 'not_applicable':
      return '不适用'
  }
}

/** A figure made of words (who heads the leading group); its number only says how many they are. */
export function isWords(figure: Figure): boolean {
  return figure.value.kind === 'exact' && figure.text !== figure.value.value
}

/** What a figure says in a list of figures: its words, or its number. */
export function figureSays(figure: Figure): string {
  return isWords(figure) ? figure.text || '（空）' : quantityText(figure.value)
}

/** What a figure says in the text: its number, or the number rounded down with 「余」. */
export function figureText(figure: Figure, shown: Shown): string {
  return shown === 'about' ? figure.about : figure.text
}

/** A figure that has nothing to round looks the same both ways, so the choice is not offered. */
export function canRound(figure: Figure): boolean {
  return figure.value.kind === 'exact' && figure.about !== figure.text
}

/** Whether a figure may have decimals: money has, and a share; what is counted one by one has not. */
function isDivisible(unit: string): boolean {
  return unit === '' || /元|%|％|公里|亩|小时|平方/.test(unit)
}

/** A number typed by hand for a figure: as it is kept, or what is wrong with it. */
export function readByHand(
  typed: string,
  kind: 'exact' | 'at_least',
  unit: string,
): { value: string } | { wrong: string } {
  const value = parseNumber(typed)
  if (value === null) return { wrong: '请填数字，例如 205' }
  if (value.includes('.') && !isDivisible(unit)) return { wrong: `按${unit}计的数字是整数` }
  if (kind === 'at_least' && Number(value) === 0) return { wrong: '「余」前面的数字要大于 0' }
  return { value }
}

/** Full-width digits and separators from the input method become plain digits; null: not a number ≥ 0. */
export function parseNumber(typed: string): string | null {
  const plain = typed
    .trim()
    .replace(/[０-９．]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[,，\s]/g, '')
  if (!/^\d{1,12}(\.\d{1,4})?$/.test(plain)) return null
  const [whole = '0', fraction] = plain.split('.')
  const shorter = whole.replace(/^0+(?=\d)/, '')
  return fraction === undefined ? shorter : `${shorter}.${fraction}`
}
