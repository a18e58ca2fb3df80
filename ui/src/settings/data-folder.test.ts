import { expect, test } from 'vitest'
import type { FolderPlan } from '@/backend/generated'
import { action, question } from './data-folder'

const plan: FolderPlan = { path: 'D:\\年报', has_data: false, files: 12, bytes: 2_097_152, warning: null }

test('says what is copied, and that the old folder stays', () => {
  expect(question(plan)).toContain('12 个文件，2.0 MB')
  expect(question(plan)).toContain('原来的文件夹先留着')
  expect(action(plan)).toBe('复制并改用')
})

test('a folder with records is used as it is, never merged', () => {
  const found = { ...plan, has_data: true, files: 0 }
  expect(question(found)).toContain('不复制、不合并')
  expect(action(found)).toBe('改用那里的数据')
})

test('a warning stands first, and the button says that it was read', () => {
  const synced = { ...plan, warning: '这个文件夹在「坚果云」的同步范围里。' }
  expect(question(synced)).toMatch(/^注意：这个文件夹在「坚果云」/)
  expect(action(synced)).toBe('仍然放在那里')
})
