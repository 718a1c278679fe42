/** Whether two texts are the same, looking at every character of both, so that time tells nothing of where they differ. */
export const isSameText = (a: string, b: string): boolean => {
  let different = a.length ^ b.length
  for (let i = 0; i < Math.max(a.length, b.length); i++) different |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return different === 0
}
