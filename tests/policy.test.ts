import { policyEntries } from "@mtc-logon/core/questions"
import { expect, test } from "vitest"
import { readNames } from "./house/readNames.ts"
import { readSources } from "./house/readSources.ts"
import { roomOf } from "./house/roomOf.ts"

/** What runs on a policy: not the rooms that make, load and try rule sets. */
const readers = readSources()
  .filter((file) => !["core/rule-sets", "core/testing", "server/dev", "demo/*"].includes(roomOf(file)))
  .map((file) => ({ names: readNames(file), text: file.text.toLowerCase() }))

/** Whether one file reads the value by its own name, and names the part of the policy that it stands in. */
const isRead = (path: string): boolean => {
  const [leaf = "", ...parts] = path.split(".").toReversed()
  const [part = leaf] = parts
  return readers.some(
    ({ names, text }) => names.has(`${part}[]`) || (names.has(leaf) && text.includes(part.toLowerCase()))
  )
}

test("each value of the policy is read by a rule, a use case or a screen, but for three that wait for their reader", () => {
  expect(Object.keys(policyEntries).filter((path) => !isRead(path))).toEqual([
    // The first two are read once somebody acts for a taxpayer, the third once old audit rows are taken out.
    "logon.pin.maxChecksPerDay",
    "access.accessRequestDays",
    "retention.auditYears"
  ])
})
