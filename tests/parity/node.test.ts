import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Result } from "effect"
import { describe, expect, test } from "vitest"
import { questionIds } from "../../packages/core/src/questions/questionIds.ts"
import { readKnowledge } from "../../packages/core/src/questions/readKnowledge.ts"
import { decideVector } from "../../packages/core/src/testing/decideVector.ts"
import { runVectors } from "../../packages/core/src/testing/runVectors.ts"
import type { VectorFile } from "../../packages/core/src/testing/Vector.ts"
import { agreedHash } from "./agreedHash.ts"

const root = join(import.meta.dirname, "../..")
const file = JSON.parse(readFileSync(join(root, "packages/core/vectors.json"), "utf8")) as VectorFile

describe("I16 the vectors", () => {
  test("are answered by the rules in Node as they say, with the agreed hash", async () => {
    const { count, hash, wrong } = await runVectors(file, decideVector)
    expect(wrong.slice(0, 3)).toEqual([])
    expect(count).toBe(file.vectors.length)
    expect(hash, "write it into tests/parity/agreedHash.ts once the vectors are what they should be").toBe(agreedHash)
  })

  test("are made of facts that may be: each is read as JSON from outside is", () => {
    const refused = file.vectors.flatMap(({ facts, question }) => {
      const read = readKnowledge(question, facts)
      return Result.isFailure(read) ? read.failure.issues.map(({ code, path }) => `${question} ${path}: ${code}`) : []
    })
    expect([...new Set(refused)]).toEqual([])
  })

  test("are told of with that hash where core is described", () => {
    expect(readFileSync(join(root, "packages/core/README.md"), "utf8")).toContain(`\n${agreedHash}\n`)
  })

  test("are what the rules and their spaces make", () => {
    const run = spawnSync(process.execPath, ["--conditions=source", "scripts/vectors.ts", "--check"], {
      cwd: root,
      encoding: "utf8"
    })
    expect(run.status, `${run.stdout}${run.stderr}`).toBe(0)
  })

  test("ask every question of both rule sets, with every kind of answer that it has", () => {
    const said = new Set(
      file.vectors.map(({ expected, question, ruleSet }) => `${ruleSet} ${question} ${expected.decision._tag}`)
    )
    const isAsked = (ruleSet: string, question: string) =>
      file.vectors.some(
        (its) => its.ruleSet === ruleSet && its.question === question && its.expected.findings.length > 0
      )
    for (const ruleSet of Object.keys(file.ruleSets)) {
      for (const question of Object.keys(questionIds)) {
        expect(said).toContain(
          `${ruleSet} ${question} ${ruleSet !== "mtc-2020" && question === "trusted-device" ? "Refused" : "Accepted"}`
        )
        if (isAsked(ruleSet, question)) expect(said).toContain(`${ruleSet} ${question} NeedsFacts`)
      }
    }
  })

  test("have every rule say yes and no", () => {
    const said = new Set(
      file.vectors.flatMap(({ expected }) => expected.findings.map(([rule, outcome]) => `${rule} ${outcome}`))
    )
    const rules = new Set(file.vectors.flatMap(({ expected }) => expected.findings.map(([rule]) => rule)))
    const never = [...rules].flatMap((rule) =>
      ["pass", "fail"].map((outcome) => `${rule} ${outcome}`).filter((each) => !said.has(each))
    )
    expect(never).toEqual([])
  })

  test("are told where somebody answers otherwise", async () => {
    const { hash, wrong } = await runVectors(file, (vector) => {
      const answer = decideVector(vector)
      return answer.decision._tag === "Accepted" ? { ...answer, decision: { _tag: "NeedsFacts" } } : answer
    })
    expect(wrong.length).toBe(file.vectors.filter(({ expected }) => expected.decision._tag === "Accepted").length)
    expect(hash).not.toBe(agreedHash)
  })
})
