export interface GivenValueProps {
  readonly label: string
  /** As it may be shown: `***-**-6789`. */
  readonly value: string
  /** The same for ears: "ending in 6789". */
  readonly spoken?: string
  /** The button that opens the field again: "Change the number". */
  readonly change: string
  readonly onChange: () => void
}

/** An answer that the server has and does not give back: it stays until somebody asks to type another. */
export const GivenValue = ({ label, value, spoken, change, onChange }: GivenValueProps) => (
  <div class="mtc-field mtc-given">
    <p class="mtc-label">{label}</p>
    <p class="mtc-given-value">
      <span aria-hidden={spoken === undefined ? undefined : "true"}>{value}</span>
      {spoken === undefined ? null : <span class="mtc-hidden">{spoken}</span>}{" "}
      <button class="mtc-button mtc-button-link" type="button" onClick={onChange}>
        {change}
      </button>
    </p>
  </div>
)
