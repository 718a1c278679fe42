import { access, constants, rename, stat, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { LetterNotLeft, Post } from "@mtc-logon/core/notices"
import type { PostalLetter } from "@mtc-logon/core/notices"
import { Data, Effect, Layer } from "effect"
import { ServerConfig } from "../ServerConfig.ts"

/** A way that letters go: the folder of the mailing service, the development inbox. */
export type PostDelivery = (letter: PostalLetter) => Effect.Effect<void, LetterNotLeft>

const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string"
    ? error.code
    : "unknown"

/** The folder of the mailing service cannot be used. */
export class PostDirError extends Data.TaggedError("PostDirError")<{ readonly code: string }> {
  override get message() {
    return `POST_DIR must name an existing folder that this account can write to (${this.code})`
  }
}

/**
 * Fails unless letters can be left in a folder.
 *
 * **Gotchas**
 *
 * It never makes the folder: in one that a typing error made, or where a share is not mounted, nobody looks for letters.
 */
export const checkPostDir = (folder: string): Effect.Effect<void, PostDirError> =>
  Effect.tryPromise({
    try: async () => {
      if (!(await stat(folder)).isDirectory()) throw Object.assign(new Error(), { code: "ENOTDIR" })
      await access(folder, constants.W_OK | constants.X_OK)
    },
    catch: (error) => new PostDirError({ code: codeOf(error) })
  })

/**
 * Leaves each letter as one file in a folder, for a mailing service to print.
 *
 * **Gotchas**
 *
 * A file is there whole or not at all, under the id of its notice, for the owner of the process only: it holds what opens a
 * logon.
 */
export const folderDelivery =
  (folder: string): PostDelivery =>
  ({ html, id }) =>
    Effect.tryPromise({
      try: async () => {
        const file = join(folder, `${id}.html`)
        await writeFile(`${file}.part`, html, { mode: 0o600 })
        await rename(`${file}.part`, file)
      },
      catch: (error) => new LetterNotLeft({ code: codeOf(error) })
    })

/**
 * Leaves each letter in `POST_DIR`, where the settings name one, and by each of `also`: the development inbox. A folder that
 * cannot be written is found here, before anyone waits for a letter.
 */
export const postLayer = (also: ReadonlyArray<PostDelivery> = []) =>
  Layer.effect(
    Post,
    Effect.gen(function* () {
      const { postDir } = yield* ServerConfig
      if (postDir !== undefined) yield* checkPostDir(postDir)
      const deliveries = postDir === undefined ? also : [...also, folderDelivery(postDir)]
      return Post.of({
        delivers: deliveries.length > 0,
        leave: (letter) => Effect.forEach(deliveries, (deliver) => deliver(letter), { discard: true })
      })
    })
  )
