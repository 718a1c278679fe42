import type { LogonRequestOptions } from "@mtc-logon/core/logon-request"
import { Heading } from "../../parts/heading/Heading.tsx"
import { LinkCard } from "../../parts/link-card/LinkCard.tsx"
import { say } from "../../wording/say.ts"

export interface RegistrationOptionsProps {
  readonly links: LogonRequestOptions["links"]
  readonly onCreate: () => void
}

/** S02: four ways on; the first is ours, the others lead to MassTaxConnect. @rule R-01 */
export const RegistrationOptions = ({ links, onCreate }: RegistrationOptionsProps) => (
  <>
    <Heading depth={0}>{say("registration-options.title")}</Heading>
    <Heading depth={1}>{say("registration-options.select")}</Heading>
    <ul class="mtc-cards">
      <LinkCard title={say("registration-options.create")} onClick={onCreate}>
        {say("registration-options.create-text")}
      </LinkCard>
      <LinkCard
        title={say("registration-options.business")}
        href={links.registerBusiness}
        note={say("registration-options.opens")}
      >
        {say("registration-options.business-text")}
      </LinkCard>
      <LinkCard
        title={say("registration-options.individual")}
        href={links.registerIndividual}
        note={say("registration-options.opens")}
      >
        {say("registration-options.individual-text")}
      </LinkCard>
      <LinkCard
        title={say("registration-options.estate")}
        href={links.registerEstate}
        note={say("registration-options.opens")}
      >
        {say("registration-options.estate-text")}
      </LinkCard>
    </ul>
    <p class="mtc-links">
      <a href={links.faq} target="_blank" rel="noopener">
        {say("links.faq")}
      </a>
      <a href={links.videos} target="_blank" rel="noopener">
        {say("links.videos")}
      </a>
    </p>
  </>
)
