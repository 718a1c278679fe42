/** Returns the names of a closed table: `for in` has them by their type, `Object.keys` only as texts. */
export const keysOf = <T extends object>(table: T): ReadonlyArray<Extract<keyof T, string>> => {
  const names: Array<Extract<keyof T, string>> = []
  for (const name in table) names.push(name)
  return names
}

/** Returns a table with the same names and other values. */
export const mapTable = <T extends object, V>(
  table: T,
  of: (value: T[Extract<keyof T, string>], name: Extract<keyof T, string>) => V
): { readonly [K in keyof T]: V } =>
  Object.fromEntries(keysOf(table).map((name) => [name, of(table[name], name)])) as { readonly [K in keyof T]: V }
