/** Sizes in the preview: zoom steps, and how many dots a page's picture needs to be sharp. */

/** A4 at 100 %: 210 mm × 297 mm at 96 CSS pixels an inch. */
export const pageWidth = 793.7
export const pageHeight = 1122.5

export type Zoom = 'width' | number

const steps = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3]

/** The next step up or down from any zoom. */
export function stepZoom(zoom: number, direction: 1 | -1): number {
  const next =
    direction > 0 ? steps.find((step) => step > zoom + 0.01) : [...steps].reverse().find((step) => step < zoom - 0.01)
  return next ?? zoom
}

/** The zoom at which a page fills the pane; never larger than 200 %. */
export function fitWidth(pane: number): number {
  return Math.min(2, Math.max(0.3, (pane - 56) / pageWidth))
}

/**
 * Dots an inch for a picture shown at `zoom` on a screen of `ratio` dots a CSS pixel. Rounded to 12
 * so that small changes reuse a picture, at most 288, which is sharp at every size offered.
 */
export function pictureDpi(zoom: number, ratio: number): number {
  return Math.min(288, Math.max(24, Math.ceil((96 * zoom * ratio) / 12) * 12))
}

/** The page at the middle of the pane, from 0. */
export function pageAt(scrollTop: number, paneHeight: number, stride: number, pages: number): number {
  const page = Math.floor((scrollTop + paneHeight / 2) / stride)
  return Math.max(0, Math.min(pages - 1, page))
}

/** Whether a key goes into something being typed, and is no key of the page. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable="true"]')
}
