import type { Api } from '#lib/server/api.ts'
import type { Me } from '#lib/model.ts'

declare global {
  namespace App {
    interface Error {
      code?: string
    }
    interface Locals {
      api: Api
      me: Me
      theme: 'light' | 'dark' | 'system'
    }
    interface Platform {
      workbench: { readonly api: (request: Request) => Promise<Response> }
    }
  }
}

export {}
