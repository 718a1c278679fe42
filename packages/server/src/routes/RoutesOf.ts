import type { ParamsOf } from "@mtc-logon/core/contract"
import type { StatusCode } from "hono/utils/http-status"

type PathsOf<W> = W extends `${string} ${infer Path}` ? Path : never

type HonoPath<P extends string> = P extends `${infer Head}{${infer Name}}${infer Rest}`
  ? `${Head}:${Name}${HonoPath<Rest>}`
  : P

type InputOf<W> = keyof ParamsOf<W> extends never ? object : { readonly param: ParamsOf<W> }

/** The routes of a list of calls as `hc` of `hono/client` knows them: paths, their parameters and methods. @adr 0024 */
export type RoutesOf<C> = {
  readonly [P in PathsOf<keyof C> as HonoPath<P>]: {
    readonly [W in keyof C as W extends `${infer Method} ${P}` ? `$${Lowercase<Method>}` : never]: {
      readonly input: InputOf<W>
      readonly output: object
      readonly outputFormat: string
      readonly status: StatusCode
    }
  }
}
