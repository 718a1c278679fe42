import type { ComponentChildren } from "preact"
import { say } from "../../wording/say.ts"

export interface SummaryRow {
  readonly label: string
  readonly value: ComponentChildren
  /** Leads back to the question; absent where nothing can be changed. */
  readonly onChange?: () => void
}

/** What was answered, with a link to each question. The link's name says which: "Change Username". */
export const SummaryList = ({ rows }: { readonly rows: ReadonlyArray<SummaryRow> }) => (
  <dl class="mtc-summary">
    {rows.map((row) => (
      <div class="mtc-summary-row" key={row.label}>
        <dt>{row.label}</dt>
        <dd>{row.value}</dd>
        {row.onChange === undefined ? null : (
          <dd class="mtc-summary-action">
            <button class="mtc-button mtc-button-link" type="button" onClick={row.onChange}>
              {say("summary.change")}
              <span class="mtc-hidden"> {row.label}</span>
            </button>
          </dd>
        )}
      </div>
    ))}
  </dl>
)
