import type { CodePointLimits } from "./credentialSheet.ts"

/** Whether a text has as many Unicode code points as the limits allow. A character outside the BMP is one. */
export const isOfLength = (text: string, { minCodePoints, maxCodePoints }: CodePointLimits): boolean => {
  let count = 0
  for (const _ of text) {
    count += 1
    if (count > maxCodePoints) return false
  }
  return count >= minCodePoints
}
