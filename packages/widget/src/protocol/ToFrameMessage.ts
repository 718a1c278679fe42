import type { Appearance } from "./Appearance.ts"
import type { LogonErrorCode } from "./LogonErrorCode.ts"

/** The protocol that both sides support, negotiated in the handshake. */
export const protocolVersion = 1

export type Theme = "massachusetts" | "plain" | "contrast"
export type ColorScheme = "light" | "dark" | "auto"

/** The settings of the form's look and language that a page can send. */
export interface Setup {
  readonly locale?: string
  readonly theme?: Theme
  readonly colorScheme?: ColorScheme
  readonly appearance?: Appearance
  readonly headingLevel?: number
}

/** The first message, to the frame's window and exact origin, with a `MessagePort`; all others go through the port. */
export interface InitMessage extends Setup {
  readonly mtc: 1
  readonly type: "init"
  /** 128 bits, four whole numbers with commas between; the frame answers with it. */
  readonly nonce: string
  /** The partner's own reference for this visit: up to 64 characters of `[A-Za-z0-9._~-]`. */
  readonly reference?: string
}

/** Page -> frame. */
export type ToFrameMessage =
  | InitMessage
  | ({ readonly mtc: 1; readonly type: "update" } & Setup)
  | { readonly mtc: 1; readonly type: "focus" }
  | { readonly mtc: 1; readonly type: "reset" }

/** Frame -> page. Heights in whole px, 120 to 8000, rounded up to 8 so that they reveal little about the content. */
export type ToPageMessage =
  | {
      readonly mtc: 1
      readonly type: "ready"
      readonly protocol: number
      readonly nonce: string
      readonly height: number
    }
  | { readonly mtc: 1; readonly type: "height"; readonly height: number }
  | { readonly mtc: 1; readonly type: "step"; readonly step: string; readonly number: number; readonly total: number }
  | { readonly mtc: 1; readonly type: "scroll" }
  | { readonly mtc: 1; readonly type: "complete"; readonly confirmationNumber: string }
  | { readonly mtc: 1; readonly type: "done" }
  | { readonly mtc: 1; readonly type: "cancel" }
  | { readonly mtc: 1; readonly type: "timeout" }
  | { readonly mtc: 1; readonly type: "error"; readonly code: LogonErrorCode }
