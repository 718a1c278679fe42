import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { commands } from "../../packages/server/src/commands.ts"
import { nodeProblem } from "../../packages/server/src/nodeProblem.ts"
import server from "../../packages/server/package.json" with { type: "json" }
import { readCommand } from "../../packages/server/src/readCommand.ts"

const main = join(import.meta.dirname, "../../packages/server/dist/main.js")

/** What the built server says to a command, without any setting. */
const ask = (...args: ReadonlyArray<string>) => {
  const { status, stderr, stdout } = spawnSync(process.execPath, [main, ...args], {
    encoding: "utf8",
    env: { PATH: process.env.PATH ?? "" }
  })
  return { status, out: stdout.trim(), problem: stderr.trim() }
}

const names = Object.keys(commands)

describe("the command line", () => {
  test.each([
    [["start", "--no-workers"], "start has no flag --no-workers. Did you mean --no-worker?"],
    [["start", "--noworker"], "start has no flag --noworker. Did you mean --no-worker?"],
    [["start", "--no-workers=mtck_secret"], "start has no flag --no-workers. Did you mean --no-worker?"],
    [["start", "--no-worker=yes"], "--no-worker takes no value"],
    [["start", "mtck_secret"], "Too many words after start. See: mtc-logon-server start --help"],
    [["start", "--", "--no-worker"], "Too many words after start. See: mtc-logon-server start --help"],
    [["worker", "--no-worker"], "worker has no flag --no-worker. Its only flag is --help"],
    [["migrate", "-x"], "migrate has no flag -x. Its only flag is --help"],
    [["keys", "create", "--scop", "decide"], "keys create has no flag --scop. Did you mean --scope?"],
    [["keys", "create", "--names", "Refunds"], "keys create has no flag --names. Did you mean --name?"],
    [["keys", "create", "--scope"], "--scope needs a value"],
    [["keys", "list", "--name", "x"], "keys list has no flag --name. Its only flag is --help"],
    [["keys", "lst"], "Use keys with create, list, revoke. Did you mean keys list? See: mtc-logon-server keys --help"],
    [["keys", "--scope", "x"], "Use keys with create, list, revoke. See: mtc-logon-server keys --help"],
    [
      ["keys", "revoke"],
      "keys revoke needs the id of a key (to see the ids, run: keys list). See: mtc-logon-server keys revoke --help"
    ],
    [
      ["new-keyring"],
      "new-keyring needs the name of the new file, for example /etc/mtc-logon/keyring.json. See: mtc-logon-server new-keyring --help"
    ],
    [["new-keyring", "a", "b"], "Too many words after new-keyring. See: mtc-logon-server new-keyring --help"],
    [["verify-audit", "--hlep"], "verify-audit has no flag --hlep. Did you mean --help?"]
  ])("refuses %j and names what is right", (args, problem) => {
    expect(readCommand(args)).toEqual({ command: "none", problem })
  })

  test.each([
    [["start"], "start", {}, ""],
    [["start", "--no-worker"], "start", { "no-worker": [] }, ""],
    [["new-keyring", "/etc/keyring.json"], "new-keyring", {}, "/etc/keyring.json"],
    [
      ["keys", "create", "--scope=decide", "--scope", "staff", "--name", "Refunds"],
      "keys create",
      { scope: ["decide", "staff"], name: ["Refunds"] },
      ""
    ],
    [["keys", "revoke", "1"], "keys revoke", {}, "1"]
  ])("takes %j", (args, command, flags, word) => {
    expect(readCommand(args)).toEqual({ command, flags: new Map(Object.entries(flags)), word })
  })

  test.each([[["keys"]], [["keys", "--help"]], [["help", "keys"]], [["keys", "lst", "-h"]]])(
    "%j shows what each command of keys takes and does",
    (args) => {
      const asked = readCommand(args)
      expect(asked.command).toBe("help")
      for (const name of ["keys create --scope <scopes>", "keys list", "keys revoke <id>"])
        expect("text" in asked && asked.text).toContain(`mtc-logon-server ${name}`)
    }
  )

  test.each(["strat", "START", "__proto__", "constructor"])(
    "refuses the unknown command %s with the list",
    (command) => {
      const asked = readCommand([command])
      expect(asked.command).toBe("none")
      for (const name of names) expect("problem" in asked && asked.problem).toContain(name)
    }
  )

  test.each(names)("%s --help says how it is called and what it does", (name) => {
    const asked = readCommand([...name.split(" "), "--no-such", "--help"])
    expect(asked).toMatchObject({
      command: "help",
      text: expect.stringMatching(new RegExp(`^mtc-logon-server ${name}`))
    })
    for (const flag of Object.keys(commands[name as "start"].flags))
      expect("text" in asked && asked.text).toContain(`--${flag}`)
    expect(readCommand(["help", ...name.split(" ")])).toEqual(asked)
  })
})

describe("the built server", () => {
  test("without a setting, refuses a flag that there is not before it reads its settings", () => {
    const problem = "start has no flag --no-workers. Did you mean --no-worker?"
    expect(ask("start", "--no-workers")).toEqual({ status: 1, out: "", problem })
  })

  test("helps with one command, and with all, and ends well", () => {
    expect(ask("start", "--help")).toMatchObject({
      status: 0,
      problem: "",
      out: expect.stringContaining("--no-worker")
    })
    const { out, status } = ask()
    expect(status).toBe(0)
    for (const name of names) expect(out).toContain(`  ${name}`)
    expect(out).toContain("DATABASE_URL")
  })

  test("ends with 1 at a command that there is not, and names those that there are", () => {
    const { out, problem, status } = ask("strat")
    expect([status, out]).toEqual([1, ""])
    expect(problem).toBe(
      `Unknown command "strat". Did you mean start? Commands: ${names.join(", ")}. See: mtc-logon-server --help`
    )
  })
})

describe("a Node that is too old", () => {
  test.each(["20.20.2", "22.20.0", "23.11.1", "24.8.0"])("%s is refused in plain words", (version) => {
    expect(nodeProblem(version)).toBe(
      `This is Node ${version}. The server needs Node 24.9 or newer, or 22.21 or newer within 22: install one of them.`
    )
  })

  test.each(["22.21.0", "22.22.1", "24.9.0", "24.21.0", "25.0.0"])("%s is not", (version) => {
    expect(nodeProblem(version)).toBeUndefined()
  })

  test("is what engines in package.json excludes", () => {
    expect(server.engines.node).toBe("^22.21 || >=24.9")
  })
})
