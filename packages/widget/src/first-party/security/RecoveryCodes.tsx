import { Button } from "../../parts/button/Button.tsx"
import { CopyButton } from "../../parts/copy-button/CopyButton.tsx"
import { Heading } from "../../parts/heading/Heading.tsx"
import { DonePanel } from "../form/DonePanel.tsx"
import { say } from "../../wording/say.ts"

export interface RecoveryCodesProps {
  readonly left: number
  /** Made just now, and shown this once; absent: none was. */
  readonly made: ReadonlyArray<string> | undefined
  readonly busy: boolean
  readonly onMake: () => void
}

/** Codes to keep with one's papers. On paper there is nothing else of the page. @rule D-49 */
export const RecoveryCodes = ({ busy, left, made, onMake }: RecoveryCodesProps) => (
  <section aria-labelledby="mtc-recovery-codes">
    <Heading depth={1} id="mtc-recovery-codes">
      {say("security.codes.title")}
    </Heading>
    <p>{say("security.codes.text")}</p>
    <p class="mtc-no-print">{say("security.codes.left", { left })}</p>
    {made === undefined ? null : (
      <DonePanel key={made[0]} title={say("security.codes.once")}>
        <ul class="mtc-codes">
          {made.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <div class="mtc-actions mtc-no-print">
          <CopyButton text={made.join("\n")} label={say("security.codes.copy")} />
          <Button kind="secondary" onClick={() => print()}>
            {say("security.codes.print")}
          </Button>
        </div>
      </DonePanel>
    )}
    <div class="mtc-actions mtc-no-print">
      <Button kind="secondary" busy={busy} onClick={onMake}>
        {say("security.codes.make")}
      </Button>
    </div>
  </section>
)
