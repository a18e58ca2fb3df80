/** Tabs and choices of one row: the left and right arrows, Home and End go to another and take it. */
export function walkTabs(event: KeyboardEvent): void {
  const row = event.currentTarget
  if (!(row instanceof HTMLElement) || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
  const tabs = [...row.querySelectorAll<HTMLElement>('[role="tab"], [role="radio"]')]
  const at = tabs.findIndex((tab) => tab === document.activeElement)
  if (at < 0) return
  const to: Record<string, number> = {
    ArrowLeft: (at + tabs.length - 1) % tabs.length,
    ArrowRight: (at + 1) % tabs.length,
    Home: 0,
    End: tabs.length - 1,
  }
  const next = tabs[to[event.key] ?? -1]
  if (!next) return
  event.preventDefault()
  next.focus()
  next.click()
}
