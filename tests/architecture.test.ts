import { describe, expect, test } from "vitest"
import { bannedNames } from "./house/bannedNames.ts"
import { casts, mostCasts } from "./house/casts.ts"
import { castsOf } from "./house/castsOf.ts"
import { cyclesOf } from "./house/cyclesOf.ts"
import { hasItsName } from "./house/hasItsName.ts"
import { impureNames } from "./house/impureNames.ts"
import { narrowDoors, openToSunnyFilesOfAll, plan } from "./house/plan.ts"
import { readSources } from "./house/readSources.ts"
import { roomOf, storeyOf } from "./house/roomOf.ts"
import type { Arrow, SourceFile } from "./house/SourceFile.ts"
import { isSunnyByName, isTypesOnly, sunnyFiles } from "./house/sunnyFiles.ts"

const sources = readSources()
const byPath = new Map(sources.map((file) => [file.path, file]))
const sunny = sunnyFiles(sources)
const core = sources.filter((file) => file.package === "core")

/** One line for everything that breaks a rule of the house; the test shows them all. */
const wrongOf = (
  files: ReadonlyArray<SourceFile>,
  wrong: (file: SourceFile) => ReadonlyArray<string>
): ReadonlyArray<string> => files.flatMap((file) => wrong(file).map((line) => `${file.path}: ${line}`))

/** Each arrow of a file that ends in another room of the house. */
const crossings = (file: SourceFile): ReadonlyArray<{ readonly arrow: Arrow; readonly to: SourceFile }> =>
  file.arrows.flatMap((arrow) => {
    const to = arrow.file === null ? undefined : byPath.get(arrow.file)
    return to === undefined || roomOf(to) === roomOf(file) ? [] : [{ arrow, to }]
  })

describe("the plan", () => {
  test("lists every room only after the rooms it sees", () => {
    const up = Object.entries(plan).flatMap(([room, { sees }]) =>
      sees
        .filter((seen) => seen !== "*" && (storeyOf(seen) === -1 || storeyOf(seen) >= storeyOf(room)))
        .map((seen) => `${room} -> ${seen}`)
    )
    expect(up).toEqual([])
  })

  test("has a room for every file", () => {
    expect(
      wrongOf(sources, (file) =>
        plan[roomOf(file)] === undefined ? [`there is no room ${roomOf(file)} on the plan`] : []
      )
    ).toEqual([])
  })

  test("has at most three levels of folders below src", () => {
    expect(wrongOf(sources, ({ inside }) => (inside.split("/").length > 4 ? ["too deep"] : []))).toEqual([])
  })
})

describe("the walls", () => {
  test("are crossed only where the plan has a door", () => {
    const wrong = wrongOf(sources, (file) =>
      crossings(file).flatMap(({ arrow, to }) => {
        const from = roomOf(file)
        const sees = plan[from]?.sees ?? []
        const messageId = arrow.typeOnly && to.path === "packages/core/src/wording/MessageId.ts"
        const sunnyOfAll =
          openToSunnyFilesOfAll.includes(from) &&
          (sunny.has(to.path) || isTypesOnly(to) || arrow.typeOnly || /(?:Schemas?|Sheet)$/.test(to.name))
        const later = arrow.dynamic && to.package === "server" && roomOf(to) === "server/dev"
        const open =
          sees.includes("*") || sees.includes(roomOf(to)) || (to.package === "core" && messageId) || sunnyOfAll || later
        return open ? [] : [`may not import ${to.path}`]
      })
    )
    expect(wrong).toEqual([])
  })

  test("keep page-safe files among page-safe files and types", () => {
    const wrong = wrongOf(
      core.filter(({ path }) => sunny.has(path)),
      (file) =>
        crossings(file).flatMap(({ arrow, to }) =>
          ["core/rule-sets", "core/testing"].includes(roomOf(to)) &&
          !arrow.typeOnly &&
          roomOf(file) !== "core/rule-sets"
            ? [`runs ${to.path}, which stands below`]
            : []
        )
    )
    expect(wrong).toEqual([])
  })

  test("let nothing of npm or Node run in a page-safe file", () => {
    const wrong = wrongOf(
      core.filter(({ path }) => sunny.has(path)),
      ({ arrows }) =>
        arrows.filter(({ file, typeOnly }) => file === null && !typeOnly).map(({ specifier }) => `runs ${specifier}`)
    )
    expect(wrong).toEqual([])
  })

  test("keep Node, the DOM and every package but effect out of core", () => {
    const wrong = wrongOf(core, ({ arrows }) =>
      arrows
        .filter(({ specifier, file }) => file === null && !/^effect(?:\/|$)/.test(specifier))
        .map(({ specifier }) => specifier)
    )
    expect(wrong).toEqual([])
  })

  test("let the widget run only the page-safe doors of core, and never effect or the server", () => {
    const wrong = wrongOf(
      sources.filter((file) => file.package === "widget"),
      ({ arrows }) =>
        arrows.flatMap(({ specifier, typeOnly, file }) => {
          if (/^effect(?:\/|$)/.test(specifier)) return [`imports ${specifier}`]
          if (file === null || typeOnly) return []
          const to = byPath.get(file)
          if (to?.package === "server") return [`imports ${specifier}`]
          return to?.package === "core" && !sunny.has(file) ? [`runs ${specifier}, which is not page-safe`] : []
        })
    )
    expect(wrong).toEqual([])
  })

  test("let the demo, and one package in another, use names of packages and never files inside them", () => {
    const wrong = wrongOf(sources, (file) =>
      file.arrows.flatMap(({ specifier, file: to }) => {
        const own = file.path.slice(0, file.path.length - file.inside.length)
        const leaves = specifier.startsWith(".") && to?.startsWith(own) !== true
        const unknown = specifier.startsWith("@mtc-logon/") && (to === null || !byPath.has(to))
        return leaves || unknown ? [`imports ${specifier}`] : []
      })
    )
    expect(wrong).toEqual([])
  })

  test("have narrow doors: only routes/operation enters jobs, secrets and the database", () => {
    const wrong = wrongOf(sources, (file) =>
      crossings(file)
        .filter(({ arrow, to }) => !arrow.typeOnly && narrowDoors[roomOf(file)]?.includes(roomOf(to)) === true)
        .filter(() => !file.inside.startsWith("routes/operation/"))
        .map(({ to }) => `may not import ${to.path}`)
    )
    expect(wrong).toEqual([])
  })

  test("keep core/testing and server/dev out of what is run in production", () => {
    const wrong = wrongOf(sources, (file) =>
      crossings(file).flatMap(({ arrow, to }) => {
        const testing =
          roomOf(to) === "core/testing" && !arrow.typeOnly && file.package !== "demo" && roomOf(file) !== "server/dev"
        // Not by type either: the published package has no such files.
        const dev = roomOf(to) === "server/dev" && roomOf(file) !== "server/dev" && !arrow.dynamic
        return testing || dev ? [`imports ${to.path}`] : []
      })
    )
    expect(wrong).toEqual([])
  })

  test("have no cycle between files, by type either", () => {
    expect(cyclesOf(sources)).toEqual([])
  })

  test("have no barrel inside a package: index.ts and rules.ts are for those outside", () => {
    const door = /(?:^|\/)(?:index|rules)\.tsx?$/
    const wrong = wrongOf(sources, (file) =>
      file.arrows.flatMap(({ specifier, file: to }) =>
        specifier.startsWith(".") && to !== null && door.test(to) && !door.test(file.path) && file.inside.includes("/")
          ? [`imports ${specifier}`]
          : []
      )
    )
    expect(wrong).toEqual([])
  })
})

describe("core is pure", () => {
  test("no clock, randomness, console, process or network by its global name", () => {
    const wrong = wrongOf(
      core.filter((file) => roomOf(file) !== "core/testing"),
      ({ program }) => impureNames(program)
    )
    expect(wrong).toEqual([])
  })
})

describe("how it reads", () => {
  /** Files that are data by nature. */
  const written = sources.filter(({ path }) => !/\/(?:migrations|locales)\//.test(path))
  const lengths = written.map(({ lines }) => lines).toSorted((a, b) => a - b)
  const at = (share: number): number => lengths[Math.floor((lengths.length - 1) * share)] ?? 0

  test("half of the files have at most 60 lines, 19 of 20 at most 200", () => {
    expect(at(0.5)).toBeLessThanOrEqual(60)
    expect(at(0.95)).toBeLessThanOrEqual(200)
  })

  test("no file has more than 400 lines", () => {
    expect(wrongOf(written, ({ lines }) => (lines > 400 ? [`${lines} lines`] : []))).toEqual([])
  })

  test("a file is called like its main export, letter for letter", () => {
    expect(wrongOf(sources, (file) => (hasItsName(file) ? [] : [`exports no ${file.name}`]))).toEqual([])
  })

  test("folders are kebab-case", () => {
    const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
    expect(
      wrongOf(sources, ({ inside }) =>
        inside
          .split("/")
          .slice(0, -1)
          .filter((folder) => !kebab.test(folder))
      )
    ).toEqual([])
  })

  test("no banned word names a file, a folder or an export", () => {
    expect(wrongOf(sources, bannedNames)).toEqual([])
  })

  test("nothing is left to do or switched off in passing", () => {
    const marks = /\b(?:TODO|FIXME|XXX)\b|@ts-ignore|@ts-expect-error|@ts-nocheck/
    expect(wrongOf(sources, ({ text }) => marks.exec(text) ?? [])).toEqual([])
  })

  test("the compiler is overruled by `as` only where a file is listed, and no more often than the list says", () => {
    const listed = ({ package: name, inside }: SourceFile) =>
      casts[`${name}/${inside.replace(/\.tsx?$/, "")}`]?.count ?? 0
    const wrong = wrongOf(sources, (file) =>
      castsOf(file)
        .slice(listed(file))
        .map((line) => `a cast on line ${line}`)
    )
    expect(wrong).toEqual([])
    expect(sources.flatMap(castsOf).length).toBeLessThanOrEqual(mostCasts)
  })

  test("another state needs one new folder: Massachusetts stands only in its own, and in wording", () => {
    const own = /^packages\/core\/src\/(?:rule-sets\/massachusetts|wording)\/|^apps\/demo\//
    const wrong = wrongOf(
      sources.filter(({ path }) => !own.test(path)),
      ({ text }) => (/\bMassachusetts\b/.test(text) ? ["says Massachusetts"] : [])
    )
    expect(wrong).toEqual([])
  })
})

test("page-safe files by name are pure by what they run, whoever imports them", () => {
  expect(wrongOf(core.filter(isSunnyByName), ({ path }) => (sunny.has(path) ? [] : ["is not page-safe"]))).toEqual([])
})
