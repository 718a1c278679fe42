export * from "./rules.ts"
export { spokenLocales } from "./spokenLocales.ts"
export type { SpokenLocale } from "./spokenLocales.ts"
