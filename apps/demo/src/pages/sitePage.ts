import { html } from "hono/html"
import type { HtmlEscapedString } from "hono/utils/html"

/** Markup that Hono's `html` made. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>

const places = [
  { href: "/", name: "Start" },
  { href: "/create-logon", name: "Create a logon" },
  { href: "/people", name: "People" }
]

/** A page of Bayside Tax Help. */
export const sitePage = (page: { readonly path: string; readonly title: string; readonly main: Markup }): Markup =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} - Bayside Tax Help</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/site.css" />
        <script type="module" src="/site.js"></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the main content</a>
        <header class="site">
          <p class="brand">Bayside Tax Help</p>
          <p class="fiction">A made-up site for trying the Department's form</p>
          <nav aria-label="Site">
            <ul>
              ${places.map(
                ({ href, name }) =>
                  html`<li><a href="${href}" ${href === page.path ? html`aria-current="page"` : ""}>${name}</a></li>`
              )}
            </ul>
          </nav>
        </header>
        <main id="main" tabindex="-1">${page.main}</main>
        <footer>
          <p>
            Everyone here is made up. Their numbers are never issued, their phones do not ring, and their addresses get
            no mail. Nothing leaves this machine.
          </p>
        </footer>
      </body>
    </html>`
