/** A letter on the desk: what was typed, told apart from what the case says. */
import type { CaseLetters, LetterDraft, LetterKind, LetterView } from '@/backend/generated'

/** What is sent to keep a draft: what the view shows, with what was typed over it. */
export function draftOf(view: LetterView, typed: Partial<LetterDraft> = {}): LetterDraft {
  return {
    id: view.id,
    values: Object.fromEntries(view.places.map((place) => [place.name, place.value])),
    title: view.own_title ? view.title : null,
    text: view.own_text ? view.text : null,
    on: view.on,
    number: view.own_number ? view.number : null,
    step: view.with_step,
    ...typed,
  }
}

/** Letters by what they belong to, in the order of a case; those that come next before the others. */
export function groupsOf(kinds: LetterKind[]): { label: string; kinds: LetterKind[] }[] {
  const groups: { label: string; kinds: LetterKind[] }[] = []
  for (const kind of kinds) {
    const group = groups.find((one) => one.label === kind.group)
    if (group) group.kinds.push(kind)
    else groups.push({ label: kind.group, kinds: [kind] })
  }
  return groups
}

/** The letters that come next, and the rest. */
export function offered(letters: CaseLetters | null): { next: LetterKind[]; others: LetterKind[] } {
  const kinds = letters?.kinds ?? []
  return { next: kinds.filter((kind) => kind.next), others: kinds.filter((kind) => !kind.next) }
}

/** 草稿, 已发出, 已作废. */
export const STAGES = { draft: '草稿', issued: '已发出', void: '已作废' } as const
