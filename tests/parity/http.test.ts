import { readFileSync } from "node:fs"
import { join } from "node:path"
import { ApiKeys } from "@mtc-logon/core/partner"
import { Effect, Redacted } from "effect"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { decideVector } from "../../packages/core/src/testing/decideVector.ts"
import type { AskedVector } from "../../packages/core/src/testing/decideVector.ts"
import { runVectors } from "../../packages/core/src/testing/runVectors.ts"
import type { Vector, VectorAnswer, VectorFile } from "../../packages/core/src/testing/Vector.ts"
import { sandboxKey } from "../../packages/server/src/dev/seedSandbox.ts"
import { serve } from "../../packages/server/src/serve.ts"
import type { Served } from "../../packages/server/src/serve.ts"
import { openHouse } from "../journeys/openHouse.ts"
import type { House } from "../journeys/openHouse.ts"
import { overHttp } from "../journeys/overHttp.ts"
import { agreedHash } from "./agreedHash.ts"
import { answerOf } from "./answerOf.ts"
import type { Simulated } from "./answerOf.ts"

const file = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../packages/core/vectors.json"), "utf8")
) as VectorFile

/** One house for each rule set, since what a house does about common passwords is a setting and part of what it is asked under. */
const houses = new Map<string, { readonly house: House; readonly served: Served }>()
beforeAll(async () => {
  for (const [ruleSet, { policy }] of Object.entries(file.ruleSets)) {
    const house = await openHouse({
      settings: {
        PASSWORD_BLOCKLIST_REFUSES: String(policy.logon.password.blocklist === "refusal"),
        LIMIT_SIMULATIONS_PER_KEY_PER_MINUTE: "100000"
      }
    })
    await house.runtime.runPromise(
      Effect.flatMap(ApiKeys, ({ keep }) => keep({ name: "Vectors", scopes: ["simulate"] }, Redacted.make(sandboxKey)))
    )
    houses.set(ruleSet, { house, served: await serve(house.app, { host: "127.0.0.1", port: 0 }) })
  }
})
afterAll(async () => {
  for (const { house, served } of houses.values()) {
    await served.stop(0)
    await house.close()
  }
})

const post = async (ruleSet: string, path: string, type: string, body: string): Promise<Response> => {
  const response = await overHttp(houses.get(ruleSet)!.served.port).request(path, {
    method: "POST",
    headers: { authorization: `Bearer ${sandboxKey}`, "content-type": type },
    body
  })
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
  return response
}

/** By id and hash: another house, or another day, answers the same or not at all. */
const callOf = ({ facts, question, ruleSet }: Pick<Vector, "facts" | "question" | "ruleSet">) => ({
  question,
  ruleSet: `${ruleSet}@${file.ruleSets[ruleSet]!.hash}`,
  detail: "full",
  facts
})

const askHouse = async (vector: AskedVector) => {
  const body = JSON.stringify({ ...callOf(vector), mode: "simulation" })
  const response = await post(vector.ruleSet, "/v1/decisions", "application/json", body)
  return answerOf((await response.json()) as Simulated)
}

/** A batch takes 1 MiB, and each of these lines is below 2,500 bytes. */
const linesAtOnce = 400

const lineOf = (vector: AskedVector | Vector): string => JSON.stringify(callOf(vector))

/** What the house answers to all vectors of its rule set, by their lines. */
const askInBatches = async (ruleSet: string): Promise<ReadonlyMap<string, VectorAnswer>> => {
  const lines = [...new Set(file.vectors.filter((its) => its.ruleSet === ruleSet).map(lineOf))]
  const answers = new Map<string, VectorAnswer>()
  for (let from = 0; from < lines.length; from += linesAtOnce) {
    const sent = lines.slice(from, from + linesAtOnce)
    const response = await post(ruleSet, "/v1/decisions/batch", "application/x-ndjson", sent.join("\n"))
    const said = (await response.text()).trimEnd().split("\n")
    for (const [at, line] of said.entries()) answers.set(sent[at]!, answerOf(JSON.parse(line) as Simulated))
  }
  return answers
}

/** One of each kind of answer to each question under each rule set. */
const ofEachKind: VectorFile = {
  ...file,
  vectors: [
    ...new Map(
      file.vectors.map((vector) => {
        const { expected, question, ruleSet } = vector
        return [`${ruleSet} ${question} ${expected.decision._tag} ${expected.decision.rule}`, vector] as const
      })
    ).values()
  ]
}

describe("I16 the vectors over HTTP", () => {
  test("are answered by a house as they say, in batches, with the agreed hash", async () => {
    const answers = new Map<string, VectorAnswer>()
    for (const ruleSet of houses.keys())
      for (const [line, answer] of await askInBatches(ruleSet)) answers.set(line, answer)
    const { count, hash, wrong } = await runVectors(file, (vector) => answers.get(lineOf(vector))!)
    expect(wrong.slice(0, 3)).toEqual([])
    expect(count).toBe(file.vectors.length)
    expect(hash).toBe(agreedHash)
  })

  test("are answered alike one by one: each kind of answer to each question", async () => {
    const { count, hash, wrong } = await runVectors(ofEachKind, askHouse)
    expect(wrong.slice(0, 3)).toEqual([])
    expect(count).toBeGreaterThan(200)
    expect(hash).toBe((await runVectors(ofEachKind, decideVector)).hash)
  })
})
