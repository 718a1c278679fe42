import type { twoStepCalls, BodyOf, Calls } from "@mtc-logon/core/contract"
import {
  addTwoStepMethod,
  confirmSecondStep,
  listTwoStepMethods,
  makeRecoveryCodes,
  removeTwoStepMethod,
  sendSecurityCode,
  parseDeviceName
} from "@mtc-logon/core/two-step"
import type { AddedTwoStepMethod, AddedTwoStepMethodView, Challenge, SecondStepProof } from "@mtc-logon/core/two-step"
import { formatRecoveryCode } from "@mtc-logon/core/two-step/rules"
import { Effect, Redacted } from "effect"
import type { Context } from "hono"
import type { Handlers } from "../Handlers.ts"
import { writeCookies } from "./writeCookies.ts"
import { KnownBrowsers } from "@mtc-logon/core/login"
import type { Session } from "@mtc-logon/core/login"
import { knownCookie } from "../../http/sessionCookie.ts"
import { HttpError } from "../../http/HttpError.ts"

type Confirmed = BodyOf<Calls["POST /v1/sessions/current/security-codes/confirm"], "Type">

/** The one thing of a body that is shown as a second step; none, or more than one, is malformed. */
const proofOf = ({
  code,
  credential,
  recoveryCode
}: Pick<Confirmed, "code" | "credential" | "recoveryCode">): Effect.Effect<SecondStepProof, HttpError> => {
  const proofs: ReadonlyArray<SecondStepProof> = [
    ...(code === undefined ? [] : [{ code }]),
    ...(recoveryCode === undefined ? [] : [{ recoveryCode }]),
    ...(credential === undefined ? [] : [{ credential: { ...credential } }])
  ]
  const [proof, ...more] = proofs
  return proof === undefined || more.length > 0
    ? Effect.fail(new HttpError({ reason: { _tag: "Malformed", paths: ["code"] } }))
    : Effect.succeed(proof)
}

/** Who is asked for a second step by a call: its session, and the browser that it comes from. */
const challengeOf = Effect.fnUntraced(function* (c: Context, { id, level, logonId, passwordAt }: Session) {
  const isKnown = (yield* KnownBrowsers).isKnown(logonId, knownCookie.read(c))
  const browser = { name: parseDeviceName(c.req.header("user-agent") ?? ""), isKnown }
  return { logonId, sessionId: id, level, passwordAt, browser } satisfies Challenge
})

/** What is told of a way that was added; of an app once, and never again. */
const addedToView = ({ app, method, passkeyOptions }: AddedTwoStepMethod): AddedTwoStepMethodView => {
  const { confirmed, id, kind, target } = method
  return {
    id,
    kind,
    confirmed,
    ...(target !== null && { target }),
    ...(app !== undefined && {
      secret: Redacted.value(app.secret),
      otpauthUri: Redacted.value(app.otpauthUri),
      qr: Redacted.value(app.qr)
    }),
    ...(passkeyOptions !== undefined && { options: passkeyOptions })
  }
}

const confirm = Effect.fnUntraced(function* (
  c: Context,
  challenge: Challenge,
  proof: SecondStepProof,
  way: Parameters<typeof confirmSecondStep>[2]
) {
  const { session, termsPending, trustedDevice } = yield* confirmSecondStep(challenge, proof, way)
  const { logonId } = challenge
  const device = trustedDevice === null ? null : { now: trustedDevice }
  yield* writeCookies(c, { logonId, session, trustedDevice: device, isWhole: true })
  return { status: termsPending ? "terms_required" : "logged_in" } as const
})

/** The second step, and the ways to it. */
export const twoStepHandlers: Handlers<typeof twoStepCalls> = {
  "POST /v1/sessions/current/security-codes": ({ body, c, session }) =>
    Effect.gen(function* () {
      const options = yield* sendSecurityCode(yield* challengeOf(c, session), body.methodId)
      return options === undefined ? [202, {}] : [200, { options }]
    }),
  "POST /v1/sessions/current/security-codes/confirm": ({ body, c, session }) =>
    Effect.gen(function* () {
      const { methodId = null, trustDevice, ...shown } = body
      return yield* confirm(c, yield* challengeOf(c, session), yield* proofOf(shown), { methodId, trustDevice })
    }),
  "GET /v1/me/two-step-methods": ({ session }) => listTwoStepMethods(session.logonId),
  "POST /v1/me/two-step-methods": ({ body, c, session }) =>
    Effect.gen(function* () {
      const { kind, target = "" } = body
      return addedToView(yield* addTwoStepMethod(yield* challengeOf(c, session), kind, target))
    }),
  "POST /v1/me/two-step-methods/{id}/confirm": ({ body, c, params, session }) =>
    Effect.gen(function* () {
      const way = { methodId: params.id, trustDevice: false, setsUp: true }
      return yield* confirm(c, yield* challengeOf(c, session), yield* proofOf(body), way)
    }),
  "DELETE /v1/me/two-step-methods/{id}": ({ c, params, session }) =>
    Effect.flatMap(challengeOf(c, session), (challenge) => removeTwoStepMethod(challenge, params.id)),
  "POST /v1/me/recovery-codes": ({ c, session }) =>
    Effect.gen(function* () {
      const codes = yield* makeRecoveryCodes(yield* challengeOf(c, session))
      return { codes: codes.map((code) => formatRecoveryCode(Redacted.value(code))) }
    })
}
