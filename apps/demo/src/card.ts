import type { DemoAddresses } from "./demoAddresses.ts"

/** The lines that are printed when everything stands. */
export const card = ({ department, partner }: DemoAddresses): string => {
  const rows = [
    ["Start here", `${partner}/`],
    ["Partner site", `${partner}/create-logon`],
    ["Sample people", `${partner}/people`],
    ["Department", `${department}/`],
    ["Inbox", `${department}/dev/inbox`],
    ["API document", `${department}/docs`]
  ] as const
  const lines = [
    "MassTaxConnect logon: the demo is running",
    "",
    ...rows.map(([name, address]) => `${name.padEnd(14)}${address}`),
    "",
    "Press Ctrl-C to stop. `demo -- --reset` deletes the data and starts over."
  ]
  const width = Math.max(...lines.map(({ length }) => length)) + 2
  const bar = "─".repeat(width)
  return ["", `┌${bar}┐`, ...lines.map((line) => `│ ${line.padEnd(width - 1)}│`), `└${bar}┘`, ""].join("\n")
}
