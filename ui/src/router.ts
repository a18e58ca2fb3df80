import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  { path: '/', name: 'workbench', component: () => import('@/workbench/WorkbenchView.vue') },
  { path: '/terms', name: 'terms', component: () => import('@/terms/TermsView.vue') },
  { path: '/ledger/:id', name: 'ledger', component: () => import('@/ledger/LedgerView.vue') },
  { path: '/report/:part?', name: 'report', component: () => import('@/report/ReportView.vue') },
  { path: '/years', name: 'years', component: () => import('@/report/YearsView.vue') },
  { path: '/settings/:tab?', name: 'settings', component: () => import('@/settings/SettingsView.vue') },
  { path: '/bin', name: 'bin', component: () => import('@/bin/BinView.vue') },
  { path: '/setup', name: 'setup', component: () => import('@/setup/SetupView.vue') },
  { path: '/:rest(.*)*', redirect: '/' },
]

export const router = createRouter({ history: createWebHashHistory(), routes })
