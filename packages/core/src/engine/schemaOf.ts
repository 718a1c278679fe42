import type * as Schema from "effect/Schema"

/** Whether two types are identical, including optional members. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- only of such functions does the compiler compare the types to the letter
type IsSame<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/**
 * Names the schema of a type, `schemaOf<SessionView>()("SessionView", ...)`.
 *
 * **Details**
 *
 * A schema that says anything else than the type does not compile: the type stays plain, for pages that have no `effect`,
 * and the two cannot part.
 */
export const schemaOf =
  <A>() =>
  <S extends Schema.Top>(
    identifier: string,
    schema: S & (IsSame<S["Type"], A> extends true ? unknown : never)
  ): Schema.Codec<A> =>
    schema.annotate({ identifier }) as unknown as Schema.Codec<A>
