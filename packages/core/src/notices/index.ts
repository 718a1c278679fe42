export type { Notice, NoticeKind } from "./Notice.ts"
export { noticesOf } from "./noticesOf.ts"
export type { AnyEvent } from "./noticesOf.ts"
