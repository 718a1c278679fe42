import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Validator } from "@seriousme/openapi-schema-validator"
import { describe, expect, test } from "vitest"
import document from "../packages/server/openapi.json" with { type: "json" }
import { problems } from "@mtc-logon/core/contract"
import { root } from "./house/readSources.ts"

interface Operation {
  readonly operationId: string
  readonly tags: ReadonlyArray<string>
  readonly security?: ReadonlyArray<object>
}
const operations = Object.values(document.paths as unknown as Record<string, Record<string, Operation>>).flatMap(
  (each) => Object.values(each)
)

/** Every value under a member of this name. */
const under = (part: unknown, name: string): ReadonlyArray<unknown> =>
  typeof part === "object" && part !== null
    ? Object.entries(part).flatMap(([key, value]) => [...(key === name ? [value] : []), ...under(value, name)])
    : []

describe("the OpenAPI document", () => {
  test("is what the routes say", () => {
    const run = spawnSync(process.execPath, ["--conditions=source", "scripts/openapi.ts", "--check"], {
      cwd: root,
      encoding: "utf8"
    })
    const said = `${run.stdout}${run.stderr}`.slice(0, 2000)
    expect(run.status, `${said}\nWrite it with: npx --yes pnpm@12.21.0 openapi`).toBe(0)
  })

  test("is valid OpenAPI 3.1 by the specification's own schema", async () => {
    const answer = await new Validator().validate(structuredClone(document))
    expect(answer).toMatchObject({ valid: true })
  })

  test("would not be, if a call had no answers", async () => {
    const { paths, ...rest } = structuredClone(document)
    const answer = await new Validator().validate({
      ...rest,
      paths: { ...paths, "/healthz": { get: { responses: 1 } } }
    })
    expect(answer.valid).toBe(false)
  })

  test("has every code that a problem may have, under its status", () => {
    const told = Object.values(document.components.responses).flatMap(({ content }) => {
      const { code, status } = content["application/problem+json"].schema.properties
      return (code.enum as ReadonlyArray<string>).map((each) => `${status.const} ${each}`)
    })
    const known = Object.entries(problems).map(([code, { status }]) => `${status} ${code}`)
    expect([...new Set(told)].toSorted()).toEqual(known.toSorted())
  })

  test("names every call once, in a chapter", () => {
    const names = operations.map(({ operationId }) => operationId)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    const chapters = document.tags.map(({ name }) => name)
    expect(operations.filter(({ tags }) => tags.length !== 1 || !chapters.includes(tags[0]!))).toEqual([])
  })

  test("refers only to what is in it, and has nothing that nobody refers to", () => {
    const refs = new Set(under(document, "$ref") as ReadonlyArray<string>)
    const parts = Object.entries(document.components)
      .filter(([kind]) => kind !== "securitySchemes")
      .flatMap(([kind, each]) => Object.keys(each).map((name) => `#/components/${kind}/${name}`))
    expect(parts.toSorted()).toEqual([...refs].toSorted())
    const schemes = new Set(operations.flatMap(({ security = [] }) => security.flatMap((each) => Object.keys(each))))
    expect(Object.keys(document.components.securitySchemes).toSorted()).toEqual([...schemes].toSorted())
  })

  test("is shipped with the package", () => {
    const { files } = JSON.parse(readFileSync(join(root, "packages/server/package.json"), "utf8")) as {
      files: ReadonlyArray<string>
    }
    expect(files).toContain("openapi.json")
  })
})
