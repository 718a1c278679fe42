import { html } from "hono/html"
import type { HtmlEscapedString } from "hono/utils/html"
import type { JsonSchema } from "./OpenapiDocument.ts"

type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** What a value is, in words: a link where it has a name of its own. */
export const typeOf = (schema: JsonSchema): Html => {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1)
    return html`<a href="#schema-${name}">${name}</a>`
  }
  const alternatives = schema.enum ?? (schema.const === undefined ? undefined : [schema.const])
  if (alternatives !== undefined)
    return html`${alternatives.map((value, at) => html`${at === 0 ? "" : " | "}<code>${JSON.stringify(value)}</code>`)}`
  if (schema.anyOf !== undefined)
    return html`${schema.anyOf.map((each, at) => html`${at === 0 ? "" : " or "}${typeOf(each)}`)}`
  if (schema.items !== undefined) return html`list of ${typeOf(schema.items)}`
  if (typeof schema.additionalProperties === "object") return html`map of ${typeOf(schema.additionalProperties)}`
  if (schema.type === "object") return html`${schema.properties === undefined ? "any object" : "object"}`
  return html`${schema.type ?? "anything"}`
}

/** The bounds of a value, in words. */
const boundsOf = ({ format, maxLength, maximum, minLength, minimum, pattern }: JsonSchema): ReadonlyArray<string> => [
  ...(format === undefined ? [] : [format]),
  ...(minLength === undefined ? [] : [`at least ${minLength} characters`]),
  ...(maxLength === undefined ? [] : [`at most ${maxLength} characters`]),
  ...(minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? [] : [`at least ${minimum}`]),
  ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? [] : [`at most ${maximum}`]),
  ...(pattern === undefined ? [] : [`pattern ${pattern}`])
]

/** The members of an object, each with type, bounds and what it is; an object inside has its own below it. */
export const schemaMembers = ({ properties = {}, required = [] }: JsonSchema): Html =>
  html`<dl>
    ${Object.entries(properties).map(([name, member]) => {
      const inner = member.properties ?? member.items?.properties
      const more = [...(required.includes(name) ? [] : ["optional"]), ...boundsOf(member)]
      return html`<dt><code>${name}</code></dt>
        <dd>
          ${typeOf(member)}${more.map((each) => `, ${each}`)}. ${member.description ?? ""}
          ${inner === undefined ? "" : schemaMembers({ properties: inner, ...requiredOf(member) })}
        </dd>`
    })}
  </dl>`

const requiredOf = (member: JsonSchema) => {
  const required = member.required ?? member.items?.required
  return required === undefined ? {} : { required }
}
