import { say } from "../../wording/say.ts"

/** A drawn piece of a return with one line marked: where to look, not what a form looks like. Its name says the same. */
export const FormExcerpt = ({
  form,
  line,
  label
}: {
  readonly form: string
  readonly line: string
  readonly label: string
}) => {
  const number = Number(line)
  const before = Number.isInteger(number) ? String(number - 1) : ""
  const after = Number.isInteger(number) ? String(number + 1) : ""
  return (
    <svg class="mtc-excerpt" viewBox="0 0 320 118" role="img">
      <title>{say("form-help.excerpt", { form, line, label })}</title>
      <rect class="mtc-excerpt-paper" x="1" y="1" width="318" height="116" rx="3" />
      <text class="mtc-excerpt-title" x="12" y="20">
        {form}
      </text>
      <g class="mtc-excerpt-other">
        <text x="12" y="46">
          {before}
        </text>
        <rect x="40" y="40" width="150" height="5" rx="2" />
        <rect x="236" y="33" width="72" height="18" rx="2" class="mtc-excerpt-box" />
        <text x="12" y="106">
          {after}
        </text>
        <rect x="40" y="100" width="120" height="5" rx="2" />
        <rect x="236" y="93" width="72" height="18" rx="2" class="mtc-excerpt-box" />
      </g>
      <rect class="mtc-excerpt-mark" x="6" y="58" width="308" height="28" rx="3" />
      <text class="mtc-excerpt-line" x="12" y="77">
        {line}
      </text>
      <text class="mtc-excerpt-label" x="40" y="77">
        {label}
      </text>
      <rect x="236" y="63" width="72" height="18" rx="2" class="mtc-excerpt-box mtc-excerpt-here" />
    </svg>
  )
}
