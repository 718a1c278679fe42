export { formatUsd } from "./formatUsd.ts"
export { parseUsd } from "./parseUsd.ts"
export type { UsdIssue } from "./parseUsd.ts"
