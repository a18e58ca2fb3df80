/** The descriptions of the eleven ledgers, read once: rail, lists, forms and filters come from them. */
import { defineStore } from 'pinia'
import { call } from '@/backend/client'
import type { Ledger } from '@/backend/generated'

export const useLedgers = defineStore('ledgers', {
  state: () => ({ ledgers: [] as Ledger[] }),
  getters: {
    byId: (state) => (id: string) => state.ledgers.find((ledger) => ledger.id === id) ?? null,
  },
  actions: {
    async load(): Promise<void> {
      if (this.ledgers.length === 0) this.ledgers = await call('ledgers.describe')
    },
  },
})
