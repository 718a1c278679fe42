import { useState } from "preact/hooks"
import { say } from "../../wording/say.ts"

export interface CopyButtonProps {
  readonly text: string
  /** What is copied, for the button's name: "Copy confirmation number". */
  readonly label: string
}

/** Puts a text on the clipboard and says so. Where the browser refuses, the button goes: the text can be selected. */
export const CopyButton = ({ text, label }: CopyButtonProps) => {
  const [state, setState] = useState<"ready" | "copied" | "refused">("ready")
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setState("copied")
    } catch {
      setState("refused")
    }
  }
  return (
    <span class="mtc-no-print">
      {state === "refused" ? null : (
        <button class="mtc-button mtc-button-small" type="button" onClick={() => void copy()}>
          {label}
        </button>
      )}
      <span class="mtc-copied" role="status">
        {state === "copied" ? say("copy.done") : state === "refused" ? say("copy.refused") : ""}
      </span>
    </span>
  )
}
