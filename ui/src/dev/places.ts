/** The data folder and 关于 of the program that lives in memory. */
import type { About, Commands, DataFolder, FolderPlan } from '@/backend/generated'

type Name = Extract<keyof Commands, `folder.${string}` | `about.${string}`>
type Handlers = { [N in Name]: (request: Commands[N]['request']) => Commands[N]['response'] }

const folder: DataFolder = {
  path: 'C:\\Users\\张 三\\AppData\\Local\\gongkai',
  why: '默认位置',
  warning: null,
  movable: true,
  before: null,
}
const plan: FolderPlan = {
  path: 'D:\\OneDrive\\政府信息公开年报数据',
  has_data: false,
  files: 214,
  bytes: 48_300_000,
  warning:
    '这个文件夹在「OneDrive」的同步范围里。同步会改坏正在使用的数据文件，还会把台账里的个人信息传到外面，请换到不同步的位置。',
}
const about: About = {
  version: '0.1.0',
  system: 'Windows 10.0.19045',
  webview: 'WebView2 131.0.2903.86',
  log_dir: 'C:\\Users\\张 三\\AppData\\Roaming\\gongkai\\日志',
  licence_texts: 'C:\\Users\\张 三\\AppData\\Local\\Programs\\gongkai\\第三方许可.txt',
}

export function placeHandlers(): Handlers {
  let here = folder
  return {
    'folder.show': () => here,
    'folder.plan': () => plan,
    'folder.move': () =>
      (here = { ...here, path: plan.path, why: '自己选定的位置', warning: plan.warning, before: here.path }),
    'folder.remove_before': () => {
      here = { ...here, before: null }
      return { message: '已删除原来文件夹里的数据' }
    },
    'folder.keep_before': () => {
      here = { ...here, before: null }
      return null
    },
    'about.show': () => about,
    'about.diagnostics': () => ({ message: '政府信息公开年报 0.1.0（x86_64）\n系统：Windows 10.0.19045' }),
  }
}
