import { html, raw } from "hono/html"
import type { WidgetSite } from "./WidgetSite.ts"

/** A page before its script fills it. */
export interface Shell {
  /** BCP 47. */
  readonly locale: string
  readonly title: string
  /** Where the script puts the page: `mtc-page` or `mtc-frame`. */
  readonly rootId: string
  /** Id of the data block, and the plain data in it. */
  readonly data: { readonly id: string; readonly value: object }
  /** Name of the site's script and style sheet. */
  readonly files: "pages" | "frame"
  /** Address of one more script: the development tools'. */
  readonly tools?: string | undefined
  /** What stands there without script. */
  readonly noScript: string
}

/** JSON that ends no script element, whatever is in it. */
const dataText = (value: object) =>
  raw(JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028"))

/** A page's HTML: one empty root, its data, one style sheet and one script, both by hash. */
export const shell = (site: WidgetSite, { data, locale, noScript, files, rootId, title, tools }: Shell): string => {
  const css = site.link(`${files}.css`)
  const js = site.link(`${files}.js`)
  return String(
    html`<!doctype html>
      <html lang="${locale}" dir="ltr">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title}</title>
          <link rel="icon" href="data:," />
          <link rel="stylesheet" href="${css.href}" integrity="${css.integrity}" />
          <script type="application/json" id="${data.id}">
            ${dataText(data.value)}
          </script>
          <script type="module" src="${js.href}" integrity="${js.integrity}"></script>
          ${tools === undefined ? "" : html`<script type="module" src="${tools}"></script>`}
        </head>
        <body>
          <div id="${rootId}"></div>
          <noscript><p>${noScript}</p></noscript>
        </body>
      </html> `
  )
}
