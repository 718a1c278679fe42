import type { LogonRequestView } from "@mtc-logon/core/logon-request"
import type { ComponentChildren } from "preact"
import { ContactHelp } from "../parts/contact-help/ContactHelp.tsx"
import { Heading } from "../parts/heading/Heading.tsx"
import { StepBar } from "../parts/step-bar/StepBar.tsx"
import { say } from "../wording/say.ts"
import type { Place } from "./RequestState.ts"

export interface StepFrameProps {
  readonly view: LogonRequestView | undefined
  readonly at: Place
  /** Above the heading: what is to be mended. */
  readonly above?: ComponentChildren
  readonly heading: string
  readonly children: ComponentChildren
}

/** What stays the same around every step: title, progress bar, heading, who helps. */
export const StepFrame = ({ view, at, above, heading, children }: StepFrameProps) => (
  <>
    <Heading depth={0}>{at === "confirmation" ? say("request.title-confirmation") : say("request.title")}</Heading>
    {view === undefined || at === "confirmation" || at === "registration-options" ? null : (
      <StepBar
        places={view.journey
          .filter(({ step }) => step !== "confirmation")
          .map(({ step, state }) => ({
            title: say(`step.${step}.title`),
            state: step === at ? "current" : state === "done" ? "done" : "ahead"
          }))}
      />
    )}
    {above}
    <Heading depth={1}>{heading}</Heading>
    {children}
    {view === undefined ? null : <ContactHelp {...view.options.contacts} />}
    {view === undefined ? null : (
      <p class="mtc-links mtc-no-print">
        <a href={view.options.links.faq} target="_blank" rel="noopener">
          {say("links.faq")}
        </a>
        <a href={view.options.links.videos} target="_blank" rel="noopener">
          {say("links.videos")}
        </a>
        {at === "confirmation" ? (
          <a href={view.options.links.billOfRights} target="_blank" rel="noopener">
            {say("links.bill-of-rights")}
          </a>
        ) : null}
      </p>
    )}
  </>
)
