declare const inside: unique symbol

/** Something of a logon that is sealed: only its keys open it, and only where it is read. */
export interface Sealed<out A> {
  readonly [inside]?: () => A
}
