import type { FieldIssue } from "@mtc-logon/core/logon-request"
import { useState } from "preact/hooks"
import type { IssueId } from "../../wording/sayIssue.ts"
import { useCall } from "../useCall.ts"

/** An issue that a page finds by itself, or reads from a problem that names no field. */
export const issueAt = (path: string, messageId: string): FieldIssue => ({
  path,
  code: messageId,
  messageId,
  params: {}
})

/**
 * What is typed into a form that is one call, and what was wrong with the last call.
 *
 * **Details**
 *
 * In a form of one field every issue is that field's, however the service calls it. `told`: a problem's code -> what is said
 * of it at that field.
 */
export const useForm = <T extends Readonly<Record<string, string>>>(
  empty: T,
  told: Readonly<Record<string, IssueId>> = {}
) => {
  const call = useCall()
  const [typed, setTyped] = useState(empty)
  const [only = "", second] = Object.keys(empty)
  const messageId = told[call.problem?.code ?? ""]
  const found = messageId === undefined ? (call.problem?.issues ?? []) : [issueAt(only, messageId)]
  const issues = second === undefined ? found.map((issue) => ({ ...issue, path: only })) : found
  return {
    ...call,
    problem: call.problem === undefined ? undefined : { ...call.problem, issues },
    typed,
    /** What a field is given besides its words. */
    field: <K extends keyof T & string>(name: K) => ({
      id: `mtc-${name}`,
      value: typed[name],
      issue: issues.find(({ path }) => path === name),
      onValue: (value: T[K]) => setTyped((before) => ({ ...before, [name]: value }))
    })
  }
}
