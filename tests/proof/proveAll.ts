import { createHash } from "node:crypto"
import { availableParallelism } from "node:os"
import { Worker } from "node:worker_threads"
import { joined } from "./ProofLine.ts"
import type { ProofLine } from "./ProofLine.ts"
import { tasks } from "./tasks.ts"
import type { Proved } from "./tasks.ts"

/** All that is proved: a line an invariant, and what the answers of each rule set are, as a digest. */
export interface Proof {
  readonly lines: ReadonlyArray<ProofLine>
  /** Rule set -> SHA-256, hex. */
  readonly fingerprints: Readonly<Record<string, string>>
}

const numberOf = (id: string): number => Number(/\d+/u.exec(id)?.[0] ?? 0)

const fingerprintsOf = (proved: ReadonlyArray<Proved>): Proof["fingerprints"] => {
  const parts = new Map<string, string[]>()
  for (const { fingerprint } of proved) {
    if (fingerprint === undefined) continue
    const { digest, part, ruleSet } = fingerprint
    parts.set(ruleSet, [...(parts.get(ruleSet) ?? []), `${part} ${digest}`])
  }
  const entries = [...parts].map(([ruleSet, all]) => [
    ruleSet,
    createHash("sha256").update(all.toSorted().join("\n")).digest("hex")
  ])
  return Object.fromEntries(entries.toSorted())
}

/** Proves everything, on as many cores as there are (four at most). */
export const proveAll = async (): Promise<Proof> => {
  const waiting = Object.keys(tasks)
  const proved: Proved[] = []
  const work = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL("./proveWorker.ts", import.meta.url), { execArgv: ["--conditions=source"] })
      const next = () => {
        const name = waiting.shift()
        if (name === undefined) {
          void worker.terminate()
          resolve()
        } else {
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
          worker.postMessage(name)
        }
      }
      worker.on("message", (done: Proved) => {
        proved.push(done)
        next()
      })
      worker.on("error", reject)
      next()
    })
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, work))
  const lines = joined(proved.flatMap((done) => done.lines))
  return {
    lines: lines.toSorted((a, b) => numberOf(a.id) - numberOf(b.id) || (a.claim < b.claim ? -1 : 1)),
    fingerprints: fingerprintsOf(proved)
  }
}
