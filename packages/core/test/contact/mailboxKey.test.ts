import { expect, test } from "vitest"
import { mailboxKey } from "../../src/contact/mailboxKey.ts"

test.each([
  { email: "larry@example.com", counted: "larry@example.com" },
  { email: "Larry@Example.com", counted: "larry@example.com" },
  { email: "larry+taxes@example.com", counted: "larry@example.com" },
  { email: "larry+a+b@example.com", counted: "larry@example.com" },
  { email: "la.rry@example.com", counted: "la.rry@example.com" },
  { email: "la.r.ry+x@gmail.com", counted: "larry@gmail.com" },
  { email: "la.rry@GoogleMail.com", counted: "larry@gmail.com" },
  { email: "+taxes@example.com", counted: "+taxes@example.com" }
])("D-63 $email is counted as $counted", ({ counted, email }) => {
  expect(mailboxKey(email)).toBe(counted)
})
