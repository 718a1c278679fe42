import type { ComponentChildren } from "preact"
import { createElement } from "preact"
import { useContext } from "preact/hooks"
import { HeadingLevel } from "./HeadingLevel.ts"

export interface HeadingProps {
  /** 0: title of the page or form, 1: the step, 2: a part of it. */
  readonly depth: 0 | 1 | 2
  readonly children: ComponentChildren
  readonly id?: string
}

/** A heading in the outline of the page that it stands on. The one of the step takes focus after a step change, so it has a tabindex. */
export const Heading = ({ depth, children, id }: HeadingProps) => {
  const level = Math.min(useContext(HeadingLevel) + depth, 6)
  const focusable = depth < 2 ? { tabIndex: -1, "data-focus": depth === 1 ? "step" : "title" } : {}
  return createElement(`h${level}`, { id, class: `mtc-heading-${depth}`, ...focusable }, children)
}
