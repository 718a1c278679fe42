import type { DemoAddresses } from "./demoAddresses.ts"

/** The two lines that a site needs for the form; no inline style or script of the Department's is in it. */
export const partnerLines = ({ department }: DemoAddresses): ReadonlyArray<string> => [
  `script-src 'self' ${department}/widget/`,
  `frame-src ${department}`
]

/** The Content-Security-Policy of the partner's own pages. */
export const partnerPolicy = (addresses: DemoAddresses): string =>
  [
    "default-src 'none'",
    ...partnerLines(addresses),
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'"
  ].join("; ")
