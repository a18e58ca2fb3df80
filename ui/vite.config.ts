import { fileURLToPath, URL } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  clearScreen: false,
  server: { port: 1420, strictPort: true, host: '127.0.0.1', fs: { allow: ['..'] } },
  build: {
    // WebKitGTK 2.40 and newer on Linux, WebView2 on Windows.
    target: ['safari16', 'chrome111'],
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
  },
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'] },
})
