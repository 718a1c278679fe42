import { parentPort } from "node:worker_threads"
import { tasks } from "./tasks.ts"

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.on("message", (name: string) => parentPort?.postMessage(tasks[name]!()))
