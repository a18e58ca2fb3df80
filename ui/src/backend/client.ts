/**
 * The one door to the program behind the window. Nothing else imports the shell's packages, so that
 * every screen can be shown and tested against another backend.
 */
import { convertFileSrc, invoke } from '@tauri-apps/api/core'
import { getCurrentWindow } from '@tauri-apps/api/window'
import type { Commands, Failure } from './generated'

/** What went wrong, in the words of the program behind: stable code, message, hint, and the fields concerned. */
export class BackendError extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.name = 'BackendError'
    this.failure = failure
  }

  get code(): string {
    return this.failure.code
  }

  get fields(): Record<string, string> {
    return this.failure.fields
  }
}

function isFailure(reason: unknown): reason is Failure {
  return typeof reason === 'object' && reason !== null && 'code' in reason && 'message' in reason
}

/** Any rejection as a failure that can be shown. */
export function asFailure(reason: unknown): Failure {
  if (reason instanceof BackendError) return reason.failure
  if (isFailure(reason)) {
    return { code: reason.code, message: reason.message, hint: reason.hint ?? '', fields: reason.fields ?? {} }
  }
  const said = reason instanceof Error ? reason.message : String(reason)
  return {
    code: 'ui.unexpected',
    message: `程序没有完成这一步：${said}`,
    hint: '请重试；仍不行时重新打开程序，已保存的内容不会丢失。',
    fields: {},
  }
}

type Name = keyof Commands
type Request<N extends Name> = Commands[N]['request']
type Response<N extends Name> = Commands[N]['response']

/**
 * Calls one command. Commands without a request are called with the name alone.
 * @throws {BackendError} always this, whatever went wrong
 */
export async function call<N extends Name>(
  name: N,
  ...request: Request<N> extends null ? [] : [Request<N>]
): Promise<Response<N>> {
  try {
    return await invoke<Response<N>>('call', { name, request: request[0] ?? null })
  } catch (reason) {
    throw new BackendError(asFailure(reason))
  }
}

/** Address of the picture of a page (from 0) at `dpi`, for an `<img>`. */
export function pagePicture(key: string, page: number, dpi: number): string {
  return convertFileSrc(`${key}/${page}/${dpi}`, 'page')
}

const flushes = new Set<() => Promise<void>>()
let listening = false

/**
 * Has `flush` awaited before the window closes. Returns a function that takes it off again.
 * A flush that fails does not keep the window open for ever: it may use at most three seconds.
 */
export function onBeforeClose(flush: () => Promise<void>): () => void {
  flushes.add(flush)
  if (!listening) {
    listening = true
    listen()
  }
  return () => flushes.delete(flush)
}

/** Runs everything registered with {@link onBeforeClose}. */
export async function flushAll(): Promise<void> {
  const limit = new Promise<void>((done) => setTimeout(done, 3000))
  await Promise.race([Promise.allSettled([...flushes].map((flush) => flush())).then(() => undefined), limit])
}

function listen(): void {
  try {
    getCurrentWindow()
      .onCloseRequested(() => flushAll())
      .catch(() => undefined)
  } catch {
    // Outside the shell (a browser): the page's own events have to do.
  }
  window.addEventListener('pagehide', () => void flushAll())
}
