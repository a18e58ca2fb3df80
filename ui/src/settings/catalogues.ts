/** Categories, channels, departments, villages: the office's own lists, shared by forms, filters and settings. */
import { defineStore } from 'pinia'
import { call } from '@/backend/client'
import type { Catalogue, CatalogueId, Entry } from '@/backend/generated'

export const useCatalogues = defineStore('catalogues', {
  state: () => ({ catalogues: [] as Catalogue[] }),
  getters: {
    byId: (state) => (id: CatalogueId) => state.catalogues.find((catalogue) => catalogue.id === id) ?? null,
    /** All entries in the office's order, retired ones included. */
    entries:
      (state) =>
      (id: CatalogueId): Entry[] =>
        [...(state.catalogues.find((catalogue) => catalogue.id === id)?.entries ?? [])].sort(
          (a, b) => a.position - b.position,
        ),
  },
  actions: {
    async load(): Promise<void> {
      this.catalogues = await call('catalogues.list')
    },
  },
})
