/** The code of a failure of the system, `EEXIST`; empty where it has none. */
export const errorCode = (failure: unknown): string =>
  failure instanceof Error && "code" in failure && typeof failure.code === "string" ? failure.code : ""
