import type { ComponentChildren } from "preact"

export interface LinkCardProps {
  readonly title: string
  readonly children: ComponentChildren
  /** Where it leads, or what it does on this page. */
  readonly href?: string
  readonly onClick?: () => void
  /** Said after the title: "opens MassTaxConnect". */
  readonly note?: string
}

/** One way to go on, with the sentence that says for whom it is. */
export const LinkCard = ({ title, children, href, onClick, note }: LinkCardProps) => (
  <li class="mtc-card">
    {href === undefined ? (
      <button class="mtc-button mtc-button-link mtc-card-link" type="button" onClick={onClick}>
        {title}
      </button>
    ) : (
      <a class="mtc-card-link" href={href} target="_blank" rel="noopener">
        {title}
        {note === undefined ? null : <span class="mtc-card-note"> {note}</span>}
      </a>
    )}
    <p>{children}</p>
  </li>
)
