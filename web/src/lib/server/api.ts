import { error } from '@sveltejs/kit'

/** A refusal as the API words it (RFC 9457): the code for programs, the detail for people. */
export interface Problem {
  readonly status: number
  readonly code: string
  readonly detail: string
}

/** An answer of the API that a form shows beside its fields. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

/** How a form's content is sent. */
export interface SendOptions {
  /** (Default: POST) */
  readonly method?: 'POST' | 'PUT' | 'DELETE'
  /** The tag of what the person looked at: whoever was overtaken is told so. (Default: none) */
  readonly seen?: string
  /** A key of this form: sent twice, it is recorded once. (Default: none) */
  readonly once?: string
}

/** The case's API with the browser's own session: what a page may show and do is decided there alone. */
export interface Api {
  /** What a page needs. A refusal becomes the page's error. */
  readonly get: <T>(path: string) => Promise<T>
  /** The same with its tag: a write says by it what it is based on. */
  readonly tagged: <T>(path: string) => Promise<{ readonly value: T; readonly tag: string }>
  /** What a page can do without: null where it is not there, not allowed, or not built. */
  readonly ask: <T>(path: string) => Promise<T | null>
  /**
   * The same for what is dear to make and seldom changes: asked for with the tag of the last answer, so that the API, which still decides
   * whether it may be seen, makes it anew only when the record has changed.
   */
  readonly askKept: <T>(path: string) => Promise<T | null>
  /** Sends a form's content. */
  readonly send: <T>(path: string, body: object, options?: SendOptions) => Promise<Answer<T>>
  /** Cookies that the API set while this page was made; the page's answer carries them. */
  readonly setCookies: readonly string[]
}

interface Kept {
  readonly tag: string
  readonly value: unknown
}

/** Answers that are kept, by session and path; the oldest go. */
const KEPT = new Map<string, Kept>()
const MOST_KEPT = 500

function keep(key: string, answer: Kept): void {
  KEPT.set(key, answer)
  const [oldest] = KEPT.keys()
  if (KEPT.size > MOST_KEPT && oldest !== undefined) KEPT.delete(oldest)
}

type Call = (request: Request) => Response | Promise<Response>

/** Headers of the browser that the API must see as they are. */
const CARRIED = ['cookie', 'origin', 'user-agent', 'accept-language'] as const

/** Where the API lies below the address. */
const BASE = '/api'

/** The API for one request of the browser. */
export function createApi(call: Call, { request, url }: { readonly request: Request; readonly url: URL }): Api {
  const setCookies: string[] = []
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    for (const name of CARRIED) {
      const value = request.headers.get(name)
      if (value !== null) headers.set(name, value)
    }
    headers.set('accept', 'application/json')
    const target = new URL(path.startsWith('/api/') ? path : BASE + path, url.origin)
    const response = await call(new Request(target, { ...init, headers }))
    setCookies.push(...response.headers.getSetCookie())
    return response
  }
  const demand = async <T>(path: string) => {
    const response = await ask(path)
    if (response.ok) return { value: (await response.json()) as T, tag: response.headers.get('etag') ?? '' }
    const { status, detail, code } = await problemOf(response)
    error(status, detail, { code })
  }
  return {
    setCookies,
    get: async <T>(path: string) => (await demand<T>(path)).value,
    tagged: demand,
    ask: async <T>(path: string) => {
      const response = await ask(path)
      return response.ok ? ((await response.json()) as T) : null
    },
    askKept: async <T>(path: string) => {
      const key = `${request.headers.get('cookie') ?? ''} ${path}`
      const kept = KEPT.get(key)
      const response = await ask(path, kept ? { headers: { 'if-none-match': kept.tag } } : {})
      if (response.status === 304 && kept) return kept.value as T
      KEPT.delete(key)
      if (!response.ok) return null
      const value = (await response.json()) as T
      const tag = response.headers.get('etag')
      if (tag !== null) keep(key, { tag, value })
      return value
    },
    send: async <T>(path: string, body: object, { method = 'POST', seen, once }: SendOptions = {}) => {
      const init = body instanceof FormData ? { body, headers: {} } : jsonOf(body)
      const headers = { ...init.headers, ...(seen && { 'if-match': seen }), ...(once && { 'idempotency-key': once }) }
      const response = await ask(path, { ...init, method, headers })
      if (!response.ok) return { ok: false as const, problem: await problemOf(response) }
      const text = await response.text()
      return { ok: true as const, value: (text === '' ? null : JSON.parse(text)) as T }
    },
  }
}

function jsonOf(body: object): { body: string; headers: { [name: string]: string } } {
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
}

async function problemOf(response: Response): Promise<Problem> {
  const told: unknown = await response.json().catch(() => null)
  const { code, detail, title, message } = (told ?? {}) as { readonly [member: string]: unknown }
  const words = [detail, message, title].find((word) => typeof word === 'string')
  return {
    status: response.status,
    code: typeof code === 'string' ? code : 'internal',
    detail: typeof words === 'string' ? words : response.statusText,
  }
}
