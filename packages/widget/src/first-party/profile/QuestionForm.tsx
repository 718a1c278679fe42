import { useState } from "preact/hooks"
import { SelectField } from "../../parts/select-field/SelectField.tsx"
import { TextField } from "../../parts/text-field/TextField.tsx"
import { say, sayOf } from "../../wording/say.ts"
import { issueIn, missingIn } from "../form/CallForm.tsx"
import { PartForm } from "./PartForm.tsx"
import type { PartProps } from "./PartProps.ts"

/** Another secret question. @rule D-20 */
export const QuestionForm = ({ api, data, onCancel, onDone }: PartProps<void>) => {
  const [typed, setTyped] = useState({ secretQuestion: "", secretAnswer: "" })
  return (
    <PartForm
      api={api}
      phone={data.contacts.phone}
      submit={say("my-profile.save")}
      check={() =>
        missingIn({
          secretQuestion: [typed.secretQuestion, "issue.secret-question-missing"],
          secretAnswer: [typed.secretAnswer, "issue.secret-answer-missing"]
        })
      }
      call={() => api("PUT /v1/me/secret-question", { body: typed })}
      onDone={onDone}
      onCancel={onCancel}
    >
      {(problem) => (
        <>
          <SelectField
            id="mtc-secretQuestion"
            label={say("field.secret-question.label")}
            issue={issueIn(problem, "secretQuestion")}
            value={typed.secretQuestion}
            autoComplete="off"
            placeholder={say("field.secret-question.placeholder")}
            options={data.secretQuestions.map((value) => ({
              value,
              label: sayOf("secret-question.", `secret-question.${value}`)
            }))}
            onValue={(secretQuestion) => setTyped((before) => ({ ...before, secretQuestion }))}
          />
          <TextField
            id="mtc-secretAnswer"
            label={say("field.secret-answer.label")}
            hint={say("field.secret-answer.hint")}
            issue={issueIn(problem, "secretAnswer")}
            value={typed.secretAnswer}
            autoComplete="off"
            size={30}
            onValue={(secretAnswer) => setTyped((before) => ({ ...before, secretAnswer }))}
          />
        </>
      )}
    </PartForm>
  )
}
