import { compileMessage } from "@lingui/message-utils/compileMessage"
import type { Plugin } from "vite"

/** The sentences in English: id -> ICU MessageFormat. */
type Sentences = Readonly<Record<string, string>>

interface Node {
  readonly type: string
  readonly [member: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value

/** Every node, the ones around it first. */
function* nodesIn(node: Node): Generator<Node> {
  yield node
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesIn(child)
}

const family = /^(?:[a-z\d-]+\.)+$/

/**
 * The ids that code asks for: those that stand in it, those that a template can compose, and each of a family that it names
 * (`"account-type."`) since ids of it arrive as data.
 */
export const askedIn = (program: unknown, sentences: Sentences): ReadonlySet<string> => {
  const ids = Object.keys(sentences)
  const asked = new Set<string>()
  const take = (some: (id: string) => boolean) => {
    for (const id of ids) if (some(id)) asked.add(id)
  }
  if (!isNode(program)) return asked
  for (const node of nodesIn(program)) {
    if (node.type === "Literal" && typeof node["value"] === "string") {
      const { value } = node as unknown as { value: string }
      if (Object.hasOwn(sentences, value)) asked.add(value)
      else if (family.test(value)) take((id) => id.startsWith(value))
    } else if (node.type === "TemplateLiteral") {
      const texts = (node["quasis"] as Array<{ value: { cooked: string } }>).map(({ value }) => value.cooked)
      if (!/^[a-z\d-]+\./.test(texts[0] ?? "")) continue
      const shape = new RegExp(`^${texts.map((text) => text.replaceAll(".", String.raw`\.`)).join(".+")}$`)
      take((id) => shape.test(id))
    }
  }
  return asked
}

/** The ids that code carries a sentence of: they are keys there, and nowhere else. */
const carriedIn = (program: unknown, sentences: Sentences): ReadonlySet<string> => {
  const carried = new Set<string>()
  if (!isNode(program)) return carried
  for (const node of nodesIn(program)) {
    const key = node.type === "Property" ? (node["key"] as Node) : undefined
    if (typeof key?.["value"] === "string" && Object.hasOwn(sentences, key["value"])) carried.add(key["value"])
  }
  return carried
}

/** Keys are no questions: a catalogue asks for nothing. */
const withoutKeys = (program: unknown): unknown => {
  if (Array.isArray(program)) return program.map(withoutKeys)
  if (typeof program !== "object" || program === null) return program
  return Object.fromEntries(
    Object.entries(program).flatMap(([member, value]) =>
      member === "key" && (program as Node).type === "Property" ? [] : [[member, withoutKeys(value)]]
    )
  )
}

const isLater = (modules: ReadonlyArray<string>) => modules.some((id) => id.endsWith("/src/wording/laterCatalog.ts"))

const places = { catalog: "MTC_SENTENCES", laterCatalog: "MTC_LATER_SENTENCES" } as const

const compiled = (sentences: Sentences, ids: ReadonlyArray<string>): string =>
  JSON.stringify(
    Object.fromEntries(
      ids.map((id) => {
        const message = compileMessage(sentences[id] ?? "")
        const [only] = Array.isArray(message) && message.length === 1 ? message : []
        return [id, typeof only === "string" ? only : message]
      })
    )
  )

/**
 * Gives a bundle the sentences that its own code asks for, compiled, and fails the build where one is lacking.
 *
 * **Details**
 *
 * The code is the one source: `askedIn` reads it, module by module. What only the later screens ask for comes with them.
 * What was written is read once more: each id that the shipped code asks for has its sentence in the shipped files, and the
 * first files wait for none of the later ones but the families of `comeLater`, by bundle.
 *
 * **Gotchas**
 *
 * `sayOf` has to name its family in place: an id that comes as data says nothing to a build.
 */
export const pageSentences = (
  sentences: Sentences,
  comeLater: Readonly<Record<string, ReadonlyArray<string>>> = {}
): Plugin => {
  /** By bundle, since one plugin makes them all; then by module. */
  const asked = new Map<string, Map<string, ReadonlySet<string>>>()
  const isLate = (bundle: string, id: string) => (comeLater[bundle] ?? []).some((one) => id.startsWith(one))

  return {
    name: "page-sentences",
    enforce: "post",
    load: {
      order: "pre",
      handler(id) {
        const name = /\/src\/wording\/(catalog|laterCatalog)\.ts$/.exec(id.replaceAll("\\", "/"))?.[1]
        if (name === undefined) return undefined
        // A sentence without parameters is written as a string and made an array here: brackets around each would weigh more.
        return `const said = ${places[name as keyof typeof places]}
for (const id in said) if (typeof said[id] === "string") said[id] = [said[id]]
export const ${name} = said`
      }
    },
    transform(code, id) {
      if (!/\.tsx?$/.test(id)) return undefined
      const program = this.parse(code) as unknown as Node
      for (const node of nodesIn(program)) {
        const { callee, arguments: given } = node as { callee?: { name?: string }; arguments?: ReadonlyArray<Node> }
        if (node.type !== "CallExpression" || callee?.name !== "sayOf") continue
        const { value } = (given?.[0] ?? {}) as { value?: unknown }
        if (typeof value !== "string" || !family.test(value))
          this.error(`${id}: sayOf names no family, so nobody can say which sentences this page needs`)
      }
      const modules = asked.get(this.environment.name) ?? new Map<string, ReadonlySet<string>>()
      asked.set(this.environment.name, modules.set(id, askedIn(program, sentences)))
      return undefined
    },
    renderChunk(code, { moduleIds }, _, { chunks }) {
      if (!code.includes(places.catalog) && !code.includes(places.laterCatalog)) return undefined
      const modules = asked.get(this.environment.name)
      const askedBy = (later: boolean) =>
        new Set(
          Object.values(chunks)
            .filter((chunk) => isLater(chunk.moduleIds) === later)
            .flatMap((chunk) => chunk.moduleIds.flatMap((id) => [...(modules?.get(id) ?? [])]))
        )
      const ids = Object.keys(sentences)
      const hasLater = Object.values(chunks).some((chunk) => isLater(chunk.moduleIds))
      const [first, later] = [askedBy(false), askedBy(true)]
      const atFirst = ids.filter((id) => first.has(id) && !(hasLater && isLate(this.environment.name, id)))
      const afterwards = ids.filter((id) => (later.has(id) || first.has(id)) && !atFirst.includes(id))
      return {
        code: isLater(moduleIds)
          ? code.replace(places.laterCatalog, () => compiled(sentences, afterwards))
          : code.replace(places.catalog, () => compiled(sentences, atFirst)),
        map: null
      }
    },
    generateBundle(_, bundle) {
      const files = Object.values(bundle).flatMap((file) => {
        if (file.type !== "chunk") return []
        const program = this.parse(file.code)
        return [
          {
            says: file.moduleIds.some((id) => id.endsWith("/src/wording/catalog.ts")),
            later: isLater(file.moduleIds),
            asked: askedIn(withoutKeys(program), sentences),
            carried: carriedIn(program, sentences),
            text: file.code
          }
        ]
      })
      // The loader says its few sentences as texts.
      if (!files.some(({ says }) => says)) return
      const all = files.flatMap(({ carried }) => [...carried])
      const first = files.filter(({ later }) => !later).flatMap(({ carried }) => [...carried])
      const lacking = files.flatMap(({ later, asked: ids }) => {
        const there = new Set(later ? all : first)
        return [...ids].filter((id) => !there.has(id) && !(isLate(this.environment.name, id) && all.includes(id)))
      })
      const unfilled = files.some(({ text }) => Object.values(places).some((place) => text.includes(place)))
      if (unfilled || lacking.length > 0)
        this.error(`the pages of "${this.environment.name}" lack sentences: ${lacking.join(", ")}`)
    }
  }
}
