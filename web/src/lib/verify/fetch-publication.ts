interface Published {
  readonly files: readonly { readonly name: string }[]
}

/** Fetches the files of a bulletin that this server published, by name; what they say is checked in the browser. */
export async function fetchPublication(id: string): Promise<readonly File[]> {
  const base = `/api/bulletins/${encodeURIComponent(id)}`
  const { files } = (await (await demand(base)).json()) as Published
  return Promise.all(
    files.map(async ({ name }) => {
      const response = await demand(`${base}/files/${encodeURIComponent(name)}`)
      return new File([await response.arrayBuffer()], name)
    }),
  )
}

async function demand(path: string): Promise<Response> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path}: found ${response.status}, expected a file of a bulletin`)
  return response
}
