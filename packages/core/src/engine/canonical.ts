/** JSON with sorted keys: equal values have equal bytes. Functions and what is undefined are left out. */
export const canonical = (value: unknown): string => JSON.stringify(value, sorted)

const sorted = (_: string, part: unknown): unknown => {
  if (typeof part === "symbol") return "(sealed)"
  if (part === null || typeof part !== "object" || Array.isArray(part)) return part
  return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
}
