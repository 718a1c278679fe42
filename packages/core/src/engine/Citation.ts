/** Where a rule comes from: a line of the source document, another document, or a decision of ours. */
export type Citation =
  | {
      readonly source: "seed"
      /** Line number, from 1. */
      readonly line: number
      /** Words on that line; `...` marks words left out. */
      readonly quote: string
    }
  | { readonly source: string; readonly url: string; readonly quote?: string }
  | { readonly decision: `D-${number}` }

/** The words of a citation, on one line. */
export const formatCitation = (cite: Citation): string =>
  "decision" in cite ? cite.decision : "line" in cite ? `seed line ${cite.line}` : cite.source
