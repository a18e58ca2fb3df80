import { createPinia } from 'pinia'
import { createApp } from 'vue'
import 'element-plus/dist/index.css'
import './theme/tokens.css'
import './theme/base.css'
import App from './App.vue'
import { router } from './router'

async function start(): Promise<void> {
  // A page in a plain browser, for looking at screens; never part of the built program.
  if (import.meta.env.DEV && new URLSearchParams(location.search).has('fake')) {
    const { installFakeBackend } = await import('./dev/fake-backend')
    installFakeBackend()
  }
  createApp(App).use(createPinia()).use(router).mount('#app')
}

void start()
