// Holds every changeset against the workspace: it names packages that exist, a kind of change, and says something.
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { helpOrGoOn, root } from "./runParts.mjs"

helpOrGoOn(`
usage: node scripts/changesets.mjs

Reads .changeset/*.md and names each file that \`changeset version\` would reject.`)

const folder = join(root, ".changeset")
const names = readdirSync(join(root, "packages")).map(
  (name) => JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8")).name
)

const wrong = []
const files = readdirSync(folder).filter((file) => file.endsWith(".md") && file !== "README.md")
for (const file of files) {
  const parts = /^---\n([\s\S]*?)\n?---\n([\s\S]*)$/.exec(readFileSync(join(folder, file), "utf8"))
  if (parts === null) {
    wrong.push(`${file}: no front matter`)
    continue
  }
  const [, front = "", body = ""] = parts
  for (const line of front.split("\n").filter((text) => text.trim() !== "")) {
    const entry = /^["']?([^"':]+)["']?:\s*(major|minor|patch|none)\s*$/.exec(line)
    if (entry === null) wrong.push(`${file}: "${line}" is not "package": major | minor | patch`)
    else if (!names.includes(entry[1])) wrong.push(`${file}: there is no package ${entry[1]}`)
  }
  if (body.trim().length < 20) wrong.push(`${file}: say what a user of the package notices`)
}
for (const line of wrong) console.log(line)
console.log(`${files.length} changesets, ${wrong.length} wrong`)
process.exit(wrong.length === 0 ? 0 : 1)
