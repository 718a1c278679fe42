import type { ComponentChild } from "preact"
import { Alert } from "../../src/parts/alert/Alert.tsx"
import { Button } from "../../src/parts/button/Button.tsx"
import { Checkbox } from "../../src/parts/checkbox/Checkbox.tsx"
import { Checklist } from "../../src/parts/checklist/Checklist.tsx"
import { CodeField } from "../../src/parts/code-field/CodeField.tsx"
import { ContactHelp } from "../../src/parts/contact-help/ContactHelp.tsx"
import { CopyButton } from "../../src/parts/copy-button/CopyButton.tsx"
import { Dialog } from "../../src/parts/dialog/Dialog.tsx"
import { Disclosure } from "../../src/parts/disclosure/Disclosure.tsx"
import { ErrorSummary } from "../../src/parts/error-summary/ErrorSummary.tsx"
import { Field } from "../../src/parts/field/Field.tsx"
import { GivenValue } from "../../src/parts/given-value/GivenValue.tsx"
import { Heading } from "../../src/parts/heading/Heading.tsx"
import { LinkCard } from "../../src/parts/link-card/LinkCard.tsx"
import { MaskedInput } from "../../src/parts/masked-input/MaskedInput.tsx"
import { PasswordField } from "../../src/parts/password-field/PasswordField.tsx"
import { PinWarning } from "../../src/parts/pin-warning/PinWarning.tsx"
import { RadioGroup } from "../../src/parts/radio-group/RadioGroup.tsx"
import { SelectField } from "../../src/parts/select-field/SelectField.tsx"
import { StepBar } from "../../src/parts/step-bar/StepBar.tsx"
import { SummaryList } from "../../src/parts/summary-list/SummaryList.tsx"
import { TextField } from "../../src/parts/text-field/TextField.tsx"
import { TimeLeft } from "../../src/parts/time-left/TimeLeft.tsx"
import { say } from "../../src/wording/say.ts"

const nothing = () => undefined
const box = { id: "accepted", label: say("field.accepted.label"), onChecked: nothing }
const checkboxIssue = {
  path: "accepted",
  code: "terms-not-accepted",
  messageId: "issue.terms-not-accepted",
  params: {}
}
const codeFieldIssue = {
  path: "code",
  code: "security-code-missing",
  messageId: "issue.security-code-missing",
  params: {}
}
const issues = [
  { path: "id", code: "id-missing", messageId: "issue.id-missing", params: {} },
  { path: "accountType", code: "account-type-missing", messageId: "issue.account-type-missing", params: {} }
]
const id = { id: "id", label: say("field.id.ssn"), hint: say("field.id.ssn-hint"), onValue: nothing } as const
const maskedInputIssue = { path: "id", code: "id-missing", messageId: "issue.id-missing", params: {} }
const password = {
  id: "password",
  label: say("field.password.label"),
  showLabel: say("field.password.show"),
  hideLabel: say("field.password.hide"),
  onValue: nothing
} as const
const passwordFieldIssue = {
  path: "password",
  code: "password-missing",
  messageId: "issue.password-missing",
  params: {}
}
const group = {
  id: "verificationType",
  legend: say("field.verification-type.legend"),
  options: [
    { value: "amount", label: say("field.verification-type.amount") },
    {
      value: "letterId",
      label: say("field.verification-type.letter-id"),
      hint: say("field.verification-type.letter-id-hint")
    }
  ],
  onValue: nothing
}
const radioGroupIssue = {
  path: "verificationType",
  code: "missing",
  messageId: "issue.verification-type-missing",
  params: {}
}
const select = {
  id: "secretQuestion",
  label: say("field.secret-question.label"),
  placeholder: say("field.secret-question.placeholder"),
  autoComplete: "off",
  options: [{ value: "first-pet", label: say("secret-question.first-pet") }],
  onValue: nothing
}
const selectFieldIssue = {
  path: "secretQuestion",
  code: "missing",
  messageId: "issue.secret-question-missing",
  params: {}
}
const textFieldIssue = { path: "amount", code: "amount-missing", messageId: "issue.amount-missing", params: {} }
const amount = {
  id: "amount",
  label: say("field.amount.refund"),
  hint: say("field.amount.refund-hint"),
  autoComplete: "off",
  prefix: "$"
} as const

/** Each part as the pages show it, by the name of its folder. */
export const examples: Readonly<Record<string, Readonly<Record<string, ComponentChild>>>> = {
  alert: {
    info: (
      <Alert kind="info" title={say("role-notice.title")}>
        <p>{say("role-notice.administrator")}</p>
      </Alert>
    ),
    error: (
      <Alert kind="error" title={say("problem-alert.unavailable.title")} focusable>
        <p>{say("problem-alert.unavailable.text")}</p>
      </Alert>
    ),
    success: (
      <Alert kind="success">
        <p>{say("wrong-email.sent")}</p>
      </Alert>
    )
  },
  button: {
    primary: <Button type="submit">{say("button.next")}</Button>,
    secondary: <Button kind="secondary">{say("button.previous")}</Button>,
    link: <Button kind="link">{say("button.cancel")}</Button>,
    busy: <Button busy>{say("button.submit")}</Button>
  },
  checkbox: {
    open: <Checkbox {...box} checked={false} />,
    checked: <Checkbox {...box} checked hint={say("code.trust-hint", { days: 30 })} />,
    wrong: <Checkbox {...box} checked={false} issue={checkboxIssue} />
  },
  checklist: {
    half: (
      <Checklist
        id="list"
        title={say("logon.password-list")}
        started
        items={[
          { messageId: "checklist.password-length", params: { min: 8, max: 15 }, met: false },
          { messageId: "checklist.password-upper", params: {}, met: true }
        ]}
      />
    )
  },
  "code-field": {
    open: <CodeField id="code" value="" onValue={nothing} />,
    wrong: <CodeField id="code" value="12" issue={codeFieldIssue} onValue={nothing} />
  },
  "contact-help": { shown: <ContactHelp phone="617-887-6367" tollFree="800-392-6089" hours="contact.hours" /> },
  "copy-button": { ready: <CopyButton text="0-704-061-440" label={say("confirmation.copy")} /> },
  dialog: {
    question: (
      <Dialog id="cancel" title={say("cancel.title")} onClose={nothing}>
        <p>{say("cancel.text")}</p>
        <Button>{say("cancel.keep")}</Button>
      </Dialog>
    )
  },
  disclosure: {
    closed: (
      <Disclosure summary={say("form-help.summary")}>
        <p>{say("form-help.none")}</p>
      </Disclosure>
    )
  },
  "error-summary": {
    none: <ErrorSummary issues={[]} targetOf={(path) => path} />,
    two: <ErrorSummary issues={issues} targetOf={(path) => path} />
  },
  field: {
    bare: (
      <Field id="bare" label={say("field.name.label")} hint={say("field.name.hint")}>
        <input id="bare" aria-describedby="bare-hint" />
      </Field>
    )
  },
  "given-value": {
    masked: (
      <GivenValue
        label={say("field.id.ssn")}
        value="***-**-6789"
        spoken={say("field.id.ending", { digits: "6789" })}
        change={say("field.id.change")}
        onChange={nothing}
      />
    )
  },
  heading: {
    title: <Heading depth={0}>{say("request.title")}</Heading>,
    step: <Heading depth={1}>{say("heading.summary")}</Heading>,
    part: <Heading depth={2}>{say("summary.logon")}</Heading>
  },
  "link-card": {
    ours: (
      <ul>
        <LinkCard title={say("registration-options.create")} onClick={nothing}>
          {say("registration-options.create-text")}
        </LinkCard>
      </ul>
    ),
    out: (
      <ul>
        <LinkCard title={say("registration-options.estate")} href="/estate" note={say("registration-options.opens")}>
          {say("registration-options.estate-text")}
        </LinkCard>
      </ul>
    )
  },
  "masked-input": {
    empty: <MaskedInput {...id} value="" masked="***-**-****" shown={false} />,
    masked: <MaskedInput {...id} value="900126789" masked="***-**-6789" shown={false} />,
    shown: <MaskedInput {...id} value="900126789" masked="***-**-6789" shown />,
    malformed: <MaskedInput {...id} value="12" masked="***-**-****" shown={false} />,
    wrong: <MaskedInput {...id} value="" masked="***-**-****" shown={false} issue={maskedInputIssue} />
  },
  "password-field": {
    chosen: <PasswordField {...password} value="Example1" autoComplete="new-password" passwordRules="minlength: 8;" />,
    asked: <PasswordField {...password} value="" autoComplete="current-password" />,
    wrong: <PasswordField {...password} value="" autoComplete="new-password" issue={passwordFieldIssue} />
  },
  "pin-warning": {
    easy: <PinWarning digits={4} pin="0704" />,
    hard: <PinWarning digits={4} pin="8351" />
  },
  "radio-group": {
    open: <RadioGroup {...group} value="" />,
    chosen: <RadioGroup {...group} value="letterId" hint={say("field.account-type.hint")} />,
    wrong: <RadioGroup {...group} value="" issue={radioGroupIssue} />
  },
  "select-field": {
    open: <SelectField {...select} value="" />,
    chosen: <SelectField {...select} value="first-pet" />,
    wrong: <SelectField {...select} value="" issue={selectFieldIssue} />
  },
  "step-bar": {
    second: (
      <StepBar
        places={[
          { title: say("step.taxpayer-type.title"), state: "done" },
          { title: say("step.taxpayer-id.title"), state: "current" },
          { title: say("step.verification-type.title"), state: "ahead" }
        ]}
      />
    )
  },
  "summary-list": {
    changeable: (
      <SummaryList
        rows={[
          { label: say("field.username.label"), value: "good.elmo", onChange: nothing },
          { label: say("step.terms.title"), value: say("summary.agreed"), onChange: nothing }
        ]}
      />
    ),
    fixed: <SummaryList rows={[{ label: say("field.username.label"), value: "good.elmo" }]} />
  },
  "text-field": {
    plain: <TextField id="name" label={say("field.name.label")} value="" autoComplete="name" onValue={nothing} />,
    filled: <TextField {...amount} value="100.00" inputMode="decimal" size={12} onValue={nothing} />,
    wrong: <TextField {...amount} value="" issue={textFieldIssue} onValue={nothing} />
  },
  "time-left": {
    asked: (
      <TimeLeft
        id="example-time-left"
        title={say("security.session.title")}
        secondsLeft={150}
        text={(left) => say("security.session.text", { left })}
        told={(left) => say("security.session.left", { left })}
        keep={say("security.session.keep")}
        leave={say("security.session.log-out")}
        onKeep={nothing}
        onLeave={nothing}
      />
    )
  }
}
