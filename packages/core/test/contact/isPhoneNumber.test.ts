import { expect, test } from "vitest"
import { isPhoneNumber } from "../../src/contact/isPhoneNumber.ts"

test.each([
  { given: "a number of the state", phone: "+16175550199", live: false, sandbox: true },
  { given: "an exchange that is not 555", phone: "+16175540199", live: true, sandbox: false },
  { given: "a line that is not reserved", phone: "+16175551199", live: true, sandbox: false },
  { given: "an area that begins with 1", phone: "+11111111111", live: false, sandbox: true },
  { given: "an area with a 1 in it", phone: "+16179876543", live: true, sandbox: false },
  { given: "an exchange with a 1 and a 0 in it", phone: "+16178106543", live: true, sandbox: false },
  { given: "an exchange that begins with 0", phone: "+16170871234", live: false, sandbox: true },
  { given: "a digit too many", phone: "+161788763671", live: false, sandbox: false },
  { given: "a digit too few", phone: "+1617887636", live: false, sandbox: false },
  { given: "something before it", phone: "x+16178876367", live: false, sandbox: false },
  { given: "a number of another country", phone: "+493012345678", live: true, sandbox: false },
  { given: "that with something before it", phone: "x+493012345678", live: false, sandbox: false },
  { given: "that with something after it", phone: "+493012345678x", live: false, sandbox: false }
])("D-22b $given: live $live, sandbox $sandbox", ({ live, phone, sandbox }) => {
  expect([isPhoneNumber(phone, "live"), isPhoneNumber(phone, "sandbox")]).toEqual([live, sandbox])
})
