/**
 * What the chips in the text show. The text only stores a figure's id; its number comes from the
 * report as it stands now, so every chip is told when the figures change.
 */
import { shallowRef, type ShallowRef } from 'vue'
import type { Figure } from '@/backend/generated'

export class FigureSource {
  /** Reactive for the panels; chips subscribe because they live outside Vue. */
  readonly all: ShallowRef<Figure[]> = shallowRef([])
  private byId = new Map<string, Figure>()
  private readonly listeners = new Set<() => void>()

  get(id: string): Figure | undefined {
    return this.byId.get(id)
  }

  replace(figures: Figure[]): void {
    this.all.value = figures
    this.byId = new Map(figures.map((figure) => [figure.id, figure]))
    for (const listener of this.listeners) listener()
  }

  /** Gives the function that ends the subscription. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}
