import type { Hold } from "../taxpayer/TaxpayerRecords.ts"
import type { Role } from "../access/Role.ts"
import type { AccountType } from "../taxpayer/accountTypeSchema.ts"
import type { FiledReturn } from "../taxpayer/taxpayerRecordSchema.ts"
import type { IdType } from "../taxpayer/IdType.ts"
import type { LetterOnFile } from "../taxpayer/LetterOnFile.ts"
import type { TaxpayerType } from "../taxpayer/TaxpayerType.ts"
import type { AmountKind } from "../verification/claimKinds.ts"

/** What a person types to show who they are, as they type it. */
export type TypedEvidence =
  | {
      readonly verificationType: "amount"
      readonly amountKind: AmountKind
      readonly amount: string
    }
  | { readonly verificationType: "lineItem"; readonly amount: string }
  | { readonly verificationType: "letterId"; readonly letterId: string }

/** A letter that was mailed, on a day. */
export interface MailedLetter extends Pick<LetterOnFile, "letterId" | "kind"> {
  /** ISO 8601. */
  readonly mailedOn: string
  readonly state: "live" | "used" | "superseded"
}

/** A logon that is there before the story begins: active, with its e-mail address confirmed for security codes. */
export interface ExistingLogon {
  readonly username: string
  /** Who has it. */
  readonly name: string
  readonly email: string
  /** As typed. */
  readonly phoneNumber: string
  readonly role: Role["role"]
  /** What it rests on: a letter outranks an amount. @rule D-25 */
  readonly evidence: "amount" | "letterId"
  readonly taxProfessional: boolean
  /** Stories of the taxpayers that granted access to it, for their account. @rule D-11 */
  readonly clients: ReadonlyArray<string>
}

/** A tax account on file. */
export interface TaxAccount {
  readonly accountType: AccountType
  /** ISO 8601. */
  readonly openedOn: string
  /** Closed to online access. @rule D-12 */
  readonly closedOnline: boolean
}

/** How a request ends for a person who types what the story says. */
export type Ending =
  | "approved"
  /** Sent to the phone after submit (D-35). */
  | "referred"
  /** See D-12. */
  | "denied"
  /** The one refusal (D-09). */
  | "not-verified"
  /** Something to mend on the page. */
  | "issue"

/** A made-up person with one story: what is on file, what they type, and how it ends. */
export interface Person {
  /** Kebab-case, never changed: `larry-mo`. */
  readonly story: string
  readonly name: string
  /** The story in English, for a picker. */
  readonly sentence: string
  readonly taxpayerType: TaxpayerType
  readonly idType: IdType
  /** Nine digits that are never issued to anybody. @rule D-22 */
  readonly id: string
  readonly accountType: AccountType
  readonly evidence: TypedEvidence
  readonly ending: Ending
  /** The role of an approved request. */
  readonly role?: Role["role"]
  /** What they want to be called, and where they are reached: as typed. */
  readonly wish: { readonly username: string; readonly email: string; readonly phoneNumber: string }
  readonly returns: ReadonlyArray<FiledReturn>
  readonly letters: ReadonlyArray<MailedLetter>
  readonly taxAccounts: ReadonlyArray<TaxAccount>
  readonly holds: ReadonlyArray<Hold>
  /** As the Department has it. */
  readonly contact: {
    /** Lines of the postal address. */
    readonly address: ReadonlyArray<string>
    /** The one before, where it changed. */
    readonly formerAddress: ReadonlyArray<string> | null
    /** The day of that, ISO 8601. */
    readonly addressChangedOn: string | null
    readonly emails: ReadonlyArray<string>
  }
  readonly logons: ReadonlyArray<ExistingLogon>
}

/** The password of every logon that is there before a story begins. */
export const existingPassword = "Bay4State"
