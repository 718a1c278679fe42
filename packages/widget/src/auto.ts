import { defineMtcElements } from "./index.ts"

defineMtcElements()
