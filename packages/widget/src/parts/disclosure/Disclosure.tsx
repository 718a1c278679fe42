import type { ComponentChildren } from "preact"

export interface DisclosureProps {
  readonly summary: string
  readonly children: ComponentChildren
}

/** Help that most people don't need, behind a line that opens it; native, so that it works without a script. */
export const Disclosure = ({ summary, children }: DisclosureProps) => (
  <details class="mtc-details">
    <summary class="mtc-details-summary">{summary}</summary>
    <div class="mtc-details-body">{children}</div>
  </details>
)
