/** What may stand behind a media type: nothing, or that its letters are UTF-8. */
const utf8 = /^(?:;\s*charset=(?:utf-8|"utf-8"))?$/

/** Whether a `Content-Type` is exactly this type, with or without `charset=utf-8`. */
export const isMediaType = (type: string, contentType = ""): boolean => {
  const [name = ""] = contentType.split(";", 1)
  const isNamed = name.trim().toLowerCase() === type
  return isNamed && utf8.test(contentType.slice(name.length).trim().toLowerCase())
}
