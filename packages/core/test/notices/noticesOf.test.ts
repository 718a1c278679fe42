import { assert, describe, it } from "@effect/vitest"
import { noticesOf } from "../../src/notices/noticesOf.ts"
import type { AnyEvent } from "../../src/notices/AnyEvent.ts"
import { golden } from "../visit.ts"

const issued = { _tag: "ActivationCodeIssued", expiresAt: golden } as const

const sent = (kind: "sms" | "email") => ({ _tag: "SecurityCodeSent", securityCodeId: "a code", kind }) as const

const rows: ReadonlyArray<{
  readonly events: ReadonlyArray<AnyEvent>
  readonly what: string
  readonly notices: ReadonlyArray<string>
}> = [
  {
    what: "a submit",
    events: [{ _tag: "LogonRequestSubmitted", confirmationNumber: "0-704-061-440", role: "MasterAdministrator" }],
    notices: ["receipt"]
  },
  {
    what: "an approval, with the link that is issued with it",
    events: [{ _tag: "LogonRequestApproved" }, issued],
    notices: ["approved", "tell-owner"]
  },
  { what: "a link alone", events: [issued], notices: ["activation"] },
  {
    what: "a corrected address with its link",
    events: [{ _tag: "EmailCorrected" }, issued],
    notices: ["email-corrected", "activation"]
  },
  { what: "a corrected address before approval", events: [{ _tag: "EmailCorrected" }], notices: ["email-corrected"] },
  { what: "a referral", events: [{ _tag: "LogonRequestReferred" }], notices: ["referred"] },
  { what: "a denial", events: [{ _tag: "LogonRequestDenied" }], notices: ["denied"] },
  { what: "a code by e-mail", events: [sent("email")], notices: ["security-code"] },
  { what: "a code by text message", events: [sent("sms")], notices: ["security-code"] },
  {
    what: "a way added to others",
    events: [{ _tag: "TwoStepChanged", kind: "totp", change: "added", notMeId: "n" }, { _tag: "OthersEnded" }],
    notices: ["two-step-added"]
  },
  {
    what: "a way removed",
    events: [{ _tag: "TwoStepChanged", kind: "sms", change: "removed", notMeId: "n" }, { _tag: "OthersEnded" }],
    notices: ["two-step-removed"]
  },
  {
    what: "a browser that is not known",
    events: [{ _tag: "NewDeviceUsed", browser: "firefox", system: "linux" }],
    notices: ["new-device"]
  },
  {
    what: "a copied device",
    events: [{ _tag: "DeviceTokenReused", browser: "firefox", system: "windows" }],
    notices: ["device-token-reused"]
  },
  { what: "recovery codes", events: [{ _tag: "RecoveryCodesMade", notMeId: "n" }], notices: ["recovery-codes-made"] },
  { what: "a recovery code", events: [{ _tag: "RecoveryCodeUsed" }], notices: ["recovery-code-used"] },
  {
    what: "the hundredth wrong password",
    events: [{ _tag: "LogInMissed" }, { _tag: "PasswordClosed" }],
    notices: ["password-closed"]
  },
  { what: "an expiry", events: [{ _tag: "LogonRequestExpired" }], notices: ["expired"] },
  { what: "a report that it was not them", events: [{ _tag: "NotMeReported" }], notices: ["not-me-letter"] },
  {
    what: "a changed password",
    events: [{ _tag: "ProfileChanged", part: "password", notMeId: "a code" }, { _tag: "OthersLoggedOut" }],
    notices: ["profile-changed"]
  },
  { what: "a new address", events: [{ _tag: "EmailChangeAsked", emailChangeId: "a link" }], notices: ["email-link"] },
  { what: "a forgotten username", events: [{ _tag: "UsernameReminded" }], notices: ["username-reminder"] },
  {
    what: "a forgotten password",
    events: [{ _tag: "PasswordLinkIssued", recoveryId: "a link" }],
    notices: ["password-link"]
  },
  {
    what: "a logon that is closed",
    events: [
      { _tag: "ChangeUndone", part: "email" },
      { _tag: "LogonFrozen", because: "email" },
      { _tag: "RoleSuspended" },
      { _tag: "ContestBegun", because: "not-me", endedBy: "letter" },
      { _tag: "LetterMailed", letterRowId: "a letter" }
    ],
    notices: ["frozen", "sign-up-letter"]
  },
  {
    what: "a letter that was asked for",
    events: [{ _tag: "LetterAsked" }, { _tag: "LetterMailed", letterRowId: "a letter" }],
    notices: ["sign-up-letter"]
  },
  {
    what: "the end of a contest",
    events: [{ _tag: "LetterCodeEntered" }, { _tag: "ContestSettled" }],
    notices: ["contest-won", "access-ended"]
  },
  { what: "a letter that is not mailed", events: [{ _tag: "LetterAsked" }], notices: [] },
  { what: "a lock", events: [{ _tag: "OwnerToldOfLock" }], notices: ["lock-letter"] },
  {
    what: "an answer, a proof and a log-in",
    events: [
      { _tag: "AnswerGiven", step: "profile" },
      { _tag: "ProofErased" },
      { _tag: "PasswordConfirmed" },
      { _tag: "LogonActivated" },
      { _tag: "DeviceTrusted" },
      { _tag: "LoggedOut" }
    ],
    notices: []
  }
]

describe("what is sent because of", () => {
  for (const { events, notices, what } of rows) {
    it(`${what}: ${notices.join() || "nothing"}`, () => {
      assert.deepStrictEqual(
        events.flatMap((event) => noticesOf(event, events)),
        notices
      )
    })
  }
})
