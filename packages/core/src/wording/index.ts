export * from "./rules.ts"
export { spokenLocales } from "./spokenLocales.ts"
