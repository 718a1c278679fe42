import { holdKinds, idTypes } from "@mtc-logon/core/taxpayer"
import type { AccountType } from "@mtc-logon/core/taxpayer"
import { boolean, date, index, integer, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core"
import { personal, sealed, secret, table } from "./columns.ts"

/** One row per taxpayer on file: the Department's side. */
export const taxpayerTable = table(
  "taxpayer",
  {
    id: uuid().primaryKey(),
    /** Keyed digest of the number that is good now. */
    taxpayerDigest: secret(text()).notNull(),
    /** Keyed digest of the number before it, an ITIN that became an SSN. @rule D-38 */
    formerDigest: secret(text()),
    idType: text({ enum: idTypes }).notNull(),
    /** Nine digits. */
    number: sealed().notNull(),
    /** Name and postal address on file, the address before it, e-mail addresses, as JSON. */
    contact: sealed().notNull(),
    /** @rule D-35 */
    holds: secret(text({ enum: holdKinds }).array()).notNull()
  },
  (own) => [
    uniqueIndex("taxpayer_digest_key").on(own.taxpayerDigest),
    index("taxpayer_former_digest_idx").on(own.formerDigest)
  ]
)

/** One row per tax account of a taxpayer: the Department's side. */
export const taxAccountTable = table(
  "tax_account",
  {
    taxpayerDigest: secret(text()).notNull(),
    accountType: personal(text()).notNull(),
    openedOn: personal(date({ mode: "string" })).notNull(),
    closedOn: personal(date({ mode: "string" })),
    /** Closed to online access: a request for it is denied. @rule D-12 */
    closedOnline: personal(boolean()).notNull()
  },
  (own) => [primaryKey({ columns: [own.taxpayerDigest, own.accountType] })]
)

/** One row per filed return and taxpayer on it (two for a joint return): the Department's side. */
export const filedReturnTable = table(
  "filed_return",
  {
    id: uuid().primaryKey(),
    taxpayerDigest: secret(text()).notNull(),
    /** `personal-income-tax`. */
    accountType: personal(text().$type<AccountType>()).notNull(),
    /** `Form 1`. */
    form: personal(text()).notNull(),
    taxYear: personal(integer()).notNull(),
    periodEnd: personal(date({ mode: "string" })).notNull(),
    postedOn: personal(date({ mode: "string" })).notNull(),
    underReview: personal(boolean()).notNull(),
    joint: personal(boolean()).notNull(),
    /** Lines as originally filed, whole cents, as JSON. */
    filed: sealed().notNull(),
    /** Lines as the Department corrected them. */
    adjusted: sealed(),
    /** The return that this one amends: no second return of the window. @rule D-05 */
    amendedOf: uuid()
  },
  (own) => [index("filed_return_taxpayer_idx").on(own.taxpayerDigest, own.accountType, own.periodEnd)]
)
