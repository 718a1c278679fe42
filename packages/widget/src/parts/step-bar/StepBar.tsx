import { say } from "../../wording/say.ts"

export interface StepBarProps {
  readonly places: ReadonlyArray<{ readonly title: string; readonly state: "done" | "current" | "ahead" }>
}

/** Where a person is in the request: a list that names each step and whether it is completed, and the same in one line. */
export const StepBar = ({ places }: StepBarProps) => {
  const at = places.findIndex((place) => place.state === "current")
  return (
    <nav class="mtc-steps" aria-label={say("step-bar.label")}>
      <p class="mtc-steps-line">
        {say("step-bar.line", { number: at + 1, total: places.length, title: places[at]?.title ?? "" })}
      </p>
      <ol class="mtc-steps-list">
        {places.map((place) => (
          <li
            class={`mtc-step mtc-step-${place.state}`}
            key={place.title}
            aria-current={place.state === "current" ? "step" : undefined}
          >
            <span class="mtc-step-title">{place.title}</span>
            {place.state === "current" ? null : <span class="mtc-hidden"> {say(`step-bar.${place.state}`)}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
