/** The partner's own look: nothing of it reaches into the Department's form. */
export const siteStyle = `
*, *::before, *::after { box-sizing: border-box }
:root {
  --ink: #16262b; --quiet: #4d5f66; --line: #c9d5d6; --page: #fbfaf6; --card: #fff; --sea: #0b5563; --sea-dark: #083d47;
  --sand: #efe9da; --focus: #b35300;
  font: 100%/1.55 "Source Sans 3", "Segoe UI", system-ui, sans-serif; color: var(--ink); background: var(--page);
}
body { margin: 0; display: grid; min-height: 100vh; grid-template-rows: auto 1fr auto }
a { color: var(--sea) }
a:hover { color: var(--sea-dark) }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px }
main:focus { outline: none }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance }
h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.3rem); margin: 0 0 .5rem; color: var(--sea-dark) }
h2 { font-size: 1.25rem; margin: 0 0 .5rem }
h3 { font-size: 1.05rem; margin: 1.25rem 0 .25rem }
h4 { font-size: 1rem; margin: 0 }
p { margin: 0 0 .75rem; max-width: 68ch }
.lead { font-size: 1.1rem }
.quiet { color: var(--quiet) }
.skip { position: absolute; left: -999rem }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; z-index: 1 }
.only-heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
header.site { background: var(--sea-dark); color: #fff; padding: 1rem clamp(1rem, 4vw, 3rem) 0 }
.brand { font-size: 1.4rem; font-weight: 700; margin: 0 }
.fiction { margin: 0; color: #cfe3e6 }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem; list-style: none; margin: .75rem 0 0; padding: 0 }
nav a { display: block; padding: .6rem .75rem; color: #fff; text-decoration: none; border-bottom: 4px solid transparent }
nav a:hover { color: #fff; border-color: #7fb6bf }
nav a[aria-current] { border-color: #fff; font-weight: 700 }
nav a:focus-visible { outline-color: #ffd08a }
main { width: 100%; max-width: 84rem; margin-inline: auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 3rem }
footer { background: var(--sand); padding: 1rem clamp(1rem, 4vw, 3rem) }
footer p { margin: 0 }

.columns { display: grid; gap: 2rem; align-items: start }
.columns > * { min-width: 0 }
@media (min-width: 64rem) {
  .columns { grid-template: "form who" "developer who" 1fr / minmax(0, 1fr) 25rem }
  .form { grid-area: form }
  .developer { grid-area: developer }
  aside { grid-area: who; position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow: auto }
}
.form, .developer, aside { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: clamp(.75rem, 2vw, 1.5rem) }
mtc-create-logon { display: block; min-height: 20rem }

.picker { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin-bottom: .75rem }
.picker label { flex-basis: 100%; font-weight: 600 }
.picker select { flex: 1 1 10rem; min-width: 0 }
select, button { font: inherit; color: inherit; min-height: 2.75rem; border: 1px solid #5b7378; border-radius: 4px; background: #fff; padding: .25rem .75rem }
button { cursor: pointer; border-color: var(--sea); color: var(--sea); font-weight: 600 }
button:hover { background: #e6f1f2 }
.screens { margin: .5rem 0 0; padding-left: 1.5rem; display: grid; gap: .6rem }
dl { margin: 0 }
dl > div { border-bottom: 1px solid var(--line); padding: .2rem 0; display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline }
dl > div:last-child { border: 0 }
dt { color: var(--quiet); flex: 0 0 7.5rem }
dd { margin: 0; flex: 1 1 10rem; min-width: 0; display: flex; flex-wrap: wrap; gap: .1rem .5rem; justify-content: space-between; align-items: center; overflow-wrap: anywhere }
.typed { font-family: ui-monospace, "Cascadia Mono", Menlo, monospace }
.copy { min-height: 1.75rem; padding: 0 .6rem; font-size: .95rem; position: relative }
#events { list-style: none; margin: 0; padding: 0 }
.log { padding: .5rem; max-height: 16rem; overflow: auto; border: 1px solid var(--line); border-radius: 4px; background: var(--page); font-size: .95rem }
#events li { padding: .15rem 0; overflow-wrap: anywhere }
#events time { color: var(--quiet) }
details { margin-top: .75rem }
summary { cursor: pointer; padding: .35rem 0; color: var(--sea) }
pre { margin: .25rem 0; padding: .75rem; overflow: auto; background: var(--page); border: 1px solid var(--line); border-radius: 4px; font-size: .9rem }
code { font-family: ui-monospace, "Cascadia Mono", Menlo, monospace }
section > p:last-child { margin: 1rem 0 0 }

.tour { list-style: none; counter-reset: stop; padding: 0; display: grid; gap: .75rem; margin: 1.5rem 0 2rem; max-width: 60rem }
.tour > li { counter-increment: stop; background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 1rem 1rem 1rem 4.25rem; position: relative }
.tour > li::before { content: counter(stop); position: absolute; left: 1rem; top: 1rem; width: 2.25rem; height: 2.25rem; border-radius: 50%; background: var(--sea); color: #fff; font-weight: 700; display: grid; place-items: center }
.tour p { margin: 0 }

table { border-collapse: collapse; width: 100%; background: var(--card); margin: 1rem 0 2rem }
th, td { text-align: left; vertical-align: top; padding: .6rem .75rem; border: 1px solid var(--line); overflow-wrap: anywhere }
thead th { background: var(--sand) }
tbody th { font-weight: 600 }
@media (min-width: 48rem) { .stories th:nth-child(1) { width: 15% } .stories th:nth-child(3) { width: 32% } .stories th:nth-child(4) { width: 21% } }
.whole { white-space: nowrap }
ul.plain { list-style: none; margin: 0; padding: 0 }
@media (max-width: 47.99rem) {
  table.people, .people tbody, .people tr, .people th, .people td { display: block; border: 0 }
  .people thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
  .people tr { border: 1px solid var(--line); border-radius: 8px; padding: .5rem 0; margin-bottom: 1rem }
  .people th, .people td { padding: .3rem .9rem }
  .people td::before { content: attr(data-label) ": "; font-weight: 600 }
}
@media (prefers-reduced-motion: no-preference) { button, nav a { transition: background .15s, border-color .15s } }
@media (forced-colors: active) { .tour > li::before { border: 1px solid } }
`
