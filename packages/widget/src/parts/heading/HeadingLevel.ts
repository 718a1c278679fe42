import { createContext } from "preact"

/** Level of the page's title heading; a step's heading is one deeper. 1 on our own pages, the partner's say in a frame. */
export const HeadingLevel = createContext(1)
