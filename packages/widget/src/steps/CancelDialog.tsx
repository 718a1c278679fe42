import { Button } from "../parts/button/Button.tsx"
import { Dialog } from "../parts/dialog/Dialog.tsx"
import { say } from "../wording/say.ts"

/** Cancel makes nothing and clears everything, so it asks first. @rule R-39 */
export const CancelDialog = ({ onKeep, onLeave }: { readonly onKeep: () => void; readonly onLeave: () => void }) => (
  <Dialog id="mtc-cancel-title" title={say("cancel.title")} onClose={onKeep}>
    <p>{say("cancel.text")}</p>
    <div class="mtc-actions">
      <Button onClick={onKeep}>{say("cancel.keep")}</Button>
      <Button kind="secondary" onClick={onLeave}>
        {say("cancel.leave")}
      </Button>
    </div>
  </Dialog>
)
