/**
 * Returns what is wrong with a version of Node, or nothing.
 *
 * **Details**
 *
 * The server decides itself which connections become WebSockets (`shouldUpgradeCallback`), which Node lets it do since 22.21 and
 * 24.9. `engines` in package.json says the same.
 */
export const nodeProblem = (version: string): string | undefined => {
  const [major = 0, minor = 0] = version.split(".").map(Number)
  const isEnough = major > 24 || (major === 24 && minor >= 9) || (major === 22 && minor >= 21)
  return isEnough
    ? undefined
    : `This is Node ${version}. The server needs Node 24.9 or newer, or 22.21 or newer within 22: install one of them.`
}
